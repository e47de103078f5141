import { describe, it } from 'vitest';
import { rule } from '../../rules/mixed-scope.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'project-level services together, and one of which nothing is known',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "vpc:*:get", "mystery:*:get", "*:*:list"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get", "vpc:*:get"]
        `,
      },
      {
        name: 'an identity policy, which may mix',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "iam:*:get"] }] }',
      },
      {
        name: 'OBS with others, which another rule looks at',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "obs:*:get"] }] }',
      },
    ],
    invalid: [
      {
        name: 'both in one list',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", «"iam:*:get"»] }, { "Effect": "Deny", "Action": ["iam:*:list"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:*:get
                - «iam:*:get»
            - Effect: Deny
              Action:
                - iam:*:list
        `,
        errors: [
          {
            messageId: 'mixed',
            data: { service: 'iam', scope: 'global', other: 'ecs' },
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:*:get"] }, { "Effect": "Deny", "Action": ["iam:*:list"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - iam:*:get
                    - Effect: Deny
                      Action:
                        - iam:*:list
                `,
              },
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - ecs:*:get
                `,
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);

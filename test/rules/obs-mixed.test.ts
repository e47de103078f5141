import { describe, it } from 'vitest';
import { rule } from '../../rules/obs-mixed.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'OBS alone, in any case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:ListBucket", "OBS:object:GetObject"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:*:*"]
        `,
      },
      {
        name: 'an identity policy',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*", "ecs:*:get"] }] }',
      },
      {
        name: 'a wildcard over every service',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["*:*:list*", "obs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'OBS with ECS',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", «"obs:*:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:*:get
                - «obs:*:*»
        `,
        errors: [
          {
            messageId: 'mixed',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - obs:*:*
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

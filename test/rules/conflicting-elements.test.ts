import { describe, it } from 'vitest';
import { rule } from '../../rules/conflicting-elements.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'one of each pair, in different statements',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*:*"], "Resource": ["*"] }, { "Effect": "Allow", "Action": ["ecs:*:get"], "NotResource": ["*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              NotAction: ["iam:*:*"]
              Resource: ["*"]
        `,
      },
      {
        name: "one element twice, which is another rule's",
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": ["iam:*:*"], "action": ["ecs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'Action and NotAction',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"], «"NotAction"»: ["ecs:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              Action: ["ecs:*:*"]
              «NotAction»: ["ecs:*:get"]
        `,
        errors: [
          {
            messageId: 'conflict',
            data: { first: 'Action', second: 'NotAction' },
            suggestions: [
              {
                message: 'Remove "NotAction".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Deny
                      Action: ["ecs:*:*"]
                `,
              },
              {
                message: 'Remove "Action".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "NotAction": ["ecs:*:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Deny
                      NotAction: ["ecs:*:get"]
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'resources and principals',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotPrincipal": { "IAM": ["1"] }, «"Principal"»: { "IAM": ["2"] }, "Action": ["ecs:*:*"], "NotResource": ["*"], «"Resource"»: ["*"] }] }',
        errors: ['conflict', 'conflict'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/invalid-version.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const statement = '"Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }]';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy',
        json: `{ "Version": "1.1", ${statement} }`,
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
      { name: 'a role', json: `{ "Version": "1.0", ${statement} }` },
      { name: 'an identity policy', json: `{ "Version": "5.0", ${statement} }` },
      { name: "blanks around it, which are another rule's", json: `{ "Version": "1.1 ", ${statement} }` },
      { name: 'a version that a template fills in', json: `{ "Version": "\${version}", ${statement} }` },
      {
        name: 'a 1.1 policy in the body of the API for it',
        json: `{ "role": { "display_name": "a", "type": "XA", "policy": { "Version": "1.1", ${statement} } } }`,
      },
      {
        name: 'a 1.1 policy in a role',
        hcl: text`
          resource "huaweicloud_identity_role" "r" {
            policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ecs:*:get"] }] })
          }
        `,
      },
    ],
    invalid: [
      {
        name: 'the version of another cloud',
        json: `{ "Version": «"2012-10-17"», ${statement} }`,
        yaml: text`
          Version: «"2012-10-17"»
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
        errors: [
          {
            messageId: 'unknown',
            suggestions: [
              {
                message: 'Write "5.0".',
                json: `{ "Version": "5.0", ${statement} }`,
                yaml: text`
                  Version: "5.0"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
              {
                message: 'Write "1.1".',
                json: `{ "Version": "1.1", ${statement} }`,
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
              {
                message: 'Write "1.0".',
                json: `{ "Version": "1.0", ${statement} }`,
                yaml: text`
                  Version: "1.0"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
            ],
          },
        ],
      },
      { name: "a version of one's own", json: `{ "Version": «"2"», ${statement} }`, errors: ['unknown'] },
      {
        name: 'a 1.1 policy in an identity policy',
        hcl: text`
          resource "huaweicloud_identityv5_policy" "p" {
            policy_document = jsonencode({ Version = «"1.1"», Statement = [{ Effect = "Allow", Action = ["ecs:*:get"] }] })
          }
        `,
        errors: [{ messageId: 'place', data: { expected: ['5.0'] } }],
      },
      {
        name: 'an identity policy in the body of the API for 1.1',
        json: `{ "role": { "display_name": "a", "type": "XA", "policy": { "Version": «"5.0"», ${statement} } } }`,
        errors: ['place'],
      },
    ],
  },
  { describe, it },
);

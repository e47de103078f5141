import { describe, it } from 'vitest';
import { rule } from '../../rules/element-type.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy whose parts are what they should be',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - obs:*:*
        `,
      },
      {
        name: 'a principal that is everybody',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": ["sts:agencies:assume"] }] }',
      },
      {
        name: 'the agency form',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/x"] } }] }',
      },
      {
        name: 'parts that are only known later',
        hcl: text`
          resource "huaweicloud_identity_role" "r" {
            policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })
          }
        `,
      },
      {
        name: 'an unquoted version, which another rule explains',
        json: '{ "Version": 1.1, "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: 1.1
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a bare string in a 1.1 policy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": «"obs:*:*"», "Resource": «"*"» }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: «obs:*:get*»
              Resource: «"*"»
        `,
        errors: ['type', 'type'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [obs:*:get*]
                Resource: ["*"]
          `,
        },
      },
      {
        name: 'a statement without its list',
        json: '{ "Version": "1.1", "Statement": «{ "Effect": "Allow", "Action": ["obs:*:*"] }» }',
        errors: ['type'],
        fixed: { json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"] }] }' },
      },
      {
        name: 'values that mean nothing',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": «["Allow"]», "Action": ["obs:*:*", «7», «null», «["ecs:*:*"]»], "Condition": { "Bool": «"true"» } }, «"Allow"»] }',
        errors: ['type', 'item', 'item', 'item', 'type', 'item'],
      },
      {
        name: 'a name with nothing behind it, and a list where an object stands',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              «Action»:
              Condition: «[]»
        `,
        errors: [{ messageId: 'type', data: { found: 'null' } }, 'type'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/empty-list.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'lists with something in them',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:*:*"]\n',
      },
      {
        name: 'a list that is only known later',
        hcl: 'resource "huaweicloud_identity_role" "r" {\n  policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })\n}\n',
      },
    ],
    invalid: [
      {
        name: 'a statement without actions',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Effect": "Deny", "Action": «[]» }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n  - Effect: Deny\n    Action: «[]»\n',
        errors: ['action'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n',
        },
      },
      {
        name: 'a policy without statements',
        json: '{ "Version": "1.1", "Statement": «[]» }',
        yaml: 'Version: "1.1"\nStatement: «[]»\n',
        errors: ['statement'],
      },
      {
        name: 'exceptions and resources that were forgotten',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "NotAction": «[]», "Resource": «[]» }] }',
        errors: ['action', 'resource'],
      },
      {
        name: 'conditions that restrict nothing',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "Bool": «{}», "StringEquals": { "g:UserName": «[]» } } }, { "Effect": "Allow", "Action": ["ecs:*:list"], "Condition": «{}» }] }',
        errors: ['condition', 'values', 'condition'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { "g:UserName": [] } } }, { "Effect": "Allow", "Action": ["ecs:*:list"] }] }',
        },
      },
    ],
  },
  { describe, it },
);

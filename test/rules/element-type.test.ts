import { describe, it } from 'vitest';
import { rule } from '../../rules/element-type.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy whose parts are what they should be',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - obs:*:*\n',
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
        hcl: 'resource "huaweicloud_identity_role" "r" {\n  policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })\n}\n',
      },
      {
        name: 'an unquoted version, which another rule explains',
        json: '{ "Version": 1.1, "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: 'Version: 1.1\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n',
      },
    ],
    invalid: [
      {
        name: 'a bare string in a 1.1 policy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": «"obs:*:*"», "Resource": «"*"» }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: «obs:*:get*»\n    Resource: «"*"»\n',
        errors: ['type', 'type'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: [obs:*:get*]\n    Resource: ["*"]\n',
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
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    «Action»:\n    Condition: «[]»\n',
        errors: [{ messageId: 'type', data: { found: 'null' } }, 'type'],
      },
    ],
  },
  { describe, it },
);

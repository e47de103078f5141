import { describe, it } from 'vitest';
import { rule } from '../../rules/empty-list.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'lists with something in them',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:*:*"]
        `,
      },
      {
        name: 'a list that is only known later',
        hcl: text`
          resource "huaweicloud_identity_role" "r" {
            policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })
          }
        `,
      },
    ],
    invalid: [
      {
        name: 'a statement without actions',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Effect": "Deny", "Action": «[]» }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
            - Effect: Deny
              Action: «[]»
        `,
        errors: ['action'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:get"]
          `,
        },
      },
      {
        name: 'a policy without statements',
        json: '{ "Version": "1.1", "Statement": «[]» }',
        yaml: text`
          Version: "1.1"
          Statement: «[]»
        `,
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

import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-element.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'every element of a 1.1 policy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["obs:*:*:bucket:*"], "Condition": {} }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:*:*"]
              Resource: ["obs:*:*:bucket:*"]
        `,
      },
      {
        name: 'a role with what it depends on',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [{ "catalog": "BASE", "display_name": "Tenant Guest" }] }',
      },
      {
        name: 'every element of an identity policy',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "a", "Effect": "Allow", "NotAction": ["ecs:*:*"], "NotResource": ["*"] }] }',
      },
      {
        name: 'a name that a template fills in',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"], "${condition}": {} }] }',
      },
    ],
    invalid: [
      {
        name: 'another case',
        json: '{ «"version"»: "1.1", «"statement"»: [{ «"effect"»: "Allow", «"ACTION"»: ["ecs:*:get"] }] }',
        yaml: text`
          «version»: "1.1"
          «statement»:
            - «effect»: Allow
              «ACTION»: ["ecs:*:get"]
        `,
        errors: ['case', 'case', 'case', 'case'],
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
        name: 'another case in Terraform',
        hcl: text`
          resource "huaweicloud_identity_role" "r" {
            policy = jsonencode({ «version» = "1.1", Statement = [{ «"effect"» = "Allow", Action = ["ecs:*:get"] }] })
          }
        `,
        errors: ['case', 'case'],
        fixed: {
          hcl: text`
            resource "huaweicloud_identity_role" "r" {
              policy = jsonencode({ Version = "1.1", Statement = [{ "Effect" = "Allow", Action = ["ecs:*:get"] }] })
            }
          `,
        },
      },
      {
        name: 'a misspelling',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Actions"»: ["ecs:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              «Actions»: ["ecs:*:get"]
        `,
        errors: [
          {
            messageId: 'near',
            suggestions: [
              {
                message: 'Rename it to "Action".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'names that are no elements',
        json: '{ «"$schema"»: "x", "Version": "1.1", «"Effect"»: "Allow", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], «"Reason"»: "because" }] }',
        errors: [
          { messageId: 'unknown', data: { name: '$schema', known: ['Version', 'Statement', 'Depends'] } },
          'misplaced',
          'unknown',
        ],
      },
      {
        name: 'a misspelt part of Depends',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [{ "catalog": "BASE", «"displayname"»: "Tenant Guest" }] }',
        errors: ['near'],
      },
    ],
  },
  { describe, it },
);

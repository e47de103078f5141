import { describe, it } from 'vitest';
import { rule } from '../../rules/undecided-expectation.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["ecs:cloudServers:list", "obs:object:GetObject"] },
      { "Effect": "Deny", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:secrets/*"] }
    ]
  }
`;
const yaml = text`
  Version: "1.1"
  Statement:
    - { Effect: Allow, Action: ["ecs:cloudServers:list", "obs:object:GetObject"] }
    - { Effect: Deny, Action: ["obs:object:*"], Resource: ["obs:*:*:object:secrets/*"] }
`;

const opaque = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["iam:users:*"], "Condition": { "StringResembles": { "g:UserName": ["a"] } } }
    ]
  }
`;

testRule(
  rule,
  {
    valid: [
      { name: 'what is decided', json, yaml, expectations: 'never: [iam:*:*, ecs:*:*]\nalways: [vpc:*:*]\n' },
      { name: 'what an opaque condition has no part in', json: opaque, expectations: 'never: [ecs:*:*]\n' },
    ],
    invalid: [
      {
        name: 'an operator that no document names',
        json: opaque,
        expectations: 'never: [«iam:users:*»]\n',
        errors: [{ messageId: 'stopped', data: { stops: ['StringResembles'], policies: ['policy.json'] } }],
      },
      {
        name: 'an action that is only known when Terraform runs',
        hcl: text`
          variable "action" {}
          resource "huaweicloud_identity_policy" "ops" {
            policy_document = jsonencode({
              Version   = "5.0"
              Statement = [{ Effect = "Allow", Action = [var.action] }]
            })
          }
        `,
        expectations: 'never: [«iam:*:*»]\n',
        errors: [{ messageId: 'stopped', data: { stops: ['var.action'] } }],
      },
      {
        name: 'policies of both generations together, whose names stand for each other',
        json,
        yaml,
        others: { 'v5.json': '{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["ecs:*:*"]}]}' },
        expectations: 'policies: ["policy.*", v5.json]\ntogether: true\nnever: [«ecs:*:*»]\n',
        errors: [{ messageId: 'stopped', data: { stops: ['Version'] } }],
      },
      {
        name: 'a file that cannot be read',
        json,
        others: { 'broken.json': '{ "Statement": [' },
        expectations: 'policies: [policy.json, «broken.json»]\nnever: [iam:*:*]\n',
        errors: [{ messageId: 'unread', data: { path: 'broken.json' } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/broken-expectation.js';
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

const boundary = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["*:*:*"] },
      { "Effect": "Deny", "Action": ["obs:object:GetObject"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }
    ]
  }
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'what is never allowed and always allowed as it is to be',
        json,
        yaml,
        expectations: text`
          never: [iam:*:*, { action: obs:object:*, resource: "obs:*:*:object:secrets/*" }]
          always: [ecs:cloudServers:list, { action: obs:object:GetObject, resource: "obs:*:*:object:open/*" }]
        `,
      },
      {
        name: 'a policy that is the same as itself',
        json,
        expectations: 'policies: [policy.json]\nsame-as: policy.json\nat-most: policy.json\n',
      },
      {
        name: 'a Deny of one policy that another one is taken together with',
        json,
        others: { 'deny.json': '{"Version":"1.1","Statement":[{"Effect":"Deny","Action":["ecs:*:*"]}]}' },
        expectations: 'policies: [policy.json, deny.json]\ntogether: true\nnever: [ecs:*:*]\n',
      },
    ],
    invalid: [
      {
        name: 'what is never to be allowed, with the statement that allows it',
        json,
        yaml,
        expectations: 'never: [iam:*:*, «ecs:*:*»]\n',
        errors: [
          {
            messageId: 'never',
            data: {
              kind: 'never',
              expected: 'ecs:*:*',
              witness: {
                action: 'ecs:cloudServers:list',
                resource: 'ecs:region:account:type:name',
                context: {},
              },
            },
          },
        ],
      },
      {
        name: 'the same of each policy by itself, whatever another one denies',
        json,
        others: { 'deny.json': '{"Version":"1.1","Statement":[{"Effect":"Deny","Action":["ecs:*:*"]}]}' },
        expectations: 'policies: [policy.json, deny.json]\nnever: [«ecs:*:*»]\n',
        errors: ['never'],
      },
      {
        name: 'what is always to be allowed, with the Deny that stands against it',
        json,
        yaml,
        expectations: 'always:\n  - «{ action: obs:object:GetObject, resource: "obs:*:*:object:*" }»\n',
        errors: [{ messageId: 'always', data: { denied: true } }],
      },
      {
        name: 'what is always to be allowed, and is not at all',
        json,
        expectations: 'always: «iam:users:listUsers»\n',
        errors: [{ messageId: 'always', data: { denied: false } }],
      },
      {
        name: 'what goes beyond a policy that is to bound it, with the context in which it does',
        json,
        others: { 'boundary.json': boundary },
        expectations: 'policies: [policy.json]\nat-most: «boundary.json»\n',
        errors: [
          {
            messageId: 'beyond',
            data: {
              expected: 'boundary.json',
              context: ['g:MFAPresent=false'],
              action: 'obs:object:GetObject',
            },
          },
        ],
      },
      {
        name: 'what differs from a policy that is to be the same, in each direction',
        json,
        others: { 'boundary.json': boundary },
        expectations: 'policies: [policy.json]\nsame-as: ««boundary.json»»\n',
        errors: ['beyond', 'short'],
      },
    ],
  },
  { describe, it },
);

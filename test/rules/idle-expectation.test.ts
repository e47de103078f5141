import { describe, it } from 'vitest';
import { rule } from '../../rules/idle-expectation.js';
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

testRule(
  rule,
  {
    valid: [
      { name: 'policies of the folder', json, yaml, expectations: 'never: [iam:*:*]\n' },
      { name: 'a glob that matches', json, expectations: 'policies: ["*.json"]\nnever: [iam:*:*]\n' },
      {
        name: 'a policy that is read because it is named',
        json,
        others: { '../shared/other.json': json },
        expectations: 'policies: [../shared/other.json]\nnever: [iam:*:*]\n',
      },
    ],
    invalid: [
      {
        name: 'a path that is not there, with the one that is near',
        json,
        yaml,
        expectations: 'policies: ["policy.*", «polcy.json»]\nnever: [iam:*:*]\n',
        errors: ['absent'],
      },
      {
        name: 'a glob without a policy',
        json,
        expectations: 'policies: [«teams/*.json»]\nnever: [iam:*:*]\n',
        errors: [{ messageId: 'absent', data: { policy: 'teams/*.json', near: [] } }],
      },
      {
        name: 'an address at which there is none, and a policy to compare with that is not there',
        json,
        expectations: 'policies: [«policy.json#ops»]\nsame-as: «old/policy.json»\n',
        errors: ['absent', 'absent'],
      },
      {
        name: 'a glob that would be slow to match',
        json,
        expectations: 'policies: [«"a*b*c*d*e*.json"»]\nnever: [iam:*:*]\n',
        errors: ['slow'],
      },
    ],
  },
  { describe, it },
);

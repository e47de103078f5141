import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-condition-value.js';
import { testRule } from '../../src/lint/tester.js';

const json = (operator: string, values: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"], "Condition": { "${operator}": { "g:UserName": [${values}] } } }] }`;
const yaml = (operator: string, values: string) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:cloudServers:list"]\n    Condition:\n      ${operator}:\n        g:UserName:\n${values}`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'values that differ in case, which counts',
        json: json('StringEquals', '"anna", "Anna"'),
        yaml: yaml('StringEquals', '          - anna\n          - ben\n'),
      },
      { name: 'a star that an operator takes literally', json: json('StringEquals', '"dev-*", "dev-anna"') },
    ],
    invalid: [
      {
        name: 'a value that a wildcard covers',
        json: json('StringMatch', '«"dev-anna"», "dev-*"'),
        yaml: yaml('StringMatch', '          - «dev-anna»\n          - dev-*\n'),
        errors: [{ messageId: 'redundant', data: { by: 'dev-*' } }],
        fixed: { json: json('StringMatch', '"dev-*"'), yaml: yaml('StringMatch', '          - dev-*\n') },
      },
      {
        name: 'a second copy where case does not count',
        json: json('StringEqualsIgnoreCase', '"anna", «"Anna"»'),
        errors: ['redundant'],
        fixed: { json: json('StringEqualsIgnoreCase', '"anna"') },
      },
    ],
  },
  { describe, it },
);

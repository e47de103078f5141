import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-condition-keys.js';
import { testRule } from '../../src/lint/tester.js';

const keys = (count: number) => Array.from({ length: count }, (_, index) => `"g:ResourceTag/t${index}"`);
const json = (names: readonly string[], version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { ${names.map((name) => `${name}: ["a"]`).join(', ')} } } }] }`;
const yaml = (names: readonly string[]) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition:\n      StringEquals:\n${names.map((name) => `        ${name}: ["a"]\n`).join('')}`;

testRule(
  rule,
  {
    valid: [
      { name: 'ten keys', json: json(keys(10)), yaml: yaml(keys(10)) },
      { name: 'eleven in an identity policy', json: json(keys(11), '5.0') },
    ],
    invalid: [
      {
        name: 'eleven keys',
        json: json([...keys(10), '«"g:UserName"»']),
        yaml: yaml([...keys(10), '«"g:UserName"»']),
        errors: [{ messageId: 'limit', data: { count: 11, operator: 'StringEquals' } }],
      },
    ],
  },
  { describe, it },
);

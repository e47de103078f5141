import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-conditions.js';
import { testRule } from '../../src/lint/tester.js';

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringMatch',
  'StringNotMatch',
  'StringStartWith',
  'StringEndWith',
  'StringEqualsIfExists',
  'StringMatchIfExists',
];
const json = (operators: readonly string[], version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { ${operators.map((operator) => `${operator}: { "g:UserName": ["a"] }`).join(', ')} } }] }`;
const yaml = (operators: readonly string[]) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition:\n${operators.map((operator) => `      ${operator}: { "g:UserName": ["a"] }\n`).join('')}`;
const ten = OPERATORS.map((operator) => `"${operator}"`);

testRule(
  rule,
  {
    valid: [
      { name: 'ten operators', json: json(ten), yaml: yaml(OPERATORS) },
      { name: 'eleven in an identity policy', json: json([...ten, '"StringStartWithIfExists"'], '5.0') },
    ],
    invalid: [
      {
        name: 'eleven operators',
        json: json([...ten, '«"StringStartWithIfExists"»']),
        yaml: yaml([...OPERATORS, '«StringStartWithIfExists»']),
        errors: [{ messageId: 'limit', data: { count: 11, max: 10 } }],
      },
    ],
  },
  { describe, it },
);

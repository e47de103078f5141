import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-statements.js';
import { testRule } from '../../src/lint/tester.js';

const STATEMENT = '{ "Effect": "Allow", "Action": ["ecs:*:get"] }';
const json = (statements: readonly string[], version = '1.1') =>
  `{ "Version": "${version}", "Statement": [${statements.join(', ')}] }`;
const yaml = (effects: readonly string[]) =>
  `Version: "1.1"\nStatement:\n${effects.map((effect) => `  - ${effect}: Allow\n    Action: ["ecs:*:get"]\n`).join('')}`;
const many = (count: number, text: string) => Array.from({ length: count }, () => text);

testRule(
  rule,
  {
    valid: [
      { name: 'eight statements', json: json(many(8, STATEMENT)), yaml: yaml(many(8, 'Effect')) },
      { name: 'nine in an identity policy', json: json(many(9, STATEMENT), '5.0') },
    ],
    invalid: [
      {
        name: 'nine statements',
        json: json([...many(8, STATEMENT), `«{»${STATEMENT.slice(1)}`]),
        yaml: yaml([...many(8, 'Effect'), '«Effect»']),
        errors: [{ messageId: 'limit', data: { count: 9, max: 8 } }],
      },
      {
        name: 'ten statements once',
        json: json([...many(8, STATEMENT), `«{»${STATEMENT.slice(1)}`, STATEMENT]),
        errors: [{ messageId: 'limit', data: { count: 10 } }],
      },
    ],
  },
  { describe, it },
);

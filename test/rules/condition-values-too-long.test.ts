import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-values-too-long.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const values = (length: number) => `["${'a'.repeat(1000)}", "${'b'.repeat(length - 1000)}"]`;
const json = (key: string, length: number, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { ${key}: ${values(length)} } } }] }`;
const yaml = (key: string, length: number) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          StringEquals:
            ${key}: ${values(length)}
  `;

testRule(
  rule,
  {
    valid: [
      { name: '1,024 characters', json: json('"g:UserName"', 1024), yaml: yaml('g:UserName', 1024) },
      { name: 'more in an identity policy', json: json('"g:UserName"', 1025, '5.0') },
    ],
    invalid: [
      {
        name: '1,025 characters',
        json: json('«"g:UserName"»', 1025),
        yaml: yaml('«g:UserName»', 1025),
        errors: [{ messageId: 'limit', data: { count: 1025, max: 1024, key: 'g:UserName' } }],
      },
    ],
  },
  { describe, it },
);

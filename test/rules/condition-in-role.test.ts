import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-in-role.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = (version: string, name: string) =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"], ${name}: { "Bool": { "g:MFAPresent": ["true"] } } }] }`;
const yaml = (version: string, name: string) =>
  text`
    Version: "${version}"
    Statement:
      - Effect: Allow
        Action: ["DNS:Zone:*"]
        ${name}: { Bool: { "g:MFAPresent": ["true"] } }
  `;

testRule(
  rule,
  {
    valid: [
      { name: 'a condition in a policy', json: json('1.1', '"Condition"'), yaml: yaml('5.0', 'Condition') },
      {
        name: 'a role without one',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a condition in a role',
        json: json('1.0', '«"Condition"»'),
        yaml: yaml('1.0', '«Condition»'),
        errors: ['condition'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-depends.js';
import { testRule } from '../../src/lint/tester.js';

const ENTRY = '{ "catalog": "BASE", "display_name": "Tenant Guest" }';
const many = (count: number) => Array.from({ length: count }, () => ENTRY);
const json = (entries: readonly string[], version = '1.0') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [${entries.join(', ')}] }`;
const yaml = (entries: readonly string[]) =>
  `Version: "1.0"\nStatement:\n  - Effect: Allow\n    Action: ["DNS:Zone:*"]\nDepends:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;

testRule(
  rule,
  {
    valid: [
      { name: 'twenty roles', json: json(many(20)), yaml: yaml(many(20)) },
      { name: 'a policy, which must not have any', json: json(many(21), '1.1') },
    ],
    invalid: [
      {
        name: 'twenty-one roles',
        json: json([...many(20), `«${ENTRY}»`]),
        yaml: yaml([...many(20), `«${ENTRY}»`]),
        errors: [{ messageId: 'limit', data: { count: 21, max: 20 } }],
      },
    ],
  },
  { describe, it },
);

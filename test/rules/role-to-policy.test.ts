import { describe, it } from 'vitest';
import { rule } from '../../rules/role-to-policy.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'policies',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n',
      },
    ],
    invalid: [
      {
        name: 'a role',
        json: '{ "Version": «"1.0"», "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }] }',
        yaml: 'Version: «"1.0"»\nStatement:\n  - Effect: Allow\n    Action: ["DNS:Zone:*"]\nDepends: []\n',
        errors: [{ messageId: 'role', data: { version: '1.0' } }],
      },
      {
        name: 'one without a Version, by its Depends',
        json: '{ «"Statement"»: [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [] }',
        yaml: '«Statement»:\n  - Effect: Allow\n    Action: ["DNS:Zone:*"]\nDepends: []\n',
        errors: ['role'],
      },
    ],
  },
  { describe, it },
);

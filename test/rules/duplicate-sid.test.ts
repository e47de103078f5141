import { describe, it } from 'vitest';
import { rule } from '../../rules/duplicate-sid.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'names that differ, also only in case',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Sid": "a", "Effect": "Allow", "Action": ["ecs:*:list"] }, { "Effect": "Deny", "Action": ["ecs:*:stop"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Sid: A\n    Effect: Allow\n    Action: ["ecs:*:get"]\n',
      },
    ],
    invalid: [
      {
        name: 'the later of two with one name',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Sid": «"A"», "Effect": "Deny", "Action": ["ecs:*:stop"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Sid: A\n    Effect: Allow\n    Action: ["ecs:*:get"]\n  - Sid: «"A"»\n    Effect: Deny\n    Action: ["ecs:*:stop"]\n',
        errors: ['duplicate'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/empty-sid.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Sid with a text',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Sid: A\n    Effect: Allow\n    Action: ["ecs:*:get"]\n',
      },
      {
        name: 'no Sid',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a Sid without a text',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": «" "», "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Sid: «""»\n    Action: ["ecs:*:get"]\n',
        errors: ['empty'],
        fixed: {
          json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
          yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n',
        },
      },
    ],
  },
  { describe, it },
);

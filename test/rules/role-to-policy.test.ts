import { describe, it } from 'vitest';
import { rule } from '../../rules/role-to-policy.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'policies',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a role',
        json: '{ "Version": «"1.0"», "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }] }',
        yaml: text`
          Version: «"1.0"»
          Statement:
            - Effect: Allow
              Action: ["DNS:Zone:*"]
          Depends: []
        `,
        errors: [{ messageId: 'role', data: { version: '1.0' } }],
      },
      {
        name: 'one without a Version, by its Depends',
        json: '{ «"Statement"»: [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [] }',
        yaml: text`
          «Statement»:
            - Effect: Allow
              Action: ["DNS:Zone:*"]
          Depends: []
        `,
        errors: ['role'],
      },
    ],
  },
  { describe, it },
);

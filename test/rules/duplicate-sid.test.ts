import { describe, it } from 'vitest';
import { rule } from '../../rules/duplicate-sid.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'names that differ, also only in case',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Sid": "a", "Effect": "Allow", "Action": ["ecs:*:list"] }, { "Effect": "Deny", "Action": ["ecs:*:stop"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Sid: A
              Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
    ],
    invalid: [
      {
        name: 'the later of two with one name',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Sid": «"A"», "Effect": "Deny", "Action": ["ecs:*:stop"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Sid: A
              Effect: Allow
              Action: ["ecs:*:get"]
            - Sid: «"A"»
              Effect: Deny
              Action: ["ecs:*:stop"]
        `,
        errors: ['duplicate'],
      },
    ],
  },
  { describe, it },
);

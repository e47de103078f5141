import { describe, it } from 'vitest';
import { rule } from '../../rules/empty-sid.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Sid with a text',
        json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Sid: A
              Effect: Allow
              Action: ["ecs:*:get"]
        `,
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
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Sid: «""»
              Action: ["ecs:*:get"]
        `,
        errors: ['empty'],
        fixed: {
          json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
          yaml: text`
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:get"]
          `,
        },
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/invalid-effect.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'both effects',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["ecs:*:delete*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              Action: ["ecs:*:get"]
        `,
      },
      {
        name: 'an effect that a template fills in',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "{{ effect }}", "Action": ["ecs:*:*"] }] }',
      },
      {
        name: "no string, which is another rule's",
        json: '{ "Version": "1.1", "Statement": [{ "Effect": true, "Action": ["ecs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'another case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": «"allow"», "Action": ["ecs:*:*"] }, { "Effect": «"DENY"», "Action": ["ecs:*:delete*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: «allow»
              Action: ["ecs:*:get"]
            - Effect: «'deny'»
              Action: ["ecs:*:delete*"]
        `,
        errors: [{ messageId: 'case', confidence: 'likely' }, 'case'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["ecs:*:delete*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:get"]
              - Effect: 'Deny'
                Action: ["ecs:*:delete*"]
          `,
        },
      },
      {
        name: 'a misspelling',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": «"Alow"», "Action": ["ecs:*:*"] }] }',
        errors: [
          {
            messageId: 'unknown',
            suggestions: [
              {
                message: 'Write "Allow".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
              },
            ],
          },
        ],
      },
      {
        name: 'another word',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": «"Permit"», "Action": ["ecs:*:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: «Permit»
              Action: ["ecs:*:get"]
        `,
        errors: ['unknown'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/allow-not-action.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'an Allow with Action, and a Deny with NotAction',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Deny", "NotAction": ["ecs:*:*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Deny\n    NotAction: ["ecs:*:*"]\n',
      },
    ],
    invalid: [
      {
        name: 'an Allow with NotAction',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", «"NotAction"»: ["iam:*:*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    «NotAction»:\n      - iam:*:*\n',
        errors: ['allowed'],
      },
    ],
  },
  { describe, it },
);

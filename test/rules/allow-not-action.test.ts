import { describe, it } from 'vitest';
import { rule } from '../../rules/allow-not-action.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'an Allow with Action, and a Deny with NotAction',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Deny", "NotAction": ["ecs:*:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              NotAction: ["ecs:*:*"]
        `,
      },
    ],
    invalid: [
      {
        name: 'an Allow with NotAction',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", «"NotAction"»: ["iam:*:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              «NotAction»:
                - iam:*:*
        `,
        errors: ['allowed'],
      },
    ],
  },
  { describe, it },
);

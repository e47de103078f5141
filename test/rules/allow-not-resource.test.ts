import { describe, it } from 'vitest';
import { rule } from '../../rules/allow-not-resource.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'an Allow with Resource, and a Deny with NotResource',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:get*"], "Resource": ["obs:*:*:bucket:a"] }, { "Effect": "Deny", "Action": ["obs:*:*"], "NotResource": ["obs:*:*:bucket:a"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["obs:*:*"]
              NotResource: ["obs:*:*:bucket:a"]
        `,
      },
    ],
    invalid: [
      {
        name: 'an Allow with NotResource',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:get*"], «"NotResource"»: ["obs:*:*:bucket:a"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["obs:*:get*"]
              «NotResource»: ["obs:*:*:bucket:a"]
        `,
        errors: ['allowed'],
      },
    ],
  },
  { describe, it },
);

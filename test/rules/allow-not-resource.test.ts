import { describe, it } from 'vitest';
import { rule } from '../../rules/allow-not-resource.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'an Allow with Resource, and a Deny with NotResource',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:get*"], "Resource": ["obs:*:*:bucket:a"] }, { "Effect": "Deny", "Action": ["obs:*:*"], "NotResource": ["obs:*:*:bucket:a"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["obs:*:*"]\n    NotResource: ["obs:*:*:bucket:a"]\n',
      },
    ],
    invalid: [
      {
        name: 'an Allow with NotResource',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:get*"], «"NotResource"»: ["obs:*:*:bucket:a"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["obs:*:get*"]\n    «NotResource»: ["obs:*:*:bucket:a"]\n',
        errors: ['allowed'],
      },
    ],
  },
  { describe, it },
);

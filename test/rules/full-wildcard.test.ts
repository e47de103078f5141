import { describe, it } from 'vitest';
import { rule } from '../../rules/full-wildcard.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Deny of everything, and wildcards of less',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["*:*:*"] }, { "Effect": "Allow", "Action": ["*:*:get", "ecs:*:*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["*"]\n',
      },
      {
        name: 'everything that can be done with one bucket',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["*"], "Resource": ["obs:*:*:bucket:mine"] }] }',
      },
      {
        name: 'a service control policy, which only bounds',
        hcl: 'resource "huaweicloud_organizations_policy" "all" {\n  content = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }] })\n}\n',
      },
    ],
    invalid: [
      {
        name: 'each way to write it',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"*:*:*"», «"*"», «"**"», «"*:*"»], "Resource": ["*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «"*:*:*"»\n      - «"*"»\n      - «"**"»\n      - «"*:*"»\n',
        errors: ['everything', 'everything', 'everything', 'everything'],
      },
      {
        name: 'under a condition, and in a role',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"*"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: 'Version: "1.0"\nStatement:\n  - Effect: Allow\n    Action: [«"*:*:*"»]\n',
        errors: ['everything'],
      },
    ],
  },
  { describe, it },
);

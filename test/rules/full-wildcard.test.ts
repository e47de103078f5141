import { describe, it } from 'vitest';
import { rule } from '../../rules/full-wildcard.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Deny of everything, and wildcards of less',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["*:*:*"] }, { "Effect": "Allow", "Action": ["*:*:get", "ecs:*:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["*"]
        `,
      },
      {
        name: 'everything that can be done with one bucket',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["*"], "Resource": ["obs:*:*:bucket:mine"] }] }',
      },
      {
        name: 'a service control policy, which only bounds',
        hcl: text`
          resource "huaweicloud_organizations_policy" "all" {
            content = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }] })
          }
        `,
      },
    ],
    invalid: [
      {
        name: 'each way to write it',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"*:*:*"», «"*"», «"**"», «"*:*"»], "Resource": ["*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «"*:*:*"»
                - «"*"»
                - «"**"»
                - «"*:*"»
        `,
        errors: ['everything', 'everything', 'everything', 'everything'],
      },
      {
        name: 'under a condition, and in a role',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"*"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: text`
          Version: "1.0"
          Statement:
            - Effect: Allow
              Action: [«"*:*:*"»]
        `,
        errors: ['everything'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/missing-element.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy with what it must have',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
      {
        name: 'NotAction in the place of Action',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*:*"] }] }',
      },
      {
        name: "a misspelt element, which is another rule's",
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Actions": ["ecs:*:get"] }] }',
      },
      {
        name: 'an element in another case',
        json: '{ "version": "1.1", "Statement": [{ "effect": "Allow", "Action": ["ecs:*:get"] }] }',
      },
      {
        name: 'a topic policy, which has its own grammar',
        json: '{ "Version": "2016-09-07", "Statement": [{ "Sid": "a", "Effect": "Allow", "Principal": { "CSP": ["urn:csp:iam::x:root"] } }] }',
      },
    ],
    invalid: [
      {
        name: 'no Version',
        json: '«{» "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          «Statement»:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
        errors: [
          {
            messageId: 'missing',
            data: { element: 'Version' },
            suggestions: [
              {
                message: 'Add "Version": "1.1".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
              {
                message: 'Add "Version": "5.0".',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
                yaml: text`
                  Version: "5.0"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                `,
              },
            ],
          },
        ],
      },
      { name: 'no Statement', json: '«{» "Version": "1.1" }', errors: ['missing'] },
      {
        name: 'a statement without Effect and Action',
        json: '{ "Version": "1.1", "Statement": [«{» "Action": ["ecs:*:get"] }, «{» "Effect": "Deny" }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - «Action»: ["ecs:*:get"]
            - «Effect»: Deny
        `,
        errors: [
          { messageId: 'missing', data: { element: 'Effect' } },
          { messageId: 'choice', data: { element: 'Action', choice: 'NotAction' } },
        ],
      },
      {
        name: 'a statement of a trust policy that speaks of nobody',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": { "IAM": ["1"] }, "Action": ["sts:agencies:assume"] }, «{» "Effect": "Deny", "Action": ["sts:agencies:assume"] }] }',
        errors: [{ messageId: 'missing', data: { element: 'Principal' } }],
      },
      {
        name: 'agencies without a resource',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/x"] } }, «{» "Effect": "Allow", "Action": ["iam:agencies:assume"] }] }',
        errors: [{ messageId: 'missing', data: { element: 'Resource' } }],
      },
      {
        name: 'half an entry of Depends',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [«{» "catalog": "BASE" }] }',
        errors: ['missing'],
      },
    ],
  },
  { describe, it },
);

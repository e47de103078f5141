import { describe, it } from 'vitest';
import { rule } from '../../rules/new-access.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const narrow = {
  json: text`
    {
      "Version": "1.1",
      "Statement": [
        { "Effect": "Allow", "Action": ["waf:*:*"] },
        { "Effect": "Deny", "Action": ["waf:*:delete*"] }
      ]
    }
  `,
  yaml: text`
    Version: "1.1"
    Statement:
      - { Effect: Allow, Action: ["waf:*:*"] }
      - { Effect: Deny, Action: ["waf:*:delete*"] }
  `,
};

testRule(
  rule,
  {
    valid: [
      { name: 'a policy that is compared with nothing', ...narrow },
      { name: 'a policy that is as it was', ...narrow, before: narrow },
      {
        name: 'a policy that allows less, written otherwise',
        json: '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["waf:*:list*","waf:*:get*"]}]}',
        before: narrow,
      },
    ],
    invalid: [
      {
        name: 'a Deny that is gone, at the statement that allows it now',
        json: text`
          {
            "Version": "1.1",
            "Statement": [
              «{ "Effect": "Allow", "Action": ["waf:*:*"] }»
            ]
          }
        `,
        yaml: text`
          Version: "1.1"
          Statement:
            - «{ Effect: Allow, Action: ["waf:*:*"] }»
        `,
        before: narrow,
        errors: [{ messageId: 'allowed', data: { resource: 'waf:region:account:type:name', context: [] } }],
      },
      {
        name: 'what nobody can say of a condition that nobody can read',
        json: '{"Version":"1.1",«"Statement"»:[{"Effect":"Allow","Action":["iam:*:*"],"Condition":{"Perhaps":{"a:b":["1"]}}}]}',
        before: { json: '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ecs:*:*"]}]}' },
        errors: [{ messageId: 'undecided', data: { stop: 'Perhaps' } }],
      },
    ],
  },
  { describe, it },
);

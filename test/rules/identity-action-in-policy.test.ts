import { describe, it } from 'vitest';
import { rule } from '../../rules/identity-action-in-policy.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const catalog = [
  `schema: 1
cloud: huaweicloud
service: evs
operations: []
actions:
  - { name: "evs:volumes:list", access_level: list, aliases: ["evs:volumes:listDetails"] }
  - { name: "evs:volumes:get", access_level: read, aliases: ["evs:volumes:get", "evs:volumes:show"] }
  - { name: "evs:volumes:create", access_level: write }
`,
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'names of policies 1.1, those of both, those without an alias, and identity policies',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:listDetails", "evs:volumes:get", "evs:volumes:create", "evs:*:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["evs:volumes:list"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a name of identity policies',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"evs:volumes:list"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «evs:volumes:list»
        `,
        errors: [{ messageId: 'other', data: { names: ['evs:volumes:listDetails'] } }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:listDetails"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - evs:volumes:listDetails
          `,
        },
      },
      {
        name: 'in a NotAction, where nothing is changed unasked',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "NotAction": [«"evs:volumes:list"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              NotAction: [«"evs:volumes:list"»]
        `,
        errors: ['other'],
      },
    ],
  },
  { describe, it },
);

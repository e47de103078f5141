import { describe, it } from 'vitest';
import { rule } from '../../rules/old-action-in-identity-policy.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const catalog = [
  `schema: 1
cloud: huaweicloud
service: evs
operations: []
actions:
  - { name: "evs:volumes:list", access_level: list, aliases: ["evs:volumes:listDetails"] }
  - { name: "evs:volumes:create", access_level: write, aliases: ["evs:volumes:use"] }
  - { name: "evs:volumes:attach", access_level: write, aliases: ["evs:volumes:use"] }
  - { name: "evs:volumes:get", access_level: read, aliases: ["evs:volumes:get", "evs:volumes:show"] }
`,
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'names of identity policies, wildcards, and names that nothing is known of',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:list", "evs:volumes:get", "evs:*:*", "evs:volumes:other", "new:a:b"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["evs:volumes:listDetails"]
        `,
      },
    ],
    invalid: [
      {
        name: 'an alias of one action, in any case',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:create", «"evs:volumes:LISTDETAILS"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action:
                - evs:volumes:create # new
                - «evs:volumes:listDetails» # old
        `,
        errors: [{ messageId: 'other', data: { names: ['evs:volumes:list'] } }],
        fixed: {
          json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:create", "evs:volumes:list"] }] }',
          yaml: text`
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action:
                  - evs:volumes:create # new
                  - evs:volumes:list # old
          `,
        },
      },
      {
        name: 'an alias of several, one that is denied, and one in NotAction',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"evs:volumes:use"»] }, { "Effect": "Deny", "Action": [«"evs:volumes:show"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: [«"evs:volumes:use"»]
            - Effect: Deny
              NotAction: [«"evs:volumes:show"»]
        `,
        errors: ['other', 'other'],
        fixed: {
          json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["evs:volumes:create", "evs:volumes:attach"] }, { "Effect": "Deny", "Action": ["evs:volumes:get"] }] }',
          yaml: text`
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["evs:volumes:create", "evs:volumes:attach"]
              - Effect: Deny
                NotAction: ["evs:volumes:get"]
          `,
        },
      },
      {
        name: 'an alias of an action whose name is an alias, too',
        catalog: [
          `schema: 1
cloud: huaweicloud
service: ces
operations: []
actions:
  - { name: "ces:alarms:put", access_level: write, aliases: ["ces:alarms:set"] }
  - { name: "ces:alarms:putAction", access_level: write, aliases: ["ces:alarms:put"] }
`,
        ],
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"ces:alarms:set"»] }] }',
        errors: [
          {
            messageId: 'other',
            suggestions: [
              {
                message: 'Replace it by "ces:alarms:put".',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ces:alarms:put"] }] }',
              },
            ],
          },
        ],
      },
      {
        name: 'an alias of actions that may be more than were read',
        catalog: [`${catalog[0] ?? ''}coverage: { pages: 1, transcribed: 1, partial: ["5.0"] }\n`],
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": [«"evs:volumes:show"»] }] }',
        errors: [
          {
            messageId: 'other',
            suggestions: [
              {
                message: 'Replace it by "evs:volumes:get".',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": ["evs:volumes:get"] }] }',
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);

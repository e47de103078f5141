import { describe, it } from 'vitest';
import { rule } from '../../rules/former-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = [
  ...exampleCatalog().filter(({ service }) => service !== 'vpc'),
  `schema: 1
cloud: huaweicloud
service: vpc
operations: []
actions: [{ name: "vpc:ports:get" }]
former_actions:
  - { name: "vpc:routeLogs:list", last_documented: "2019", replaced_by: ["vpc:rouetLogs:list"], sources: [] }
  - { name: "vpc:ports:show", last_documented: "2019", replaced_by: ["vpc:ports:get", "vpc:ports:list"], sources: [] }
  - { name: "vpc:gone:get", last_documented: "2019", replaced_by: [], sources: [] }
`,
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'actions of today, wildcards, and names that nothing is known of',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:*:delete", "ecs:a:b"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["vpc:ports:get"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a name that one other took the place of',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:delete"», "ecs:cloudServers:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «ecs:cloudServers:delete»
                - ecs:cloudServers:get
        `,
        errors: [
          {
            messageId: 'replaced',
            confidence: 'likely',
            data: { last: '2020-06-30', names: ['ecs:cloudServers:deleteServers'] },
          },
        ],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:deleteServers", "ecs:cloudServers:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:cloudServers:deleteServers
                  - ecs:cloudServers:get
          `,
        },
      },
      {
        name: 'one that several or none did, and one that is denied',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"vpc:ports:show"», «"vpc:gone:get"»] }, { "Effect": "Deny", "Action": [«"ecs:cloudServers:delete"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: [«"vpc:ports:show"», «"vpc:gone:get"»]
            - Effect: Deny
              Action: [«"ecs:cloudServers:delete"»]
        `,
        errors: ['replaced', 'gone', 'replaced'],
      },
      {
        name: 'one whose successor looks like a slip of the page: nothing is rewritten by itself',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"vpc:routeLogs:list"»] }] }',
        errors: [
          {
            messageId: 'replaced',
            suggestions: [
              {
                message: 'Replace it by "vpc:rouetLogs:list".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:rouetLogs:list"] }] }',
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);

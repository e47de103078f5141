import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

const SLIPS = [
  `schema: 1
cloud: huaweicloud
service: ecs
actions:
  - name: "ecs:cloudServers:get"
  - name: "ecs:cloudServers:list"
  - name: "ecs:cloudServers:start"
  - name: "ecs:disks:attach"
  - name: "ecs:images:createImage"
`,
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'known actions, whatever their case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudservers:LIST"] }] }',
        catalog,
      },
      {
        name: 'wildcards, and actions of services that the catalog does not know',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServer:*", "smn:topic:list"] }]
        `,
        catalog,
      },
      {
        name: 'an action that was renamed, which is another rule’s matter',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:delete"] }] }',
        catalog,
      },
      {
        name: 'an action that is like no other, where only slips are asked for',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:set"] }] }',
        catalog,
        options: { undocumented: false },
      },
      {
        name: 'actions that no page of the catalog names, but another source does',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:DeleteBucket", "IAM:permissions:grantRoleToAgency"] }] }',
        catalog,
      },
      {
        name: 'an action of another form',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:list", "ecs:cloudServers:li st"] }] }',
        catalog,
      },
      {
        name: 'an action of a 5.0 policy of a service whose 5.0 pages the catalog has not read',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:listImages"] }] }',
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: ims
            actions: [{ name: "ims:images:list" }]
          `,
        ],
      },
    ],
    invalid: [
      {
        name: 'a misspelt action, in Action and in NotAction',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServer:list"»] }, { "Effect": "Deny", "NotAction": [«"vpc:vpc:list"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: [«ecs:cloudServer:list»]
            - Effect: Deny
              NotAction:
                - «"vpc:vpc:list"»
        `,
        catalog,
        errors: [
          {
            messageId: 'near',
            confidence: 'likely',
            data: { action: 'ecs:cloudServer:list', near: ['ecs:cloudServers:list'] },
            suggestions: [
              {
                message: 'Replace it by "ecs:cloudServers:list".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }, { "Effect": "Deny", "NotAction": ["vpc:vpc:list"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: [ecs:cloudServers:list]
                    - Effect: Deny
                      NotAction:
                        - "vpc:vpc:list"
                `,
              },
            ],
          },
          'near',
        ],
      },
      {
        name: 'actions that are like no other: another verb, another type',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:set"», «"vpc:quotas:list"»] }] }',
        catalog,
        errors: [
          { messageId: 'unknown', confidence: 'doubtful', data: { service: 'ecs' } },
          { messageId: 'unknown', data: { service: 'vpc' } },
        ],
      },
      {
        name: 'another way to join words, and slips of a letter',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloud_servers:delete_servers"», «"ecs:cloudServers:changOS"»] }] }',
        catalog,
        options: { undocumented: false },
        errors: [
          { messageId: 'near', data: { near: ['ecs:cloudServers:deleteServers'] } },
          { messageId: 'near', data: { near: ['ecs:cloudServers:changeOS'] } },
        ],
      },
      {
        name: 'two letters swapped, in short words too, and a slip in each segment',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:lsit"», «"ecs:cloudServers:strat"», «"ecs:cloudServers:gte"», «"ecs:cloudServer:lsit"»] }] }',
        catalog: SLIPS,
        errors: [
          { messageId: 'near', data: { near: ['ecs:cloudServers:list'] } },
          { messageId: 'near', data: { near: ['ecs:cloudServers:start'] } },
          { messageId: 'near', data: { near: ['ecs:cloudServers:get'] } },
          { messageId: 'near', data: { near: ['ecs:cloudServers:list'] } },
        ],
      },
      {
        name: 'what no page names of a service that was read in part',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ims:images:share"»] }] }',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: ims\ncoverage: { pages: 1, transcribed: 0, partial: ["1.1"] }\nactions: [{ name: "ims:images:list" }]\n',
        ],
        errors: [{ messageId: 'unread', confidence: 'doubtful', data: { service: 'ims' } }],
      },
      {
        name: 'the right words otherwise parted, and an operation of several words below another type',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:list:cloudServers"», «"ecs:cloud:serversList"», «"ecs:disks:createImage"», «"ecs:disks:start"»] }] }',
        catalog: SLIPS,
        errors: [
          { messageId: 'near', data: { near: ['ecs:cloudServers:list'] } },
          { messageId: 'near', data: { near: ['ecs:cloudServers:list'] } },
          { messageId: 'near', data: { near: ['ecs:images:createImage'] } },
          { messageId: 'unknown' },
        ],
      },
    ],
  },
  { describe, it },
);

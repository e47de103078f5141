import { describe, it } from 'vitest';
import { rule } from '../../rules/excess-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const list = text`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;
const listAndStop = `apis:
  - GET /v1/{project_id}/cloudservers/detail
  - { api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-stop-servers }
`;

const onlyList = {
  json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
  yaml: text`
    Version: "1.1"
    Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
  `,
};

testRule(
  rule,
  {
    valid: [
      {
        name: 'what may be needed by a call that is ambiguous',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:start"] }] }',
        manifest: text`
          apis:
            - GET /v1/{project_id}/cloudservers/detail
            - POST /v1/{project_id}/cloudservers/action
        `,
        catalog,
      },
      {
        name: 'what may be needed by calls that were not read',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:start"] }] }',
        manifest: `unread: [{ client: some SDK, service: ecs, files: ["main.go:4"] }]\n${list}`,
        catalog,
      },
      {
        name: 'exactly what is needed',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        manifest: list,
        catalog,
      },
      {
        name: 'a wildcard of which all is needed',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:*:list"] }]
        `,
        manifest: list,
        catalog,
      },
      {
        name: 'a policy that no manifest covers',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
        catalog,
      },
      {
        name: 'a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }, { "Effect": "Deny", "Action": ["vpc:*:*"] }] }',
        manifest: list,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'what no trace showed for as many days as are asked for, and says so',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:cloudServers:stop"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list", «"ecs:cloudServers:stop"»] }]
        `,
        manifest: `observed: [{ by: traces, from: 2026-08-01, to: 2026-10-31 }]\n${list}`,
        catalog,
        fixed: onlyList,
        errors: [
          {
            messageId: 'literal',
            data: {
              observed: 'The traces from 2026-08-01 to 2026-10-31 (92 days) show no use of it.',
              unused: { by: 'traces', from: '2026-08-01', to: '2026-10-31', unplaced: 0 },
            },
          },
        ],
      },
      {
        name: 'what traces cannot show, or were too short for, and says nothing of them',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:cloudServers:get"», «"ecs:cloudServers:stop"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list", «"ecs:cloudServers:get"», «"ecs:cloudServers:stop"»] }]
        `,
        manifest: `observed: [{ by: traces, from: 2026-08-04, to: 2026-10-31 }]\n${list}`,
        catalog,
        fixed: onlyList,
        errors: [
          { messageId: 'literal', data: { observed: '' } },
          { messageId: 'literal', data: { observed: '' } },
        ],
      },
      {
        name: 'of a wildcard what changes something, where only traces were read',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: [«"ecs:cloudServers:*"»] }]
        `,
        manifest: `observed: [{ by: traces, from: 2026-10-01, to: 2026-10-31, unplaced: 2 }]\n${list}`,
        catalog,
        options: { days: 31 },
        fixed: onlyList,
        errors: [
          {
            messageId: 'wildcard',
            data: {
              observed:
                'The traces from 2026-10-01 to 2026-10-31 (31 days; 2 records could not be placed) show no other use of it that changes something.',
            },
          },
        ],
      },
      {
        name: 'of a wildcard all, where logs were read',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: [«"ecs:cloudServers:*"»] }]
        `,
        manifest: `observed: [{ by: logs, from: 2026-08-01, to: 2026-10-31 }]\n${list}`,
        catalog,
        fixed: onlyList,
        errors: [
          {
            messageId: 'wildcard',
            data: { observed: 'The logs from 2026-08-01 to 2026-10-31 (92 days) show no other use of it.' },
          },
        ],
      },
      {
        name: 'a wildcard, and replaces it by exactly what is needed',
        json: `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        «"ecs:*:*"»
      ]
    }
  ]
}
`,
        yaml: `Version: "1.1"
Statement:
  - Effect: Allow
    Action:
      - «ecs:*:*» # servers
`,
        manifest: listAndStop,
        catalog,
        errors: [
          {
            messageId: 'wildcard',
            confidence: 'certain',
            data: {
              pattern: 'ecs:*:*',
              grants: 6,
              count: 2,
              needs: ['ecs:cloudServers:list', 'ecs:cloudServers:stop'],
            },
          },
        ],
        fixed: {
          json: `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ecs:cloudServers:list",
        "ecs:cloudServers:stop"
      ]
    }
  ]
}
`,
          yaml: `Version: "1.1"
Statement:
  - Effect: Allow
    Action:
      - ecs:cloudServers:list
      - ecs:cloudServers:stop # servers
`,
        },
      },
      {
        name: 'actions and a wildcard of which nothing is needed, and removes them',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:cloudServers:stop"», «"vpc:*:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:cloudServers:list
                - «ecs:cloudServers:stop»
                - «"vpc:*:*"»
        `,
        manifest: list,
        catalog,
        errors: ['literal', { messageId: 'idleWildcard', data: { grants: 7 } }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:cloudServers:list
          `,
        },
      },
      {
        name: 'two wildcards that grant the same, and writes it once',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:*"», «"ecs:cloudServers:*"»] }] }',
        manifest: list,
        catalog,
        errors: ['wildcard', 'wildcard'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        },
      },
      {
        name: 'an Allow with NotAction, without a fix',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", «"NotAction"»: ["iam:*:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              «NotAction»: ["iam:*:*"]
        `,
        manifest: list,
        catalog,
        errors: [{ messageId: 'notAction', data: { count: 1 } }],
      },
      {
        name: 'the grant in this file, not that in another one of the workload',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:cloudServers:stop"»] }] }',
        others: {
          'network.json': '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:*:*"] }] }',
        },
        manifest: `policies: [policy.json, network.json]\n${list}`,
        catalog,
        errors: ['literal'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        },
      },
    ],
  },
  { describe, it },
);

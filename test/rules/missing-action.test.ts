import { describe, it } from 'vitest';
import { rule } from '../../rules/missing-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const listAndStop = `apis:
  - GET /v1/{project_id}/cloudservers/detail
  - { api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-stop-servers }
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy that grants what is needed, by name and by wildcard',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:*:stop"] }] }',
        manifest: listAndStop,
        catalog,
      },
      {
        name: 'a policy that no manifest covers',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["vpc:vpcs:list"] }]
        `,
        catalog,
      },
      {
        name: 'a dependency and a call that only may happen, which are other rules’ matters',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get"] }] }',
        manifest: text`
          apis:
            - GET /v1/{project_id}/cloudservers/{server_id}
            - { api: "GET /v1/{project_id}/vpcs", possible: true }
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'what is granted for other requests than those that the manifest says are made',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:*"»], "Condition": { "IpAddress": { "g:SourceIp": ["10.0.0.0/8"] } } }] }',
        manifest: text`
          apis:
            - api: GET /v1/{project_id}/cloudservers/detail
              context: { g:SourceIp: [10.1.2.3, 192.168.1.1] }
        `,
        catalog,
        errors: [
          {
            messageId: 'elsewhere',
            data: { action: 'ecs:cloudServers:list', context: ['g:SourceIp=192.168.1.1'], resources: [] },
          },
        ],
      },
      {
        name: 'an action that nothing grants, where the list of its resource type stands',
        json: `{
  "Version": "1.1",
  "Statement": [
    { "Effect": "Allow", "Action": ["vpc:vpcs:list"] },
    {
      "Effect": "Allow",
      «"Action"»: [
        "ecs:cloudServers:list"
      ]
    }
  ]
}
`,
        yaml: `Version: "1.1"
Statement:
  - Effect: Allow
    Action: [vpc:vpcs:list]
  - Effect: Allow
    «Action»:
      - ecs:cloudServers:list
`,
        manifest: listAndStop,
        catalog,
        errors: [
          {
            messageId: 'missing',
            confidence: 'certain',
            data: {
              action: 'ecs:cloudServers:stop',
              api: 'POST /v1/{project_id}/cloudservers/action',
              operation: 'ecs/batch-stop-servers',
              source: 'ecs/lifecycle.md, table 1, row 3 (line 24)',
            },
            suggestions: [
              {
                message: 'Add "ecs:cloudServers:stop".',
                json: `{
  "Version": "1.1",
  "Statement": [
    { "Effect": "Allow", "Action": ["vpc:vpcs:list"] },
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
    Action: [vpc:vpcs:list]
  - Effect: Allow
    Action:
      - ecs:cloudServers:list
      - ecs:cloudServers:stop
`,
              },
            ],
          },
        ],
      },
      {
        name: 'an action that is added when fixing, where the rule is told so',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["ecs:cloudServers:list"] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, «Action»: ["ecs:cloudServers:list"] }]
        `,
        manifest: listAndStop,
        catalog,
        options: { fix: true },
        errors: ['missing'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:stop"] }] }',
          yaml: text`
            Version: "1.1"
            Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list", "ecs:cloudServers:stop"] }]
          `,
        },
      },
      {
        name: 'an action of the scenario that is nearest to being met',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["vpc:publicIps:insert", "vpc:bandwidths:get"] }] }',
        manifest: text`
          apis:
            - POST /v1/{project_id}/publicips
        `,
        catalog,
        errors: [
          {
            messageId: 'missing',
            data: { action: 'vpc:publicIps:bind', scenario: 'With a shared bandwidth' },
          },
        ],
      },
      {
        name: 'a policy in which only limited statements could take the action',
        json: '{ "Version": "1.1", «"Statement"»: [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        manifest: text`
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
        catalog,
        errors: ['missing'],
      },
      {
        name: 'an action that none of several policies grants, once, where it belongs',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["ecs:cloudServers:list"] }] }',
        others: {
          'network.json':
            '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:vpcs:list"] }] }',
        },
        manifest: `policies: [policy.json, network.json]\n${listAndStop}`,
        catalog,
        errors: ['missing'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/denied-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Deny of what is not needed',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["ecs:*:delete*"] }] }',
        manifest,
        catalog,
      },
      {
        name: 'a Deny under a Condition',
        yaml: text`
          Version: "1.1"
          Statement:
            - { Effect: Allow, Action: ["ecs:*:*"] }
            - { Effect: Deny, Action: ["ecs:*:*"], Condition: { Bool: { "g:MFAPresent": ["false"] } } }
        `,
        manifest,
        catalog,
      },
      {
        name: 'a Deny without a manifest',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"] }] }',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a Deny of some of the requests that the manifest says are made',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": [«"ecs:*:*"»], "Condition": { "NotIpAddress": { "g:SourceIp": ["10.0.0.0/8"] } } }] }',
        manifest: text`
          apis:
            - api: GET /v1/{project_id}/cloudservers/detail
              context: { g:SourceIp: [10.1.2.3, 192.168.1.1] }
        `,
        catalog,
        errors: [
          {
            messageId: 'request',
            data: { action: 'ecs:cloudServers:list', context: ['g:SourceIp=192.168.1.1'], resources: [] },
          },
        ],
      },
      {
        name: 'a wildcard of a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["iam:*:*", «"ecs:cloudservers:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:*"]
            - Effect: Deny
              Action:
                - iam:*:*
                - «ecs:cloudservers:*»
        `,
        manifest,
        catalog,
        errors: [
          {
            messageId: 'denied',
            data: {
              action: 'ecs:cloudServers:list',
              pattern: 'ecs:cloudservers:*',
              operation: 'ecs/list-servers',
            },
          },
        ],
      },
      {
        name: 'a Deny of all but some',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["*"] }, { "Effect": "Deny", «"NotAction"»: ["iam:*:*"] }] }',
        manifest,
        catalog,
        errors: ['denied'],
      },
      {
        name: 'a Deny of what another policy allows',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": [«"ecs:*:list"»] }] }',
        others: {
          'allow.json': '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
        },
        manifest: `policies: [policy.json, allow.json]\n${manifest}`,
        catalog,
        errors: ['denied'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/broad-resource-for-calls.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const catalog = [
  text`
    schema: 1
    cloud: huaweicloud
    service: obs
    operations:
      - { id: obs/get-object, title: { en: Download }, actions: ["obs:object:GetObject"] }
      - { id: obs/list-objects, title: { en: List }, actions: ["obs:bucket:ListBucket"] }
  `,
  text`
    schema: 1
    cloud: huaweicloud
    service: ecs
    operations:
      - { id: ecs/start, title: { en: Start }, identity: { actions: ["ecs:cloudServers:start"] } }
      - { id: ecs/list, title: { en: List }, identity: { actions: ["ecs:cloudServers:list"] } }
    actions:
      - { name: "ecs:cloudServers:start", versions: ["5.0"], resources: [{ type: instance, required: false }] }
      - { name: "ecs:cloudServers:list", versions: ["5.0"] }
  `,
];

const BUCKETS = text`
  apis:
    - operation: obs/get-object
      resource: ["obs:*:*:object:reports/*", "obs:*:*:object:reports/2026/*"]
    - operation: obs/get-object
      resource: { urn: "obs:*:*:object:inbox/*", confidence: likely }
`;

const GET = '"Effect": "Allow", "Action": ["obs:object:GetObject"]';

function identity(action: string, resource = ''): string {
  return `{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [${action}]${resource} }] }`;
}

testRule(
  rule,
  {
    valid: [
      {
        name: 'exactly what the calls name',
        json: `{ "Version": "1.1", "Statement": [{ ${GET}, "Resource": ["obs:*:*:object:reports/*", "obs:*:*:object:inbox/*"] }] }`,
        manifest: BUCKETS,
        catalog,
      },
      {
        name: 'less than the calls name, which is another fault',
        json: `{ "Version": "1.1", "Statement": [{ ${GET}, "Resource": ["obs:*:*:object:reports/*", "obs:*:*:object:else/*"] }] }`,
        manifest: BUCKETS,
        catalog,
      },
      {
        name: 'a call that does not say what it is about',
        json: `{ "Version": "1.1", "Statement": [{ ${GET} }] }`,
        manifest: text`
          apis:
            - operation: obs/get-object
              resource: obs:*:*:object:reports/*
            - obs/get-object
        `,
        catalog,
      },
      {
        name: 'calls that were not read',
        json: `{ "Version": "1.1", "Statement": [{ ${GET} }] }`,
        manifest: `${BUCKETS}unread: [{ client: somebody }]\n`,
        catalog,
      },
      {
        name: 'a call that is not known',
        json: `{ "Version": "1.1", "Statement": [{ ${GET} }] }`,
        manifest: `${BUCKETS}  - GET /v9/nowhere\n`,
        catalog,
      },
      {
        name: 'another action of the statement, of whose call nobody says what it is about',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"] }] }',
        manifest: `${BUCKETS}  - obs/list-objects\n`,
        catalog,
      },
      {
        name: 'a service beside it that takes no resources in policies 1.1',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", "vpc:vpcs:list"] }] }',
        manifest: BUCKETS,
        catalog,
      },
      {
        name: 'an action of identity policies that can be narrowed to nothing',
        json: identity('"ecs:cloudServers:list"'),
        manifest: 'apis: [{ operation: ecs/list, resource: "ecs:*:*:instance:web" }]',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'every resource, where the calls name two buckets',
        json: `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"obs:object:GetObject"»] }] }`,
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «"obs:object:GetObject"»
        `,
        fixed: {
          json: `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:inbox/*", "obs:*:*:object:reports/*"] }] }`,
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - "obs:object:GetObject"
                Resource:
                  - obs:*:*:object:inbox/*
                  - obs:*:*:object:reports/*
          `,
        },
        manifest: BUCKETS,
        catalog,
        errors: [{ messageId: 'every', confidence: 'likely' }],
      },
      {
        name: 'all objects, under a wildcard',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:Get*"], «"Resource"»: ["obs:*:*:object:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:object:Get*"]
              «Resource»:
                - "obs:*:*:object:*"
        `,
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:Get*"], "Resource": ["obs:*:*:object:inbox/*", "obs:*:*:object:reports/*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["obs:object:Get*"]
                Resource:
                  - "obs:*:*:object:inbox/*"
                  - "obs:*:*:object:reports/*"
          `,
        },
        manifest: BUCKETS,
        catalog,
        errors: ['more'],
      },
      {
        name: 'one bucket more than they name',
        json: `{ "Version": "1.1", "Statement": [{ ${GET}, «"Resource"»: ["obs:*:*:object:reports/*", "obs:*:*:object:old/*", "obs:*:*:object:inbox/*"] }] }`,
        fixed: {
          json: `{ "Version": "1.1", "Statement": [{ ${GET}, "Resource": ["obs:*:*:object:reports/*", "obs:*:*:object:inbox/*"] }] }`,
        },
        manifest: BUCKETS,
        catalog,
        errors: ['more'],
      },
      {
        name: 'an identity policy',
        json: identity('«"ecs:cloudServers:start"»'),
        fixed: { json: identity('"ecs:cloudServers:start"', ', "Resource": ["ecs:*:*:instance:web"]') },
        manifest: 'apis: [{ operation: ecs/start, resource: "ecs:*:*:instance:web" }]',
        catalog,
        errors: ['every'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/conditional-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;

const kiln =
  'schema: 1\ncloud: huaweicloud\nservice: kiln\noperations:\n  - id: kiln/fire\n    title: { en: Fire }\n    endpoints: ["POST /v1/firings"]\n    identity: { actions: ["iam:agencies:pass"] }\n';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Condition that the calls meet, as the manifest says',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:list"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        manifest: text`
          apis:
            - api: GET /v1/{project_id}/cloudservers/detail
              context: { g:MFAPresent: true }
        `,
        catalog,
      },
      {
        name: 'agencies that are named',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:pass"], "Resource": ["iam:*:*:agency:backup"] }] }',
        manifest: 'apis:\n  - POST /v1/firings\n',
        catalog: [kiln],
      },
      {
        name: 'what is also allowed without a limit',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:list"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }, { "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
        manifest,
        catalog,
      },
      {
        name: 'a Resource that is everything',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:*:list"], Resource: ["*"] }]
        `,
        manifest,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a key of which the manifest says nothing, though it says something of the call',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:list"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] }, "StringEquals": { "g:UserName": ["ann"] } } }] }',
        manifest: text`
          apis:
            - api: GET /v1/{project_id}/cloudservers/detail
              context: { g:UserName: ann }
        `,
        catalog,
        errors: [{ messageId: 'undecided', data: { keys: ['g:MFAPresent'] } }],
      },
      {
        name: 'an agency that is named, under a Condition only',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"iam:agencies:pass"»], "Resource": ["iam:*:*:agency:backup"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        manifest: 'apis:\n  - POST /v1/firings\n',
        catalog: [kiln],
        errors: [{ messageId: 'conditional', data: { action: 'iam:agencies:pass' } }],
      },
      {
        name: 'an Allow under a Condition',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:list"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: [«"ecs:*:list"»]
              Condition: { Bool: { "g:MFAPresent": ["true"] } }
        `,
        manifest,
        catalog,
        errors: [
          { messageId: 'conditional', data: { action: 'ecs:cloudServers:list', limits: ['condition'] } },
        ],
      },
      {
        name: 'an Allow for some resources',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:list"»], "Resource": ["ecs:eu-de:*:instance:web-*"] }] }',
        manifest,
        catalog,
        errors: [{ messageId: 'conditional', data: { limits: ['resource'] } }],
      },
      {
        name: 'a Deny under a Condition',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:list"] }, { "Effect": "Deny", "Action": [«"ecs:*:*"»], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }] }',
        manifest,
        catalog,
        errors: [{ messageId: 'conditional', data: { limits: ['conditional-deny'] } }],
      },
    ],
  },
  { describe, it },
);

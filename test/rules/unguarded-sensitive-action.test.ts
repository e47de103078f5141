import { describe, it } from 'vitest';
import { rule } from '../../rules/unguarded-sensitive-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'guarded ones, others, and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:users:deleteUser"], "Condition": { "Bool": { "G:mfaPresent": ["true"] } } }, { "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Deny", "Action": ["iam:users:deleteUser"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["kms:cmk:disable"]
              Condition:
                IpAddress:
                  g:SourceIp: ["192.0.2.0/24"]
        `,
      },
      {
        name: 'what a declared call needs',
        catalog: exampleCatalog(),
        options: { actions: ['ecs:cloudServers:deleteServers'] },
        manifest: 'apis: ["POST /v1/{project_id}/cloudservers/delete"]\n',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:deleteServers"] }] }',
      },
      {
        name: 'what the team does not list',
        options: { actions: [] },
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:users:deleteUser"] }] }',
      },
    ],
    invalid: [
      {
        name: 'by name and under a wildcard, also with a condition on something else',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"iam:users:deleteUser"», "ecs:*:get*", «"kms:cmk:*"»], "Condition": { "StringEquals": { "g:UserName": ["ops"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «iam:users:deleteUser»
                - «kms:cmk:*»
        `,
        errors: [
          { messageId: 'literal', data: { key: 'g:MFAPresent' } },
          { messageId: 'wildcard', data: { sensitive: ['kms:cmk:disable', 'kms:cmk:deleteMaterial'] } },
        ],
      },
      {
        name: 'actions and keys of the team',
        options: { actions: ['cts:tracker:delete'], keys: ['g:SourceVpc'] },
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"cts:tracker:delete"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: [«"cts:tracker:delete"»]
        `,
        errors: [{ messageId: 'literal', data: { key: 'g:SourceVpc' } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/unguarded-sensitive-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'guarded ones, others, and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:users:deleteUser"], "Condition": { "Bool": { "G:mfaPresent": ["true"] } } }, { "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Deny", "Action": ["iam:users:deleteUser"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["kms:cmk:disable"]\n    Condition:\n      IpAddress:\n        g:SourceIp: ["192.0.2.0/24"]\n',
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
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «iam:users:deleteUser»\n      - «kms:cmk:*»\n',
        errors: [
          { messageId: 'literal', data: { key: 'g:MFAPresent' } },
          { messageId: 'wildcard', data: { sensitive: ['kms:cmk:disable', 'kms:cmk:deleteMaterial'] } },
        ],
      },
      {
        name: 'actions and keys of the team',
        options: { actions: ['cts:tracker:delete'], keys: ['g:SourceVpc'] },
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"cts:tracker:delete"»], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: [«"cts:tracker:delete"»]\n',
        errors: [{ messageId: 'literal', data: { key: 'g:SourceVpc' } }],
      },
    ],
  },
  { describe, it },
);

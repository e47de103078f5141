import { describe, it } from 'vitest';
import { rule } from '../../rules/service-case.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'capitals in the resource type and the operation',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:ListAllMyBuckets"], "Resource": ["OBS:*:*:bucket:*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:bucket:HeadBucket"]\n',
      },
      {
        name: 'a role, which the cloud writes in capitals',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }] }',
      },
      {
        name: 'capitals that the documentation of identity policies has',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: identitycenter\noperations: []\nactions:\n  - { name: "IdentityCenter:user:list", versions: ["5.0"] }\n',
        ],
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["IdentityCenter:user:list", "IdentityCenter:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'other capitals than those of the documentation',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["AIDataLake:*:*", "DataArtsFabric:a:b", «"AIDATALAKE:*:*"»] }] }',
        errors: [{ messageId: 'case', data: { lower: 'aidatalake' } }],
        fixed: {
          json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["AIDataLake:*:*", "DataArtsFabric:a:b", "aidatalake:*:*"] }] }',
        },
      },
      {
        name: 'capitals in the service',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"IMS:*:*"», "ecs:*:get"], "Resource": ["*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Deny\n    NotAction:\n      - «IMS:*:*»\n      - ecs:*:get\n',
        errors: [{ messageId: 'case', data: { lower: 'ims' }, confidence: 'certain' }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:*:*", "ecs:*:get"], "Resource": ["*"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Deny\n    NotAction:\n      - ims:*:*\n      - ecs:*:get\n',
        },
      },
      {
        name: 'capitals that the documentation has too',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: cci\noperations: []\nactions:\n  - { name: "CCI:network:list" }\n',
        ],
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"CCI:network:list"»] }] }',
        errors: [{ messageId: 'case', confidence: 'likely' }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["cci:network:list"] }] }',
        },
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/service-case.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'capitals in the resource type and the operation',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:ListAllMyBuckets"], "Resource": ["OBS:*:*:bucket:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:bucket:HeadBucket"]
        `,
      },
      {
        name: 'a role, which the cloud writes in capitals',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }] }',
      },
      {
        name: 'capitals that the documentation of identity policies has',
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: identitycenter
            operations: []
            actions:
              - { name: "IdentityCenter:user:list", versions: ["5.0"] }
          `,
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
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              NotAction:
                - «IMS:*:*»
                - ecs:*:get
        `,
        errors: [{ messageId: 'case', data: { lower: 'ims' }, confidence: 'certain' }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:*:*", "ecs:*:get"], "Resource": ["*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Deny
                NotAction:
                  - ims:*:*
                  - ecs:*:get
          `,
        },
      },
      {
        name: 'capitals that the documentation has too',
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: cci
            operations: []
            actions:
              - { name: "CCI:network:list" }
          `,
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

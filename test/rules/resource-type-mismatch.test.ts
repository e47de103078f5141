import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-type-mismatch.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'types that fit, wildcards, what is known at run time only, and policies 1.1',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", "obs:bucket:CreateBucket"], "Resource": ["OBS:*:*:Object:a/*", "obs:*:*:bucket:a"] }, { "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["*", "obs:*:*:*:a"] }, { "Effect": "Allow", "Action": ["obs:*:*", "new:a:b"], "Resource": ["obs:*:*:queue:a"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:object:GetObject"]
              Resource: ["obs:*:*:bucket:a"]
        `,
      },
    ],
    invalid: [
      {
        name: 'an action whose page gives a URN for its type of resource',
        catalog: [
          {
            schema: 1,
            cloud: 'huaweicloud',
            service: 'kiln',
            operations: [],
            actions: [
              {
                name: 'kiln:kilns:heat',
                versions: ['5.0'],
                aliases: [],
                resources: [
                  { type: 'kiln:<region>:<account-id>:furnace:<id>', required: false, condition_keys: [] },
                ],
                condition_keys: [],
              },
            ],
          },
        ],
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["kiln:kilns:heat"], "Resource": ["kiln:*:*:furnace:a", «"kiln:*:*:kiln:a"»] }] }',
        errors: [{ messageId: 'resource', data: { types: ['furnace'] } }],
      },
      {
        name: 'a type that no action takes',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*", «"obs:*:*:bucket:a"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["obs:object:GetObject"]
              Resource:
                - «obs:*:*:bucket:a»
        `,
        errors: [{ messageId: 'resource', data: { type: 'bucket', types: ['object'] } }],
      },
      {
        name: 'an action whose type is missing',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", «"obs:bucket:CreateBucket"»], "Resource": ["obs:*:*:object:a/*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["obs:object:GetObject", «"obs:bucket:CreateBucket"»]
              Resource: ["obs:*:*:object:a/*"]
        `,
        errors: [{ messageId: 'action', data: { types: ['bucket'] } }],
      },
    ],
  },
  { describe, it },
);

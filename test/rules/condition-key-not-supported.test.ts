import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-key-not-supported.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = [
  ...exampleCatalog(),
  `schema: 1
cloud: huaweicloud
service: evs
operations: []
actions:
  - { name: "evs:volumes:create", access_level: write, condition_keys: ["evs:Tag/<tag-key>"] }
  - { name: "evs:volumes:attach", access_level: write, resources: [{ type: volume, required: true, condition_keys: ["evs:Encrypted"] }] }
condition_keys:
  - { key: "evs:Encrypted", value_type: boolean }
  - { key: "evs:Tag/team", value_type: string }
`,
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'keys of the action, of its resource type, with a name behind, global ones, unknown ones, and wildcards',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", "obs:object:PutObject"], "Condition": { "StringEquals": { "OBS:prefix": ["a"], "g:SourceVpc": ["b"], "obs:nonsense": ["c"] } } }, { "Effect": "Allow", "Action": ["evs:volumes:attach"], "Condition": { "Bool": { "evs:Encrypted": ["true"] } } }, { "Effect": "Allow", "Action": ["evs:volumes:create"], "Condition": { "StringEquals": { "evs:Tag/team": ["a"] } } }, { "Effect": "Allow", "Action": ["obs:bucket:*"], "Condition": { "StringEquals": { "obs:prefix": ["a"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:bucket:CreateBucket"]
              Condition: { StringEquals: { "obs:prefix": ["a"] } }
        `,
      },
    ],
    invalid: [
      {
        name: 'a key that no action takes',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:CreateBucket"], "Condition": { "StringEquals": { «"obs:prefix"»: ["a"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["evs:volumes:create"]
              Condition:
                Bool:
                  «evs:Encrypted»: ["false"]
        `,
        errors: ['none'],
      },
      {
        name: 'one that some take',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", «"obs:bucket:CreateBucket"»], "Condition": { "StringEquals": { "obs:prefix": ["a"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action:
                - obs:object:GetObject
                - «obs:bucket:CreateBucket»
              Condition: { StringEquals: { "obs:prefix": ["a"] } }
        `,
        errors: [{ messageId: 'some', data: { action: 'obs:bucket:CreateBucket' } }],
      },
    ],
  },
  { describe, it },
);

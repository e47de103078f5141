import { describe, it } from 'vitest';
import { rule } from '../../rules/broad-resource.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'reading, wildcards, narrowed actions and services without resources',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", "obs:*:*", "vpc:publicIps:create", "obs:bucket:CreateBucket"] }, { "Effect": "Allow", "Action": ["obs:object:PutObject"], "Resource": ["obs:*:*:object:a/*"] }, { "Effect": "Deny", "Action": ["dws:cluster:delete"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:cloudServers:stop"]
        `,
      },
    ],
    invalid: [
      {
        name: 'without a Resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"obs:object:PutObject"», «"dws:cluster:delete"»], "Resource": ["*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «obs:object:PutObject»
                - «dws:cluster:delete»
        `,
        errors: [
          { messageId: 'broad', confidence: 'certain', data: { types: ['object'] } },
          { messageId: 'broad', confidence: 'likely' },
        ],
      },
      {
        name: 'by the types that an action of an identity policy has',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"obs:object:PutObject"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: [«"obs:object:PutObject"»]
        `,
        errors: [{ messageId: 'broad', data: { types: ['object'] } }],
      },
    ],
  },
  { describe, it },
);

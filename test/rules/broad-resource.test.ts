import { describe, it } from 'vitest';
import { rule } from '../../rules/broad-resource.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'reading, wildcards, narrowed actions and services without resources',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", "obs:*:*", "vpc:publicIps:create", "obs:bucket:CreateBucket"] }, { "Effect": "Allow", "Action": ["obs:object:PutObject"], "Resource": ["obs:*:*:object:a/*"] }, { "Effect": "Deny", "Action": ["dws:cluster:delete"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:cloudServers:stop"]\n',
      },
    ],
    invalid: [
      {
        name: 'without a Resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"obs:object:PutObject"», «"dws:cluster:delete"»], "Resource": ["*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «obs:object:PutObject»\n      - «dws:cluster:delete»\n',
        errors: [
          { messageId: 'broad', confidence: 'certain', data: { types: ['object'] } },
          { messageId: 'broad', confidence: 'likely' },
        ],
      },
      {
        name: 'by the types that an action of an identity policy has',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"obs:object:PutObject"»] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: [«"obs:object:PutObject"»]\n',
        errors: [{ messageId: 'broad', data: { types: ['object'] } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-write.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'wildcards that only read, names, whole services (another rule), and a Deny',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*", "ecs:cloudServers:stop", "ecs:*:*"] }, { "Effect": "Deny", "Action": ["vpc:publicIps:*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["vpc:ports:*", "new:things:list*", "new:*:*s"]\n',
      },
      {
        name: 'writing that is denied again',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:publicIps:*"] }, { "Effect": "Deny", "Action": ["vpc:*:create", "vpc:*:insert"] }] }',
      },
      {
        name: 'a wildcard for one resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:mine/*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'levels that the catalog states',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"vpc:bandwidths:*"»] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «vpc:bandwidths:*»\n',
        errors: [
          {
            messageId: 'known',
            confidence: 'certain',
            data: { count: 1, examples: ['vpc:bandwidths:create'], level: 'write' },
            suggestions: [
              {
                message: 'Replace it by the 2 actions that it stands for.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:bandwidths:create", "vpc:bandwidths:get"] }] }',
                yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - vpc:bandwidths:create\n      - vpc:bandwidths:get\n',
              },
            ],
          },
        ],
      },
      {
        name: 'levels that only names suggest',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:changeO*"», «"new:things:*"», «"new:*:delete*"»] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: [«"ecs:*:changeO*"», «"new:things:*"», «"new:*:delete*"»]\n',
        errors: [
          { messageId: 'known', confidence: 'likely' },
          { messageId: 'unknown', confidence: 'likely', suggestions: [] },
          { messageId: 'unknown', confidence: 'likely' },
        ],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/unproven-grant.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();
const manifest = 'apis:\n  - GET /v1/{project_id}/cloudservers/detail\n';

testRule(
  rule,
  {
    valid: [
      {
        name: 'grants of known services, needed or not',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*", "vpc:vpcs:list"] }] }',
        manifest,
        catalog,
      },
      {
        name: 'a policy that no manifest covers',
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["smn:*:*"] }]\n',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a wildcard and an action of a service that the catalog does not know',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"smn:*:*"», «"cts:trace:list"»] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:cloudServers:list\n      - «smn:*:*»\n      - «cts:trace:list»\n',
        manifest,
        catalog,
        errors: [
          {
            messageId: 'unproven',
            confidence: 'likely',
            data: { action: 'smn:*:*', kind: 'unknown-service' },
          },
          'unproven',
        ],
      },
    ],
  },
  { describe, it },
);

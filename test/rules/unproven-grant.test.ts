import { describe, it } from 'vitest';
import { rule } from '../../rules/unproven-grant.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;

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
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["smn:*:*"] }]
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a wildcard and an action of a service that the catalog does not know',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"smn:*:*"», «"cts:trace:list"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:cloudServers:list
                - «smn:*:*»
                - «cts:trace:list»
        `,
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

import { describe, it } from 'vitest';
import { rule } from '../../rules/possibly-missing.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - { api: "GET /v1/{project_id}/vpcs", possible: true }
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'what is granted',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:vpcs:list"] }] }',
        manifest,
        catalog,
      },
      {
        name: 'what is certainly missing',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:get"] }]
        `,
        manifest: text`
          apis:
            - GET /v1/{project_id}/vpcs
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'what only a possible call needs',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["ecs:cloudServers:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, «Action»: ["ecs:cloudServers:get"] }]
        `,
        manifest,
        catalog,
        errors: [{ messageId: 'missing', data: { action: 'vpc:vpcs:list' } }],
      },
    ],
  },
  { describe, it },
);

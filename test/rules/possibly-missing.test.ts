import { describe, it } from 'vitest';
import { rule } from '../../rules/possibly-missing.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();
const manifest = 'apis:\n  - { api: "GET /v1/{project_id}/vpcs", possible: true }\n';

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
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["ecs:cloudServers:get"] }]\n',
        manifest: 'apis:\n  - GET /v1/{project_id}/vpcs\n',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'what only a possible call needs',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["ecs:cloudServers:get"] }] }',
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, «Action»: ["ecs:cloudServers:get"] }]\n',
        manifest,
        catalog,
        errors: [{ messageId: 'missing', data: { action: 'vpc:vpcs:list' } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/ambiguous-api.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();
const policy = {
  json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
  yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]\n',
};

testRule(
  rule,
  {
    valid: [
      {
        name: 'a call whose operation is said, by id or by title',
        ...policy,
        manifest:
          'apis:\n  - { api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-stop-servers }\n  - { api: "POST /v1/{project_id}/cloudservers/action", operation: 批量启动云服务器 }\n',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a call that is two operations, and lists them',
        ...policy,
        manifest: 'apis:\n  - «POST /v1/{project_id}/cloudservers/action»\n',
        catalog,
        errors: [
          {
            messageId: 'ambiguous',
            data: {
              count: 2,
              operations: ['ecs/batch-start-servers', 'ecs/batch-stop-servers'],
              candidates: [
                '"ecs/batch-start-servers" (Starting ECSs in a Batch)',
                '"ecs/batch-stop-servers" (Stopping ECSs in a Batch)',
              ],
            },
          },
        ],
      },
    ],
  },
  { describe, it },
);

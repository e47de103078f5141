import { describe, it } from 'vitest';
import { rule } from '../../rules/ambiguous-api.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const policy = {
  json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
  yaml: text`
    Version: "1.1"
    Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
  `,
};

testRule(
  rule,
  {
    valid: [
      {
        name: 'a call whose operation is said, by id or by title',
        ...policy,
        manifest: text`
          apis:
            - { api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-stop-servers }
            - { api: "POST /v1/{project_id}/cloudservers/action", operation: 批量启动云服务器 }
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a call that is two operations, and lists them',
        ...policy,
        manifest: text`
          apis:
            - «POST /v1/{project_id}/cloudservers/action»
        `,
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

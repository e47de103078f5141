import { describe, it } from 'vitest';
import { rule } from '../../rules/partial-scenario.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();
const manifest = 'apis:\n  - «POST /v1/{project_id}/publicips»\n';
const unmarked = manifest.replace(/[«»]/g, '');

testRule(
  rule,
  {
    valid: [
      {
        name: 'a scenario that is granted whole',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:publicIps:create", "vpc:bandwidths:create"] }] }',
        manifest: unmarked,
        catalog,
      },
      {
        name: 'scenarios of which nothing is granted',
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]\n',
        manifest: unmarked,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a scenario of which a part is granted, in the manifest',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:publicIps:create"] }] }',
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["vpc:publicIps:create"] }]\n',
        manifest,
        catalog,
        errors: [
          {
            messageId: 'partial',
            data: {
              scenario: 'With a new bandwidth',
              granted: 1,
              count: 2,
              actions: ['vpc:bandwidths:create'],
            },
          },
        ],
      },
    ],
  },
  { describe, it },
);

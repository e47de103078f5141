import { describe, it } from 'vitest';
import { rule } from '../../rules/missing-dependency.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - GET /v1/{project_id}/cloudservers/{server_id}
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a dependency that is granted',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get", "vpc:ports:get"] }] }',
        manifest,
        catalog,
      },
      {
        name: 'an action that another call needs as its own',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:get"] }]
        `,
        manifest: `${manifest}  - GET /v1/{project_id}/ports/{port_id}\n`,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a dependency that is a wildcard, which nobody should allow at a keystroke',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["kiln:firings:create"] }] }',
        manifest: 'apis:\n  - POST /v1/firings\n',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: kiln\noperations:\n  - id: kiln/fire\n    title: { en: Fire }\n    endpoints: ["POST /v1/firings"]\n    actions: ["kiln:firings:create"]\n    dependent_actions: ["vpc:*:*"]\n',
        ],
        errors: [{ messageId: 'wildcard', data: { action: 'vpc:*:*' }, suggestions: [] }],
      },
      {
        name: 'a dependency that nothing grants',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Action"»: ["ecs:cloudServers:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              «Action»:
                - ecs:cloudServers:get
        `,
        manifest,
        catalog,
        errors: [
          {
            messageId: 'missing',
            data: { action: 'vpc:ports:get' },
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get", "vpc:ports:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - ecs:cloudServers:get
                        - vpc:ports:get
                `,
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/partial-scenario.js';
import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const manifest = text`
  apis:
    - «POST /v1/{project_id}/publicips»
`;
const unmarked = manifest.replace(/[«»]/g, '');

const scenario = (when: string, ...dependent_actions: readonly string[]) => ({
  when,
  actions: ['kiln:firings:create'],
  dependent_actions,
});
const kiln: ServiceCatalog = {
  schema: 1,
  cloud: 'huaweicloud',
  service: 'kiln',
  operations: [
    {
      id: 'kiln/fire',
      title: { en: 'Fire' },
      endpoints: ['POST /v1/{project_id}/firings'],
      actions: [],
      dependent_actions: [],
      scenarios: [scenario('With a port', 'vpc:ports:get', 'vpc:ports:create'), scenario('Without')],
      scope: {},
      sources: [],
    },
  ],
  actions: [],
};

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
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
        `,
        manifest: unmarked,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a scenario of which a part is granted, in the manifest',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:publicIps:create"] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["vpc:publicIps:create"] }]
        `,
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
      {
        name: 'what a case needs besides, of which a part is granted',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["kiln:firings:create", "vpc:ports:get"] }] }',
        manifest: text`
          apis:
            - «POST /v1/{project_id}/firings»
        `,
        catalog: [...catalog, kiln],
        errors: [
          {
            messageId: 'partial',
            data: { scenario: 'With a port', granted: 1, count: 2, actions: ['vpc:ports:create'] },
          },
        ],
      },
    ],
  },
  { describe, it },
);

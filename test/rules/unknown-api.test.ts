import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-api.js';
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
        name: 'known calls, whatever their parameters are called',
        ...policy,
        manifest: text`
          apis:
            - GET /v1/{tenant_id}/cloudservers/detail
            - operation: obs/list-buckets
        `,
        catalog,
      },
      {
        name: 'an ambiguous call',
        ...policy,
        manifest: text`
          apis:
            - POST /v1/{project_id}/cloudservers/action
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a misspelt path, in the manifest',
        ...policy,
        manifest: text`
          apis:
            - «GET /v1/{project_id}/cloudserver/detail»
            - GET /v1/{project_id}/vpcs
        `,
        catalog,
        errors: [
          {
            messageId: 'near',
            data: { call: 'GET /v1/{project_id}/cloudserver/detail', cloud: 'huaweicloud' },
          },
        ],
      },
      {
        name: 'an API of a service that the catalog does not know',
        ...policy,
        manifest: text`
          apis:
            - «GET /v2/{project_id}/notifications/topics»
        `,
        catalog,
        errors: ['unknown'],
      },
      {
        name: 'an operation that the documentation says nothing about',
        ...policy,
        manifest: text`
          apis:
            - «GET /v2/cloudimages»
        `,
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: ims
            operations:
              - { id: ims/list-images, title: { en: Querying Images }, endpoints: ["GET /v2/cloudimages"] }
          `,
        ],
        errors: [{ messageId: 'untold', data: { operation: 'ims/list-images' } }],
      },
    ],
  },
  { describe, it },
);

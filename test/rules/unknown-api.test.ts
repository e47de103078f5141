import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-api.js';
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
        name: 'known calls, whatever their parameters are called',
        ...policy,
        manifest: 'apis:\n  - GET /v1/{tenant_id}/cloudservers/detail\n  - operation: obs/list-buckets\n',
        catalog,
      },
      {
        name: 'an ambiguous call',
        ...policy,
        manifest: 'apis:\n  - POST /v1/{project_id}/cloudservers/action\n',
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a misspelt path, in the manifest',
        ...policy,
        manifest: 'apis:\n  - «GET /v1/{project_id}/cloudserver/detail»\n  - GET /v1/{project_id}/vpcs\n',
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
        manifest: 'apis:\n  - «GET /v2/{project_id}/notifications/topics»\n',
        catalog,
        errors: ['unknown'],
      },
      {
        name: 'an operation that the documentation says nothing about',
        ...policy,
        manifest: 'apis:\n  - «GET /v2/cloudimages»\n',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: ims\noperations:\n  - { id: ims/list-images, title: { en: Querying Images }, endpoints: ["GET /v2/cloudimages"] }\n',
        ],
        errors: [{ messageId: 'untold', data: { operation: 'ims/list-images' } }],
      },
    ],
  },
  { describe, it },
);

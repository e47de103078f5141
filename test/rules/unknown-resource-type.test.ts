import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-resource-type.js';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const policy = (action: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": [${action}] }] }`;
const yaml = (action: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action:
          - ${action}
  `;
const catalog = exampleCatalog();

const CCE: ServiceCatalog = {
  schema: 1,
  cloud: 'huaweicloud',
  service: 'cce',
  operations: [],
  actions: [{ name: 'cce:cluster:get', aliases: [], resources: [], condition_keys: [] }],
};
const WHOLE_TYPE: Operation = {
  id: 'cce/operate',
  title: { en: 'Operate' },
  endpoints: [],
  actions: ['cce:kubernetes:*'],
  dependent_actions: [],
  scenarios: [],
  scope: {},
  sources: [],
};

testRule(
  rule,
  {
    valid: [
      {
        name: 'types that the service has, in any case',
        catalog,
        json: policy('"ecs:cloudservers:*", "vpc:ports:g*", "ecs:*:get*"'),
        yaml: yaml('ecs:cloudServers:list*'),
      },
      { name: 'services that the catalog does not know', catalog, json: policy('"kps:domainKeypairs:*"') },
      {
        name: "an action without a wildcard, which is another rule's",
        catalog,
        json: policy('"ecs:instances:list"'),
      },
      {
        name: 'a wildcard that the documentation names itself',
        catalog: [{ ...CCE, operations: [WHOLE_TYPE] }],
        json: policy('"cce:kubernetes:*", "cce:kubernetes:get*"'),
      },
    ],
    invalid: [
      {
        name: 'a misspelt type',
        catalog,
        json: policy('«"ecs:cloudServer:*"»'),
        yaml: yaml('«ecs:cloudServer:*»'),
        errors: [
          {
            messageId: 'near',
            suggestions: [
              {
                message: 'Write "ecs:cloudServers:*".',
                json: policy('"ecs:cloudServers:*"'),
                yaml: yaml('ecs:cloudServers:*'),
              },
            ],
          },
        ],
      },
      {
        name: 'a type that no action has',
        catalog,
        json: policy('«"ecs:instances:*"», «"vpc:lbaas:get*"»'),
        errors: [{ messageId: 'unknown', confidence: 'likely', data: { type: 'instances' } }, 'unknown'],
      },
    ],
  },
  { describe, it },
);

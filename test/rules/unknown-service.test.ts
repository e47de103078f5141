import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-service.js';
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

testRule(
  rule,
  {
    valid: [
      {
        name: 'services of the catalog, in any case',
        catalog,
        json: policy('"ecs:*:*", "OBS:bucket:HeadBucket"'),
        yaml: yaml('vpc:vpcs:list'),
      },
      {
        name: 'services that the catalog does not document',
        catalog,
        json: policy('"kps:domainKeypairs:*", "cts:*:*"'),
      },
      {
        name: 'wildcards, and what is no action',
        catalog,
        json: policy('"*:*:*", "e*:*:*", "rds", " ecs:*:*", "${service}:*:*"'),
      },
      { name: 'roles', catalog, json: policy('"Whatever:Zone:*"', '1.0') },
    ],
    invalid: [
      {
        name: 'a misspelling',
        catalog,
        json: policy('«"vcp:vpcs:list"»'),
        yaml: yaml('«vpcc:vpcs:list»'),
        errors: [{ messageId: 'near', confidence: 'likely' }],
      },
      {
        name: 'a product in the place of its prefix',
        catalog,
        json: policy('«"nova:servers:*"»'),
        errors: [
          {
            messageId: 'near',
            suggestions: [{ message: 'Write "ecs:servers:*".', json: policy('"ecs:servers:*"') }],
          },
        ],
      },
      {
        name: 'what is near to nothing',
        catalog,
        json: policy('«"kubernetes:pods:get"»'),
        errors: [{ messageId: 'unknown', confidence: 'doubtful' }],
      },
    ],
  },
  { describe, it },
);

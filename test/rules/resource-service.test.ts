import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-service.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const policy = (resource: string, action = '"obs:*:*"', version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": [${action}], "Resource": [${resource}] }] }`;
const yaml = (resource: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["obs:*:*"]
        Resource:
          - ${resource}
  `;
const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'an agency, which is of iam, for the action that assumes it',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["sts:agencies:assume"], "Resource": ["iam:*:*:agency:backup"] }] }',
      },
      {
        name: "resources of the actions' service",
        catalog,
        json: policy('"OBS:*:*:bucket:b", "obs:*:*:OBJECT:b/*", "obs:*:*:*:*/*", "*"'),
        yaml: yaml('obs:*:*:bucket:b'),
      },
      {
        name: 'wildcards in the place of the service',
        catalog,
        json: policy('"ecs:*:*:instance:*", "*:*:*:bucket:*"', '"*:*:get*"'),
      },
      {
        name: 'NotAction, which is about all services',
        catalog,
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*:*"], "Resource": ["obs:*:*:bucket:b"] }] }',
      },
      { name: 'types that no document lists', catalog, json: policy('"vpc:*:*:vpc:*"', '"vpc:*:*"') },
      {
        name: 'what is filled in later',
        catalog,
        json: policy('"${var.service}:*:*:bucket:b", "obs:*:*:${var.type}:b"'),
      },
    ],
    invalid: [
      {
        name: 'a service that does not exist',
        catalog,
        json: policy('«"obss:*:*:bucket:b"»'),
        yaml: yaml('«obss:*:*:bucket:b»'),
        errors: [
          {
            messageId: 'service',
            confidence: 'likely',
            suggestions: [
              {
                message: 'Write "obs:*:*:bucket:b".',
                json: policy('"obs:*:*:bucket:b"'),
                yaml: yaml('obs:*:*:bucket:b'),
              },
            ],
          },
        ],
      },
      {
        name: 'another service than that of the actions',
        catalog,
        json: policy('«"ecs:*:*:instance:*"»'),
        errors: [{ messageId: 'other', data: { services: ['obs'] } }],
      },
      {
        name: 'a type that the service does not have',
        catalog,
        json: policy('«"obs:*:*:buckets:b"»', '"obs:*:*"', '5.0'),
        errors: [
          { messageId: 'type', suggestions: [{ json: policy('"obs:*:*:bucket:b"', '"obs:*:*"', '5.0') }] },
        ],
      },
    ],
  },
  { describe, it },
);

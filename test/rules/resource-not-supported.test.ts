import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-not-supported.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'services with resources, resources that narrow nothing, and unknown services',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*"] }, { "Effect": "Allow", "Action": ["vpc:ports:get"], "Resource": ["*"] }, { "Effect": "Allow", "Action": ["new:a:b"], "Resource": ["new:*:*:a:b"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["obs:object:GetObject", "obs:*:list*"]\n    Resource: ["obs:*:*:object:a/*"]\n',
      },
    ],
    invalid: [
      {
        name: 'a service without resources',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:*:get*"], «"Resource"»: ["vpc:*:*:port:a"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["vpc:ports:get"]\n    «Resource»: ["vpc:*:*:port:a"]\n',
        errors: [{ messageId: 'service', confidence: 'likely', data: { service: 'vpc' } }],
      },
      {
        name: 'what becomes of it without the resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:ports:get"], «"Resource"»: ["vpc:*:*:port:a"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["vpc:ports:get"]\n    «Resource»: ["vpc:*:*:port:a"]\n',
        errors: [
          {
            messageId: 'service',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:ports:get"] }] }',
                yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["vpc:ports:get"]\n',
              },
            ],
          },
        ],
      },
      {
        name: 'one among others, in both generations',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", «"vpc:ports:get"»], "Resource": ["obs:*:*:object:a/*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action:\n      - obs:object:GetObject\n      - «obs:bucket:ListAllMyBuckets»\n    NotResource: ["obs:*:*:object:a/*"]\n',
        errors: ['action'],
      },
    ],
  },
  { describe, it },
);

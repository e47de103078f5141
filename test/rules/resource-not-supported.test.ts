import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-not-supported.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'services with resources, resources that narrow nothing, and unknown services',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*"] }, { "Effect": "Allow", "Action": ["vpc:ports:get"], "Resource": ["*"] }, { "Effect": "Allow", "Action": ["new:a:b"], "Resource": ["new:*:*:a:b"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["obs:object:GetObject", "obs:*:list*"]
              Resource: ["obs:*:*:object:a/*"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a service without resources',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:*:get*"], «"Resource"»: ["vpc:*:*:port:a"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["vpc:ports:get"]
              «Resource»: ["vpc:*:*:port:a"]
        `,
        errors: [{ messageId: 'service', confidence: 'likely', data: { service: 'vpc' } }],
      },
      {
        name: 'what becomes of it without the resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:ports:get"], «"Resource"»: ["vpc:*:*:port:a"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["vpc:ports:get"]
              «Resource»: ["vpc:*:*:port:a"]
        `,
        errors: [
          {
            messageId: 'service',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:ports:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: ["vpc:ports:get"]
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'one among others, in both generations',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject", «"vpc:ports:get"»], "Resource": ["obs:*:*:object:a/*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action:
                - obs:object:GetObject
                - «obs:bucket:ListAllMyBuckets»
              NotResource: ["obs:*:*:object:a/*"]
        `,
        errors: ['action'],
      },
    ],
  },
  { describe, it },
);

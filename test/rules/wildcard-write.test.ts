import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-write.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'wildcards that only read, names, whole services (another rule), and a Deny',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*", "ecs:cloudServers:stop", "ecs:*:*"] }, { "Effect": "Deny", "Action": ["vpc:publicIps:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["vpc:ports:*", "new:things:list*", "new:*:*s"]
        `,
      },
      {
        name: 'writing that is denied again',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:publicIps:*"] }, { "Effect": "Deny", "Action": ["vpc:*:create", "vpc:*:insert", "vpc:*:bind"] }] }',
      },
      {
        name: 'a wildcard for one resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:mine/*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'levels that the catalog states',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"vpc:bandwidths:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «vpc:bandwidths:*»
        `,
        errors: [
          {
            messageId: 'known',
            confidence: 'certain',
            data: { count: 1, examples: ['vpc:bandwidths:create'], level: 'write' },
            suggestions: [
              {
                message: 'Replace it by the 2 actions that it stands for.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:bandwidths:create", "vpc:bandwidths:get"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - vpc:bandwidths:create
                        - vpc:bandwidths:get
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'levels that only names suggest',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:changeO*"», «"new:things:*"», «"new:*:delete*"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: [«"ecs:*:changeO*"», «"new:things:*"», «"new:*:delete*"»]
        `,
        errors: [
          { messageId: 'known', confidence: 'likely' },
          { messageId: 'unknown', confidence: 'likely', suggestions: [] },
          { messageId: 'unknown', confidence: 'likely' },
        ],
      },
    ],
  },
  { describe, it },
);

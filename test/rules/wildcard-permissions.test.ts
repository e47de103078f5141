import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-permissions.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'writing of other things, reading of permissions, and names',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:*", "iam:agencies:list*", "iam:roles:createRole"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["new:things:*"]
        `,
      },
      {
        name: 'a wildcard for one resource',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:mine/*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a resource type that holds permissions, and what an unknown service calls a policy',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"iam:roles:*"», «"new:bucket:put*Acl"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «iam:roles:*»
                - «new:bucket:put*Acl»
        `,
        errors: [
          {
            messageId: 'known',
            confidence: 'certain',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:roles:createRole", "new:bucket:put*Acl"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - iam:roles:createRole
                        - new:bucket:put*Acl
                `,
              },
            ],
          },
          { messageId: 'unknown', confidence: 'likely' },
        ],
      },
    ],
  },
  { describe, it },
);

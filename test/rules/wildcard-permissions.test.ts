import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-permissions.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'writing of other things, reading of permissions, and names',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:*", "iam:agencies:list*", "iam:roles:createRole"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["new:things:*"]\n',
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
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «iam:roles:*»\n      - «new:bucket:put*Acl»\n',
        errors: [
          {
            messageId: 'known',
            confidence: 'certain',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:roles:createRole", "new:bucket:put*Acl"] }] }',
                yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - iam:roles:createRole\n      - new:bucket:put*Acl\n',
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

import { describe, it } from 'vitest';
import { rule } from '../../rules/ineffective-scope.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'actions with the scope, without a word on it, wildcards, and a Deny',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "vpc:ports:get", "ecs:*:changeOS", "new:a:b"] }, { "Effect": "Deny", "Action": ["ecs:cloudServers:changeOS"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:cloudServers:get"]
        `,
      },
      {
        name: 'where it is granted in projects',
        catalog,
        options: { grantedIn: 'project' },
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:changeOS"] }] }',
      },
    ],
    invalid: [
      {
        name: 'an action that enterprise projects do not have',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get", «"ecs:cloudServers:changeOS"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «ecs:cloudServers:changeOS»
        `,
        errors: [{ messageId: 'scope', data: { place: 'enterprise projects' } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/ineffective-wildcard.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'wildcards that match, whatever their case, also former actions',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ECS:CloudServers:LIST*", "ecs:*:*", "ecs:*:delete", "*:*:nothing"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get*"]
        `,
      },
      {
        name: 'a service that the catalog does not know',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["new:thing:*"] }] }',
      },
      {
        name: 'a resource type that no action has, which another rule looks at',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServer:*"] }] }',
      },
      {
        name: 'a literal action, which another rule looks at',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServer:list"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a verb that no action has',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": [«"ecs:cloudServers:query*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              NotAction:
                - «ecs:cloudServers:query*»
        `,
        errors: [{ messageId: 'none', confidence: 'likely', data: { service: 'ecs' } }],
      },
    ],
  },
  { describe, it },
);

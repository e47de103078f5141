import { describe, it } from 'vitest';
import { rule } from '../../rules/action-case.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'the spelling of the catalog, a wildcard, an unknown action, and a service in capitals',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ECS:cloudServers:get", "ecs:CLOUDSERVERS:*", "ecs:CloudServer:List"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:cloudServers:list"]
        `,
      },
      {
        name: 'a system role, which the cloud itself writes in any case',
        catalog,
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:CloudServers:List"] }] }',
      },
    ],
    invalid: [
      {
        name: 'other letters',
        catalog,
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudservers:List"», "ecs:cloudServers:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              NotAction:
                - «ecs:cloudservers:List» # why
        `,
        errors: [{ messageId: 'case', data: { documented: 'ecs:cloudServers:list' } }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Deny
                NotAction:
                  - ecs:cloudServers:list # why
          `,
        },
      },
    ],
  },
  { describe, it },
);

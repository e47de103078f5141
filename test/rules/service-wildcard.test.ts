import { describe, it } from 'vitest';
import { rule } from '../../rules/service-wildcard.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'less than a service, more than one, and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:*", "*:*:*"] }, { "Effect": "Deny", "Action": ["vpc:*:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get*"]
        `,
      },
      {
        name: 'a service for one resource',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["obs:*:*:bucket:mine"] }] }',
      },
      {
        name: 'a service that may be allowed',
        options: { allowed: ['ECS'] },
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'the whole of a service that the catalog knows',
        catalog: exampleCatalog(),
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:*:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «ecs:*:*»
        `,
        errors: [
          {
            messageId: 'service',
            data: { service: 'ecs' },
            suggestions: [
              {
                message: 'Allow reading only: "ecs:*:get*" and "ecs:*:list*".',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*", "ecs:*:list*"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - ecs:*:get*
                        - ecs:*:list*
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'of one that it does not know, written short, for all its resources',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"new:*"»], "Resource": ["*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: «new:*»
        `,
        errors: [{ messageId: 'service', suggestions: [] }],
      },
    ],
  },
  { describe, it },
);

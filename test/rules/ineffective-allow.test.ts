import { describe, it } from 'vitest';
import { rule } from '../../rules/ineffective-allow.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a Deny that takes back a part of a wildcard',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["ecs:cloudServers:stop"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:*"]
            - Effect: Deny
              Action: ["ecs:*:delete*"]
        `,
      },
      {
        name: 'a Deny that holds only sometimes',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:stop"] }, { "Effect": "Deny", "Action": ["ecs:*:*"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }] }',
      },
    ],
    invalid: [
      {
        name: 'an action under a denied wildcard',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:stop"] }, { "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:cloudServers:stop"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              Action:
                - ecs:*:stop
            - Effect: Allow
              Action:
                - ecs:cloudServers:list
                - «ecs:cloudServers:stop»
        `,
        errors: [
          {
            messageId: 'denied',
            data: { by: 'ecs:*:stop' },
            suggestions: [
              {
                message: 'Remove "ecs:cloudServers:stop" from the Allow.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:stop"] }, { "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Deny
                      Action:
                        - ecs:*:stop
                    - Effect: Allow
                      Action:
                        - ecs:cloudServers:list
                `,
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);

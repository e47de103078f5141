import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-action.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'wildcards that only overlap',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*", "ecs:cloudServers:*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get*", "ecs:cloudServers:*"]
        `,
      },
      {
        name: 'a Deny of what is allowed',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["ecs:cloudServers:stop"] }] }',
      },
      {
        name: 'a wildcard that holds under a condition only',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }, { "Effect": "Allow", "Action": ["ecs:cloudServers:stop"] }] }',
      },
      {
        name: 'a wildcard for other resources',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:a/*"] }, { "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:b/*"] }] }',
      },
      {
        name: 'a copy in the same list, which another rule looks at',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "ecs:*:Get"] }] }',
      },
      {
        name: 'a statement that says nothing new at all, which another rule looks at',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }, { "Effect": "Allow", "Action": ["ecs:cloudServers:stop"] }] }',
      },
    ],
    invalid: [
      {
        name: 'an action under a wildcard of its list',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:list"», "ecs:*:list*", «"ecs:servers:listAll*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «ecs:cloudServers:list»
                - ecs:*:list*
                - «ecs:servers:listAll*»
        `,
        errors: [{ messageId: 'redundant', data: { by: 'ecs:*:list*' } }, 'redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:list*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:*:list*
          `,
        },
      },
      {
        name: 'an action that another statement of the same effect and conditions covers',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }, { "Effect": "Deny", "Action": [«"ecs:cloudServers:stop"», "evs:volumes:delete"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }] }',
        errors: ['redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }, { "Effect": "Deny", "Action": ["evs:volumes:delete"], "Condition": { "Bool": { "g:MFAPresent": ["false"] } } }] }',
        },
      },
    ],
  },
  { describe, it },
);

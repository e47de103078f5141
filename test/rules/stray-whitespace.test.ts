import { describe, it } from 'vitest';
import { rule } from '../../rules/stray-whitespace.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const policy = (action: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${action}] }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'blanks in the path of a resource, in a tag and in a value',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:b/my file"], "Condition": { "StringEquals": { "g:ResourceTag/Cost Centre": [" a "] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:   ["ecs:*:get"]
        `,
      },
      {
        name: 'the older form of a role',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["identity:assume role"] }] }',
      },
      { name: 'nothing but blanks, which is an empty action', json: policy('" "') },
    ],
    invalid: [
      {
        name: 'blanks around an action',
        json: policy('«" ecs:cloudServers:list"»'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «"ecs:cloudServers:list\\t"»
        `,
        errors: [
          {
            messageId: 'around',
            data: { what: 'action' },
            suggestions: [
              {
                message: 'Write "ecs:cloudServers:list".',
                json: policy('"ecs:cloudServers:list"'),
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - "ecs:cloudServers:list"
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'an action that a declared call needs, which is mended',
        catalog: exampleCatalog().map((service) => service),
        manifest: text`
          policies: [policy.json]
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
        json: policy('«"ecs:cloudServers:list "»'),
        errors: ['around'],
        fixed: { json: policy('"ecs:cloudServers:list"') },
      },
      {
        name: 'a blank inside',
        json: policy('«"ecs: cloudServers:list"», «"ecs:cloud servers:list"»'),
        errors: ['inside', 'inside'],
      },
      {
        name: 'versions, operators and keys, which grant nothing by themselves',
        json: '{ "Version": «"1.1 "», "Statement": [{ "Effect": "Deny", "Action": ["obs:*:*"], "Condition": { «"StringEquals "»: { «"g:UserName "»: ["a"] } } }] }',
        errors: ['around', 'around', 'around'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["obs:*:*"], "Condition": { "StringEquals": { "g:UserName": ["a"] } } }] }',
        },
      },
      {
        name: 'effects and resources, where mending would let more through',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": «" Allow"», "Action": ["obs:*:*"] }, { "Effect": "Allow", "Action": ["obs:*:*"], "Resource": [«" *"»] }] }',
        errors: [
          { messageId: 'around', data: { what: 'effect' } },
          { messageId: 'around', data: { what: 'resource' } },
        ],
      },
    ],
  },
  { describe, it },
);

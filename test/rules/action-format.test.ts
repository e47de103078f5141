import { describe, it } from 'vitest';
import { rule } from '../../rules/action-format.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (actions: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": [${actions}] }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'names, wildcards and underscores',
        json: policy('"ecs:cloudServers:list", "dli:queue:submit_job", "*:*:*", "iam:*:get*"'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - vpc:vpcs:list
        `,
      },
      { name: 'a star alone in an identity policy', json: policy('"*"', '5.0') },
      { name: 'the older forms of roles', json: policy('"*", "identity:*"', '1.0') },
      { name: 'actions that a template fills in', json: policy('"${service}:*", "{{ action }}", "%s"') },
      {
        name: "white space and look-alikes, which are other rules'",
        json: policy('" ecs:cloudServers:list", "ecs：cloudServers：list"'),
      },
    ],
    invalid: [
      {
        name: 'too few segments',
        json: policy('«"rds:*"», «"*"», «"ecs:list"», «"list"»'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «rds:*»
                - «"*"»
                - «ecs:list»
                - «list»
        `,
        errors: [
          { messageId: 'segments', data: { count: 2 } },
          { messageId: 'segments', data: { count: 1 } },
          'segments',
          'segments',
        ],
        fixed: {
          json: policy('"rds:*:*", "*:*:*", "ecs:list", "list"'),
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - rds:*:*
                  - "*:*:*"
                  - ecs:list
                  - list
          `,
        },
      },
      {
        name: 'two segments in an identity policy and in NotAction',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": [«"iam:*"»] }] }',
        errors: [
          {
            messageId: 'segments',
            suggestions: [
              {
                message: 'Write "iam:*:*".',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*:*"] }] }',
              },
            ],
          },
        ],
      },
      {
        name: 'too many segments',
        json: policy('«"obs:*:*:bucket:*"»'),
        errors: [{ messageId: 'segments', data: { count: 5 } }],
      },
      {
        name: 'empty segments and nothing at all',
        json: policy('«"::Get"», «"ecs:cloudServers:"», «""»', '1.0'),
        errors: [{ messageId: 'empty-segment', data: { segment: 'service' } }, 'empty-segment', 'empty'],
      },
      {
        name: 'characters that no action has',
        json: policy('«"ecs:cloud.servers:list"», «"ecs:cloudServers/list"»'),
        errors: [{ messageId: 'character', data: { character: '.' } }, 'character'],
      },
    ],
  },
  { describe, it },
);

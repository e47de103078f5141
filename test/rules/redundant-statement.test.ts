import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-statement.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'statements that each say something',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Allow", "Action": ["ecs:cloudServers:get", "vpc:ports:get"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get*"]\n  - Effect: Deny\n    Action: ["ecs:cloudServers:get"]\n',
      },
      {
        name: 'NotAction, which is not compared',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "NotAction": ["ecs:*:get*"] }, { "Effect": "Deny", "NotAction": ["ecs:*:get*"] }] }',
      },
      {
        name: 'two principals that are given the same',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": { "IAM": ["a"] }, "Action": ["sts:agencies:assume"] }, { "Effect": "Allow", "Principal": { "IAM": ["b"] }, "Action": ["sts:agencies:assume"] }] }',
      },
    ],
    invalid: [
      {
        name: 'the later of two that are the same',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get"] }, { «"Effect": "Allow"», "Action": ["ecs:cloudServers:get"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:cloudServers:get\n  - «Effect: Allow»\n    Action:\n      - ecs:cloudServers:get\n',
        errors: ['redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:cloudServers:get\n',
        },
      },
      {
        name: 'an earlier one that two later ones cover',
        json: '{ "Version": "1.1", "Statement": [{ «"Effect": "Deny"», "Action": ["ecs:cloudServers:get", "evs:volumes:get"] }, { "Effect": "Deny", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["evs:*:*"] }] }',
        errors: [{ messageId: 'redundant', data: { effect: 'Deny', lines: [1] } }],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["ecs:*:*"] }, { "Effect": "Deny", "Action": ["evs:*:*"] }] }',
        },
      },
    ],
  },
  { describe, it },
);

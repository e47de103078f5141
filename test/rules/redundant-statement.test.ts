import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-statement.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'statements that each say something',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*"] }, { "Effect": "Allow", "Action": ["ecs:cloudServers:get", "vpc:ports:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get*"]
            - Effect: Deny
              Action: ["ecs:cloudServers:get"]
        `,
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
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:cloudServers:get
            - «Effect: Allow»
              Action:
                - ecs:cloudServers:get
        `,
        errors: ['redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:cloudServers:get
          `,
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

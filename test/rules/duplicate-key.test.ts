import { describe, it } from 'vitest';
import { rule } from '../../rules/duplicate-key.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'the same name in two objects',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }, { "Effect": "Allow", "Action": ["vpc:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
            - Effect: Allow
              Action: ["vpc:*:get"]
        `,
      },
      {
        name: 'tags that differ in case, which are two tags',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { "g:ResourceTag/Team": ["a"], "g:ResourceTag/team": ["a"] } } }] }',
      },
      {
        name: 'a bucket policy, which has its own grammar',
        json: '{ "Statement": [{ "Sid": "a", "Sid": "b", "Effect": "Allow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["b/*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'the same element with the same value',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"Effect"»: "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              «Effect»: Allow # again
              Action: ["ecs:*:get"]
        `,
        errors: ['duplicate'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:get"]
          `,
        },
      },
      {
        name: 'two lists of actions',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], «"Action"»: ["ecs:*:get", "vpc:*:get"] }] }',
        errors: [
          {
            messageId: 'duplicate',
            data: { line: 1 },
            suggestions: [
              {
                message: 'Put both lists together.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "vpc:*:get"] }] }',
              },
              {
                message: 'Remove that of line 1.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", "vpc:*:get"] }] }',
              },
              {
                message: 'Remove this one.',
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
              },
            ],
          },
        ],
      },
      {
        name: 'an Effect hidden by another one in lower case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", «"effect"»: "Allow", "Action": ["ecs:*:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              «effect»: Allow
              Action: ["ecs:*:get"]
        `,
        errors: ['case'],
      },
      {
        name: 'operators and keys of a condition',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { "g:UserName": ["a"], «"g:username"»: ["b"] }, «"stringEquals"»: { "g:UserId": ["a"] } } }] }',
        errors: ['case', 'case'],
      },
    ],
  },
  { describe, it },
);

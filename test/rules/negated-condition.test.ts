import { describe, it } from 'vitest';
import { rule } from '../../rules/negated-condition.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'positive operators, and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { "g:UserName": ["a"] }, "Unknown": { "g:UserName": ["a"] } } }, { "Effect": "Deny", "Action": ["ecs:*:get"], "Condition": { "StringNotEquals": { "g:UserName": ["a"] } } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition: { StringMatch: { "g:UserName": ["a*"] } }\n',
      },
    ],
    invalid: [
      {
        name: 'negated ones, with suffix and quantifier',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringNotEqualsIfExists": { «"g:UserName"»: ["a"] }, "ForAnyValue:StringNotMatch": { «"g:TagKeys"»: ["b"] } } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition:\n      stringnotequals:\n        «g:UserName»: ["a"]\n      NotIpAddress:\n        «g:SourceIp»: ["192.0.2.1"]\n',
        errors: [{ messageId: 'negated', data: { key: 'g:UserName' } }, 'negated'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/negated-condition.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'positive operators, and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringEquals": { "g:UserName": ["a"] }, "Unknown": { "g:UserName": ["a"] } } }, { "Effect": "Deny", "Action": ["ecs:*:get"], "Condition": { "StringNotEquals": { "g:UserName": ["a"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition: { StringMatch: { "g:UserName": ["a*"] } }
        `,
      },
    ],
    invalid: [
      {
        name: 'negated ones, with suffix and quantifier',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "StringNotEqualsIfExists": { «"g:UserName"»: ["a"] }, "ForAnyValue:StringNotMatch": { «"g:TagKeys"»: ["b"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                stringnotequals:
                  «g:UserName»: ["a"]
                NotIpAddress:
                  «g:SourceIp»: ["192.0.2.1"]
        `,
        errors: [{ messageId: 'negated', data: { key: 'g:UserName' } }, 'negated'],
      },
    ],
  },
  { describe, it },
);

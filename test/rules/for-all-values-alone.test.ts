import { describe, it } from 'vitest';
import { rule } from '../../rules/for-all-values-alone.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a key that something else demands',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "Null": { "G:tagkeys": ["false"] } } }, { "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "ForAnyValue:StringEquals": { "g:TagKeys": ["a"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["ecs:*:create"]
              Condition: { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] } }
        `,
      },
    ],
    invalid: [
      {
        name: 'a key that nothing demands',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:create"]
              Condition:
                ForAllValues:StringEquals:
                  «g:TagKeys»:
                    - a
        `,
        errors: [
          {
            messageId: 'alone',
            suggestions: [
              {
                message: 'Demand that "g:TagKeys" is there.',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "Null": { "g:TagKeys": ["false"] } } }] }',
                yaml: text`
                  Version: "5.0"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:create"]
                      Condition:
                        ForAllValues:StringEquals:
                          g:TagKeys:
                            - a
                        "Null":
                          g:TagKeys:
                            - "false"
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'beside checks of other keys, and of its absence',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] }, "Null": { "g:SourceVpc": ["false"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:create"]
              Condition: { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] }, "Null": { "g:TagKeys": ["true"] } }
        `,
        errors: ['alone'],
      },
    ],
  },
  { describe, it },
);

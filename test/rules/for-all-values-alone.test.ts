import { describe, it } from 'vitest';
import { rule } from '../../rules/for-all-values-alone.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a key that something else demands',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "Null": { "G:tagkeys": ["false"] } } }, { "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "ForAnyValue:StringEquals": { "g:TagKeys": ["a"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["ecs:*:create"]\n    Condition: { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] } }\n',
      },
    ],
    invalid: [
      {
        name: 'a key that nothing demands',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:create"]\n    Condition:\n      ForAllValues:StringEquals:\n        «g:TagKeys»:\n          - a\n',
        errors: [
          {
            messageId: 'alone',
            suggestions: [
              {
                message: 'Demand that "g:TagKeys" is there.',
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { "g:TagKeys": ["a"] }, "Null": { "g:TagKeys": ["false"] } } }] }',
                yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:create"]\n    Condition:\n      ForAllValues:StringEquals:\n        g:TagKeys:\n          - a\n      "Null":\n        g:TagKeys:\n          - "false"\n',
              },
            ],
          },
        ],
      },
      {
        name: 'beside checks of other keys, and of its absence',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:create"], "Condition": { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] }, "Null": { "g:SourceVpc": ["false"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:create"]\n    Condition: { "ForAllValues:StringEquals": { «"g:TagKeys"»: ["a"] }, "Null": { "g:TagKeys": ["true"] } }\n',
        errors: ['alone'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/single-valued-quantifier.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string) =>
  `{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Condition": { ${condition} } }] }`;
const yaml = (operator: string, key = '"g:UserName"') =>
  text`
    Version: "5.0"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          ${operator}:
            ${key}: ["a"]
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a quantifier for a key with several values, or of which nothing is known',
        json: policy('"ForAnyValue:StringEquals": { "g:TagKeys": ["a"], "obs:prefix": ["b"] }'),
        yaml: yaml('StringEquals'),
      },
      {
        name: "Null, which is another rule's",
        json: policy('"ForAnyValue:Null": { "g:UserName": ["true"] }'),
      },
    ],
    invalid: [
      {
        name: 'a quantifier for a key with one value',
        json: policy('"ForAllValues:StringEquals": { «"g:UserName"»: ["a"] }'),
        yaml: yaml('ForAllValues:StringEquals', '«"g:UserName"»'),
        errors: [
          {
            messageId: 'single',
            suggestions: [
              {
                message: 'Write "StringEquals".',
                json: policy('"StringEquals": { "g:UserName": ["a"] }'),
                yaml: yaml('StringEquals'),
              },
            ],
          },
        ],
      },
      {
        name: 'a key of a service whose catalog says that it has one value',
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: obs
            operations: []
            actions: []
            condition_keys:
              - { key: obs:prefix, value_type: string, multi_valued: false }
          `,
        ],
        json: policy('"ForAnyValue:StringEqualsIfExists": { «"obs:prefix"»: ["a"], "g:TagKeys": ["a"] }'),
        errors: [{ messageId: 'single', data: { operator: 'StringEqualsIfExists' }, suggestions: [] }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-condition-operator.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string, action = 'ecs:*:get') =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${action}"], "Condition": { ${condition} } }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'operators with and without quantifier and IfExists, in any case',
        json: policy(
          '"StringStartWith": { "g:ProjectName": ["eu-de"] }, "ForAnyValue:StringMatchIfExists": { "g:TagKeys": ["a"] }, "bool": { "g:MFAPresent": ["true"] }, "Null": { "g:UserId": ["false"] }',
        ),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                DateLessThan: { "g:CurrentTime": ["2030-01-01T00:00:00Z"] }
        `,
      },
      {
        name: 'an operator of IEF for IEF',
        json: policy('"StringLike": { "ief:AssumeUserName": ["a*"] }', 'ief:deployment:create'),
      },
    ],
    invalid: [
      {
        name: 'a misspelling',
        json: policy('«"StringEndWithIfExsits"»: { "g:UserName": ["a"] }'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                «StringEqual»: { "g:UserName": ["a"] }
        `,
        errors: [{ messageId: 'near' }],
      },
      {
        name: 'an operator of another cloud',
        json: policy('«"ForAllValues:NumericEqualsIfExists"»: { "g:MFAAge": ["1"] }'),
        errors: [
          {
            messageId: 'near',
            suggestions: [
              {
                message: 'Write "ForAllValues:NumberEqualsIfExists".',
                json: policy('"ForAllValues:NumberEqualsIfExists": { "g:MFAAge": ["1"] }'),
              },
            ],
          },
        ],
      },
      {
        name: 'an operator of another service',
        json: policy('«"StringLike"»: { "g:UserName": ["a*"] }'),
        errors: [
          {
            messageId: 'service',
            confidence: 'likely',
            suggestions: [{ json: policy('"StringMatch": { "g:UserName": ["a*"] }') }],
          },
        ],
      },
      {
        name: 'what is no operator at all',
        json: policy(
          '«"Whenever"»: { "g:UserName": ["a"] }, «"ForMost:StringEquals"»: { "g:UserName": ["a"] }',
        ),
        errors: ['unknown', 'unknown'],
      },
      {
        name: 'an operator that the condition has already',
        json: policy('"StringMatch": { "g:UserName": ["a*"] }, «"StringLike"»: { "g:UserId": ["a*"] }'),
        errors: [{ messageId: 'service', suggestions: [] }],
      },
    ],
  },
  { describe, it },
);

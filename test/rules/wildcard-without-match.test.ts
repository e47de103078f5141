import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-without-match.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { ${condition} } }] }`;
const yaml = (operator: string, value: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          ${operator}: { "g:UserName": [${value}] }
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'patterns under StringMatch, texts under the others',
        json: policy('"StringMatch": { "g:UserName": ["a*"] }, "StringEquals": { "g:UserId": ["abc"] }'),
        yaml: yaml('StringNotMatchIfExists', '"a?"'),
      },
      {
        name: 'other types and unknown operators',
        json: policy('"IpAddress": { "g:SourceIp": ["10.*"] }, "Whenever": { "g:UserName": ["*"] }'),
      },
    ],
    invalid: [
      {
        name: 'a star under StringEquals',
        json: policy('"StringEquals": { "g:UserName": ["a", «"dev-*"»] }'),
        yaml: yaml('StringEquals', '«"dev-*"»'),
        errors: [
          {
            messageId: 'wildcard',
            confidence: 'likely',
            suggestions: [
              {
                message: 'Write "StringMatch".',
                json: policy('"StringMatch": { "g:UserName": ["a", "dev-*"] }'),
                yaml: yaml('StringMatch', '"dev-*"'),
              },
            ],
          },
        ],
      },
      {
        name: 'a question mark under a negated operator',
        json: policy('"ForAnyValue:StringNotEqualsIfExists": { "g:UserName": [«"dev?"»] }'),
        errors: [
          { messageId: 'wildcard', data: { match: 'ForAnyValue:StringNotMatchIfExists', wildcard: '?' } },
        ],
      },
      {
        name: 'a star where no other operator means the same',
        json: policy('"StringStartWith": { "g:UserName": [«"dev*"»] }'),
        errors: [{ messageId: 'wildcard', suggestions: [] }],
      },
    ],
  },
  { describe, it },
);

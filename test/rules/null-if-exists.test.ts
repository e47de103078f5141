import { describe, it } from 'vitest';
import { rule } from '../../rules/null-if-exists.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { ${condition} } }] }`;
const yaml = (operator: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          ${operator}: { "g:UserName": ["true"] }
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'Null alone, and IfExists with others',
        json: policy('"Null": { "g:UserName": ["true"] }, "StringEqualsIfExists": { "g:UserName": ["a"] }'),
        yaml: yaml('Null'),
      },
    ],
    invalid: [
      {
        name: 'Null with IfExists',
        json: policy('«"NullIfExists"»: { "g:UserName": ["true"] }'),
        yaml: yaml('«NullIfExists»'),
        errors: ['null'],
        fixed: { json: policy('"Null": { "g:UserName": ["true"] }'), yaml: yaml('"Null"') },
      },
      {
        name: 'Null with a quantifier',
        json: policy('«"ForAnyValue:Null"»: { "g:UserName": ["true"] }'),
        errors: ['null'],
        fixed: { json: policy('"Null": { "g:UserName": ["true"] }') },
      },
      {
        name: 'both',
        json: policy('"Null": { "g:UserId": ["true"] }, «"NullIfExists"»: { "g:UserName": ["true"] }'),
        errors: ['null'],
      },
    ],
  },
  { describe, it },
);

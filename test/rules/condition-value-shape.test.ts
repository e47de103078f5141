import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-value-shape.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { ${condition} } }] }`;
const yaml = (values: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          Bool:
            g:MFAPresent: ${values}
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a list of strings',
        json: policy('"Bool": { "g:MFAPresent": ["true"] }'),
        yaml: yaml('["true"]'),
      },
      {
        name: 'a single string in an identity policy',
        json: policy('"Bool": { "g:MFAPresent": "true" }', '5.0'),
      },
    ],
    invalid: [
      {
        name: 'a bare string',
        json: policy('"Bool": { "g:MFAPresent": «"true"» }'),
        yaml: yaml("«'true'»"),
        errors: ['list'],
        fixed: { json: policy('"Bool": { "g:MFAPresent": ["true"] }'), yaml: yaml("['true']") },
      },
      {
        name: 'Booleans and numbers',
        json: policy('"Bool": { "g:MFAPresent": [«true»] }, "NumberEquals": { "g:MFAAge": [«1.50»] }'),
        errors: ['string', 'string'],
        fixed: {
          json: policy('"Bool": { "g:MFAPresent": ["true"] }, "NumberEquals": { "g:MFAAge": ["1.50"] }'),
        },
      },
      {
        name: 'a bare Boolean',
        json: policy('"Bool": { "g:MFAPresent": «true» }'),
        yaml: yaml('«true»'),
        errors: ['string'],
        fixed: { json: policy('"Bool": { "g:MFAPresent": ["true"] }'), yaml: yaml('["true"]') },
      },
      {
        name: 'a bare Boolean in an identity policy',
        json: policy('"Bool": { "g:MFAPresent": «true» }', '5.0'),
        errors: ['string'],
        fixed: { json: policy('"Bool": { "g:MFAPresent": "true" }', '5.0') },
      },
      {
        name: 'objects and null',
        json: policy('"Bool": { «"g:MFAPresent"»: null, "g:Other": «{}», "g:Third": [«["a"]»] }'),
        errors: ['list', 'list', 'string'],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/unquoted-string.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = (version: string, sid = '"a"') =>
  `{ "Version": ${version}, "Statement": [{ "Sid": ${sid}, "Effect": "Allow", "Action": ["ecs:*:get"] }] }`;
const yaml = (version: string, operator = 'StringEquals', value = 'a') =>
  text`
    Version: ${version} # the language
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
        name: 'strings in quotation marks, and bare ones that every reader takes for strings',
        json: json('"1.1"'),
        yaml: yaml("'5.0'", 'StringEquals', 'north, "no", "2030-01-01"'),
      },
      {
        name: "values of conditions, which are another rule's",
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "Bool": { "g:MFAPresent": [true] } } }] }',
      },
    ],
    invalid: [
      {
        name: 'a version that is a number',
        json: json('«5.0»', '«7»'),
        errors: [{ messageId: 'type', data: { text: '5.0', found: 'number' } }, 'type'],
        fixed: { json: json('"5.0"', '"7"') },
      },
      {
        name: 'a version that YAML reads as a number',
        yaml: yaml('«1.1»'),
        errors: ['type'],
        fixed: { yaml: yaml('"1.1"') },
      },
      {
        name: 'a name that is a Boolean',
        json: json('"5.0"', '«true»'),
        errors: [{ messageId: 'type', data: { found: 'Boolean' } }],
        fixed: { json: json('"5.0"', '"true"') },
      },
      {
        name: 'bare words with another meaning in YAML 1.1',
        yaml: yaml('"1.1"', '«Null»', '«no», «2030-01-01», «12:30:00», north'),
        errors: [
          { messageId: 'yaml', data: { found: 'null' } },
          { messageId: 'yaml', data: { found: 'Boolean' } },
          { messageId: 'yaml', data: { found: 'date' } },
          'yaml',
        ],
        fixed: { yaml: yaml('"1.1"', '"Null"', '"no", "2030-01-01", "12:30:00", north') },
      },
    ],
  },
  { describe, it },
);

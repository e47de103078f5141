import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-too-long.js';
import { testRule } from '../../src/lint/tester.js';
import { text as lines } from '../text.js';

const resource = (length: number) => 'obs:*:*:object:b/'.padEnd(length, 'a');
const json = (text: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": [${text}] }] }`;
const yaml = (text: string) =>
  lines`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["obs:*:*"]
        Resource:
          - ${text}
  `;
const agency = (text: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": [${text}] } }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a resource of 1,500 characters',
        json: json(`"${resource(1500)}"`),
        yaml: yaml(resource(1500)),
      },
      { name: 'a longer one in an identity policy', json: json(`"${resource(1501)}"`, '5.0') },
      { name: 'an agency of 128 characters', json: agency(`"${'/iam/agencies/'.padEnd(128, 'a')}"`) },
    ],
    invalid: [
      {
        name: 'a resource of 1,501 characters',
        json: json(`«"${resource(1501)}"»`),
        yaml: yaml(`«${resource(1501)}»`),
        errors: [{ messageId: 'limit', data: { count: 1501, max: 1500 } }],
      },
      {
        name: 'an agency of 129 characters',
        json: agency(`«"${'/iam/agencies/'.padEnd(129, 'a')}"»`),
        errors: [{ messageId: 'limit', data: { max: 128 } }],
      },
    ],
  },
  { describe, it },
);

import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-resources.js';
import { testRule } from '../../src/lint/tester.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `"obs:*:*:bucket:b${index}"`);
const json = (resources: readonly string[], version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": [${resources.join(', ')}] }] }`;
const yaml = (resources: readonly string[]) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:*:*"]\n    Resource:\n${resources.map((resource) => `      - ${resource}\n`).join('')}`;
const agencies = (count: number, last = '') =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": [${Array.from({ length: count }, (_, index) => `"/iam/agencies/a${index}"`).join(', ')}${last}] } }] }`;

testRule(
  rule,
  {
    valid: [
      { name: 'ten resources', json: json(names(10)), yaml: yaml(names(10)) },
      { name: 'eleven in an identity policy', json: json(names(11), '5.0') },
      { name: 'twenty agencies', json: agencies(20) },
    ],
    invalid: [
      {
        name: 'eleven resources',
        json: json([...names(10), '«"obs:*:*:bucket:x"»']),
        yaml: yaml([...names(10), '«obs:*:*:bucket:x»']),
        errors: [{ messageId: 'limit', data: { count: 11, max: 10 } }],
      },
      {
        name: 'twenty-one agencies',
        json: agencies(20, ', «"/iam/agencies/x"»'),
        errors: [{ messageId: 'limit', data: { max: 20 } }],
      },
    ],
  },
  { describe, it },
);

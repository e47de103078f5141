import { describe, it } from 'vitest';
import { rule } from '../../rules/depends-not-allowed.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const STATEMENT = '"Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }]';
const YAML = text`
  Statement:
    - Effect: Allow
      Action: ["ecs:*:get"]
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a role',
        json: `{ "Version": "1.0", ${STATEMENT}, "Depends": [] }`,
        yaml: `Version: "1.0"\n${YAML}Depends: []\n`,
      },
      {
        name: 'a policy without Version, of which it is not known what it is',
        json: `{ ${STATEMENT}, "Depends": [] }`,
      },
    ],
    invalid: [
      {
        name: 'roles in a policy',
        json: `{ "Version": "1.1", ${STATEMENT}, «"Depends"»: [{ "catalog": "BASE", "display_name": "Tenant Guest" }] }`,
        yaml: `Version: "1.1"\n${YAML}«Depends»:\n  - catalog: BASE\n    display_name: Tenant Guest\n`,
        errors: [
          {
            messageId: 'depends',
            suggestions: [{ json: `{ "Version": "1.1", ${STATEMENT} }`, yaml: `Version: "1.1"\n${YAML}` }],
          },
        ],
      },
      {
        name: 'an empty list in an identity policy',
        json: `{ "Version": "5.0", «"Depends"»: [], ${STATEMENT} }`,
        yaml: `Version: "5.0"\n«Depends»: []\n${YAML}`,
        errors: [{ messageId: 'depends', data: { version: '5.0' } }],
        fixed: { json: `{ "Version": "5.0", ${STATEMENT} }`, yaml: `Version: "5.0"\n${YAML}` },
      },
    ],
  },
  { describe, it },
);

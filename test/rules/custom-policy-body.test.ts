import { describe, it } from 'vitest';
import { rule } from '../../rules/custom-policy-body.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const POLICY =
  '"policy": { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }';
const json = (members: string, open = '{') => `{ "role": ${open} ${members}${POLICY} } }`;
const yaml = (type: string) =>
  text`
    role:
      display_name: list
      type: ${type}
      policy:
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action: ["ecs:*:get"]
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a body that the cloud takes',
        json: json('"display_name": "list", "type": "XA", "description": "x", '),
        yaml: yaml('AX'),
      },
      {
        name: 'what the cloud answers',
        json: json(
          '"id": "1", "catalog": "CUSTOMED", "name": "custom_x", "type": "AA", "display_name": "list", ',
        ),
      },
      {
        name: 'a policy without a body',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
      },
      { name: 'what is filled in later', json: json('"display_name": "${name}", "type": "${type}", ') },
    ],
    invalid: [
      {
        name: 'a type of system-defined roles',
        json: json('"display_name": "list", "type": «"AA"», '),
        yaml: yaml('«XX»'),
        errors: ['type'],
      },
      {
        name: 'names that are blank or too long',
        json: json('"display_name": «" "», "type": "XA", '),
        errors: ['name'],
      },
      {
        name: 'a name of 65 characters',
        json: json(`"display_name": «"${'a'.repeat(65)}"», "type": "XA", `),
        errors: [{ messageId: 'name', data: { max: 64 } }],
      },
      {
        name: 'members that the cloud sets, and one that is missing',
        json: json(
          '"display_name": "list", «"catalog"»: "CUSTOMED", «"flag"»: "fine_grained", «"name"»: "x", ',
          '«{»',
        ),
        errors: [{ messageId: 'missing', data: { name: 'type' } }, 'member', 'member', 'member'],
      },
    ],
  },
  { describe, it },
);

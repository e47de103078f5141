import { describe, it } from 'vitest';
import { rule } from '../../rules/action-too-long.js';
import { testRule } from '../../src/lint/tester.js';
import { text as lines } from '../text.js';

const action = (length: number) => 'ecs:cloudServers:'.padEnd(length, 'a');
const json = (text: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": [${text}] }] }`;
const yaml = (text: string) =>
  lines`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action:
          - ${text}
  `;

testRule(
  rule,
  {
    valid: [
      { name: 'an action of 128 characters', json: json(`"${action(128)}"`), yaml: yaml(action(128)) },
      { name: 'a longer one in an identity policy', json: json(`"${action(129)}"`, '5.0') },
    ],
    invalid: [
      {
        name: 'an action of 129 characters',
        json: json(`«"${action(129)}"»`),
        yaml: yaml(`«${action(129)}»`),
        errors: [{ messageId: 'limit', data: { count: 129, max: 128 } }],
      },
    ],
  },
  { describe, it },
);

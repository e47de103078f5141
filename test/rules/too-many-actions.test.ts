import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-actions.js';
import { testRule } from '../../src/lint/tester.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `"ecs:cloudServers:a${index}"`);
const json = (actions: readonly string[], element = 'Action', version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Deny", "${element}": [${actions.join(', ')}] }] }`;
const statements = (lists: readonly (readonly string[])[]) =>
  `{ "Version": "1.1", "Statement": [${lists.map((actions) => `{ "Effect": "Deny", "Action": [${actions.join(', ')}] }`).join(', ')}] }`;
const yaml = (actions: readonly string[]) =>
  `Version: "1.1"\nStatement:\n  - Effect: Deny\n    Action:\n${actions.map((action) => `      - ${action}\n`).join('')}`;

testRule(
  rule,
  {
    valid: [
      { name: 'a hundred actions', json: json(names(100)), yaml: yaml(names(100)) },
      { name: 'a hundred in two statements', json: statements([names(60), names(40)]) },
      { name: 'more in an identity policy', json: json(names(101), 'Action', '5.0') },
    ],
    invalid: [
      {
        name: 'a hundred and one actions',
        json: json([...names(100), '«"ecs:*:get"»']),
        yaml: yaml([...names(100), '«ecs:*:get»']),
        errors: [{ messageId: 'limit', data: { count: 101, max: 100, where: 'Action' } }],
      },
      {
        name: 'as many in NotAction',
        json: json([...names(100), '«"ecs:*:get"»', '"ecs:*:list"'], 'NotAction'),
        errors: [{ messageId: 'limit', data: { count: 102, where: 'NotAction' } }],
      },
      {
        name: 'a hundred and one in two statements, which may be too many',
        json: statements([names(60), [...names(40), '«"ecs:*:get"»', '"ecs:*:list"']]),
        errors: [
          { messageId: 'limit', data: { count: 102, max: 100, where: 'policy' }, confidence: 'doubtful' },
        ],
      },
      {
        name: 'too many in one statement once',
        json: statements([names(60), [...names(100), '«"ecs:*:get"»']]),
        errors: [{ messageId: 'limit', data: { count: 101 }, confidence: 'certain' }],
      },
    ],
  },
  { describe, it },
);

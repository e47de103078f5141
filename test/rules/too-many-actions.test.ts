import { describe, it } from 'vitest';
import { rule } from '../../rules/too-many-actions.js';
import { testRule } from '../../src/lint/tester.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `"ecs:cloudServers:a${index}"`);
const json = (actions: readonly string[], element = 'Action', version = '1.1') => `{ "Version": "${version}", "Statement": [{ "Effect": "Deny", "${element}": [${actions.join(', ')}] }] }`;
const yaml = (actions: readonly string[]) => `Version: "1.1"\nStatement:\n  - Effect: Deny\n    Action:\n${actions.map((action) => `      - ${action}\n`).join('')}`;

testRule(rule, {
  valid: [
    { name: 'a hundred actions', json: json(names(100)), yaml: yaml(names(100)) },
    { name: 'more in an identity policy', json: json(names(101), 'Action', '5.0') },
  ],
  invalid: [
    { name: 'a hundred and one actions', json: json([...names(100), '«"ecs:*:get"»']), yaml: yaml([...names(100), '«ecs:*:get»']), errors: [{ messageId: 'limit', data: { count: 101, max: 100, element: 'Action' } }] },
    { name: 'as many in NotAction', json: json([...names(100), '«"ecs:*:get"»', '"ecs:*:list"'], 'NotAction'), errors: [{ messageId: 'limit', data: { count: 102, element: 'NotAction' } }] },
  ],
}, { describe, it });

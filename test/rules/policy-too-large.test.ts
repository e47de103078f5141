import { describe, it } from 'vitest';
import { rule } from '../../rules/policy-too-large.js';
import { testRule } from '../../src/lint/tester.js';

/** Policies of exactly so many characters as JSON without white space. */
const frame = (version: string) =>
  `{"Version":"${version}","Statement":[{"Effect":"Allow","Action":["ecs:cloudServers:"]}]}`.length;
const action = (size: number, version = '1.1', letter = 'a') =>
  `ecs:cloudServers:${letter.repeat(size - frame(version))}`;
const json = (size: number, name: string, version = '1.1') =>
  `{ "Version": "${version}", ${name}: [{ "Effect": "Allow", "Action": ["${action(size, version)}"] }] }`;
const yaml = (size: number, name: string) =>
  `Version: "1.1"\n${name}:\n  - Effect: Allow\n    Action:\n      - ${action(size)}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'exactly 6,144 characters, however much white space',
        json: json(6144, '"Statement"').replaceAll(' ', '\n        '),
        yaml: yaml(6144, 'Statement'),
      },
      {
        name: 'a resource policy, of which no limit is known',
        json: json(9000, '"Statement"', '5.0').replace('"Effect"', '"Principal": "*", "Effect"'),
      },
    ],
    invalid: [
      {
        name: 'one character more',
        json: json(6145, '«"Statement"»'),
        yaml: yaml(6145, '«Statement»'),
        errors: [{ messageId: 'limit', data: { count: 6145, max: 6144, unit: 'characters' } }],
      },
      {
        name: 'bytes in an identity policy',
        json: json(6144, '«"Statement"»', '5.0').replace('aa"', '图"'),
        errors: [{ messageId: 'limit', data: { count: 6145, unit: 'bytes' } }],
      },
    ],
  },
  { describe, it },
);

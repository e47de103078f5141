import { describe, it } from 'vitest';
import { rule } from '../../rules/syntax.js';
import { testRule } from '../../src/lint/tester.js';

testRule(rule, {
  valid: [{ name: 'a file that can be read', json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }' }],
  invalid: [
    { name: 'a comma that is missing', json: '{\n  "Version": "1.1"\n  «"»Statement": []\n}\n', errors: ['syntax'] },
    { name: 'a list that is not closed', yaml: 'Version: "1.1"\nStatement: [«»', errors: ['syntax'] },
    { name: 'nesting deeper than any policy', json: `${'['.repeat(1000)}«[»${'['.repeat(50)}${']'.repeat(1051)}`, errors: ['too-deep'] },
  ],
}, { describe, it });

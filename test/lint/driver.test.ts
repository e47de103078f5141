import { Linter } from 'eslint/universal';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { createDriver, pluginOf } from '../../src/lint/driver.js';
import { readPolicySource } from '../../src/lint/read-source.js';
import { createRule } from '../../src/lint/rule.js';
import type { ActiveRule } from '../../src/lint/rule-settings.js';

const text = '// lint-policies-disable-next-line sids -- ours\n{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:a:b"] },\n{ "Sid": "B", "Effect": "Allow", "Action": ["ecs:a:b"] }] }';
const sids = createRule({
  id: 'sids',
  meta: { type: 'problem', docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] }, messages: { sid: 'Unexpected {{sid}} {{word}}, expected none.' }, options: { properties: { word: { type: 'string' }, other: { type: 'integer' } }, defaults: { word: 'word', other: 1 } } },
  create: (context) => ({ statement: ({ sid }) => { if (sid !== undefined) context.report({ at: sid, messageId: 'sid', data: { sid: sid.value, word: `${context.options.word}${context.options.other}` } }); } }),
});

describe('the driver', () => {
  it('gives what ESLint gives of the same configuration made in full', () => {
    const reading = readPolicySource({ path: 'app.jsonc', text });
    if (!reading.ok) throw new Error('unreadable');
    const { messages, suppressed } = createDriver([sids])(reading.source, new Map<string, ActiveRule>([['sids', { severity: 'warning', options: { word: 'text' } }]]));
    const plain = new Linter({ cwd: '/' });
    const expected = plain.verify(text, [{ files: ['**/*.jsonc'], plugins: { iam: pluginOf([sids]) }, language: 'iam/policy', rules: { 'iam/sids': ['warn', { word: 'text' }] } }], { filename: 'app.jsonc' });
    expect(messages).toEqual(expected);
    expect(messages.map(({ message }) => message)).toEqual(['Unexpected B text1, expected none.']);
    expect(suppressed).toBe(1);
  });

  it('has rules whose page ESLint can show', () => {
    for (const rule of rules) expect(rule.meta.docs.url).toMatch(/\/docs-out\/rules\/.+\.md$/);
  });
});

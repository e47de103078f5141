import { Linter } from 'eslint/universal';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/registry.js';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { createRuleResolver } from '../../../src/lint/config/config-rules.js';
import { createDriver, pluginOf } from '../../../src/lint/run/driver.js';
import { toMessages } from '../../../src/lint/results/messages.js';
import { readPolicySource } from '../../../src/lint/language/read-source.js';
import { createRule } from '../../../src/lint/rule.js';
import type { RuleReport } from '../../../src/lint/results/rule-report.js';
import type { ActiveRule } from '../../../src/lint/config/rule-settings.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import type { PolicySourceCode } from '../../../src/lint/language/source-code.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { readRulePage } from '../../rules/page-examples.js';

/** `Linter` takes a source of any language, which its types do not say. */
interface LanguageLinter {
  verify(source: PolicySourceCode, config: Linter.Config, options: Linter.LintOptions): Linter.LintMessage[];
}

const text =
  '// lint-policies-disable-next-line sids -- ours\n{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["ecs:a:b"] },\n{ "Sid": "B", "Effect": "Allow", "Action": ["ecs:a:b"] }] }';
const sids = createRule({
  id: 'sids',
  meta: {
    type: 'problem',
    docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] },
    messages: { sid: 'The Sid {sid} is {word}; remove it.' },
    options: {
      properties: { word: { type: 'string' }, other: { type: 'integer' } },
      defaults: { word: 'word', other: 1 },
    },
  },
  create: (context) => ({
    statement: ({ sid }) => {
      if (sid !== undefined)
        context.report({
          at: sid,
          messageId: 'sid',
          data: { sid: sid.value, word: `${context.options.word}${context.options.other}` },
        });
    },
  }),
});

describe('the driver', () => {
  it('gives what ESLint gives of the same configuration made in full', () => {
    const reading = readPolicySource({ path: 'app.jsonc', text });
    if (!reading.ok) throw new Error('unreadable');
    const { messages, suppressed } = createDriver([sids])(
      reading.source,
      new Map<string, ActiveRule>([['sids', { severity: 'warning', options: { word: 'text' } }]]),
    );
    const plain = new Linter({ cwd: '/' });
    const expected = plain.verify(
      text,
      [
        {
          files: ['**/*.jsonc'],
          plugins: { iam: pluginOf([sids]) },
          language: 'iam/policy',
          rules: { 'iam/sids': ['warn', { word: 'text' }] },
        },
      ],
      { filename: 'app.jsonc' },
    );
    expect(messages).toEqual(expected);
    expect(messages.map(({ message }) => message)).toEqual(['The Sid B is text1; remove it.']);
    expect(suppressed).toBe(1);
  });

  it('makes the messages itself that ESLint makes of what every example of every page has in it', async () => {
    const config = { ...DEFAULT_CONFIG, preset: 'strict' as const };
    const active = createRuleResolver(config, rules)('policy.json');
    const settings = Object.fromEntries(
      [...active].map(([id, { severity }]) => [`iam/${id}`, severity === 'error' ? 2 : 1] as const),
    );
    const catalog = createCatalog('huaweicloud', exampleCatalog());
    const found = new Set<string>();
    for (const { id } of rules) {
      for (const { policy, manifest, syntax } of readRulePage(`rules/${id}.md`).examples) {
        const sources: PolicySourceCode[] = [];
        await lintFiles({
          files: [{ path: 'policy', text: policy, syntax }],
          manifests:
            manifest === undefined
              ? []
              : [{ path: 'policy.apis.yaml', text: `policies: [policy]\n${manifest}` }],
          config,
          loadCatalog: () => Promise.resolve(catalog),
          observe: (seen) => sources.push(...seen.sources),
        });
        for (const source of sources.filter(({ directives }) => directives.length === 0)) {
          const messages = toMessages(source.text, source.examined ?? new Map(), active);
          const verified = (new Linter({ cwd: '/' }) as unknown as LanguageLinter).verify(
            source,
            { files: ['policy'], plugins: { iam: pluginOf(rules) }, language: 'iam/policy', rules: settings },
            { filename: 'policy' },
          );
          expect(messages, `rules/${id}.md`).toEqual(verified);
          for (const { ruleId } of messages) found.add(ruleId ?? '');
        }
      }
    }
    expect(found.size).toBeGreaterThan(rules.length / 2);
  });

  it('refuses edits of a fix that overlap, as ESLint does', () => {
    const loc = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
    const fix: RuleReport['fix'] = (fixer) => [
      fixer.replaceTextRange([0, 3], 'a'),
      fixer.replaceTextRange([2, 4], 'b'),
    ];
    const report = { loc, messageId: 'sid', data: { sentence: 'x' }, fix };
    expect(() => toMessages('12345', new Map([['sids', [report]]]), new Map())).toThrow('overlap');
  });

  it('has rules whose page ESLint can show', () => {
    for (const rule of rules) expect(rule.meta.docs.url).toMatch(/\/docs-out\/rules\/.+\.md$/);
  });
});

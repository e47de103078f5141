import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/registry.js';
import { ruleIds } from '../../scripts/generate/rule-registry.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import type { PolicyRule } from '../../src/lint/policy-rule.js';
import { attachNewAccess } from '../../src/lint/changes/attach-new-access.js';
import { createStateCollector } from '../../src/lint/run/run-state.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { parseMessage } from '../../src/wording/message.js';
import { exampleCatalog } from './example-catalog.js';
import { readRulePage } from './page-examples.js';
import type { PageExample } from './page-examples.js';

/** What is wrong, then what to do; no place is left open, and nothing has the plural of another number. */
const WHOLE_SENTENCE = /^(?!.*(?:\{\{|\bundefined\b|\b1 \w+s\b))["A-Z].+(?:; |, and |\?).*[.?]$/;
const SECTIONS = ['Why', 'Wrong', 'Right'];

it('every file of the folder is in the registry, and nothing else', () => {
  expect(rules.map((rule) => rule.id)).toEqual(ruleIds());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  it('is named as its file is, and says what it is about', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.docs.description).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.docs.description.length).toBeLessThan(100);
    expect(rule.docs.sources).not.toHaveLength(0);
  });

  it('has messages that can be read, and says in one of them what to do', () => {
    const messages = Object.values(rule.messages);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(() => parseMessage(message)).not.toThrow();
      expect(message).toMatch(/^["{A-Z][^]*[.?}]$/);
    }
    expect(messages.some((message) => /;\s/.test(message))).toBe(true);
  });

  it('gives every option a default', () => {
    const properties = Object.keys(rule.meta.schema[0]?.properties ?? {});
    expect(Object.keys(rule.meta.defaultOptions[0] ?? {}).sort()).toEqual(properties.sort());
  });

  it('has cases in JSON and in YAML', () => {
    const file = `test/rules/${id}.test.ts`;
    expect(existsSync(file), file).toBe(true);
    // The tester itself demands a wrong case in each syntax.
    expect(readFileSync(file, 'utf8')).toMatch(/testRule\(\s*rule,/);
  });

  describe('its page', () => {
    const file = `rules/${id}.md`;
    const page = existsSync(file) ? readRulePage(file) : undefined;

    it('says what, why, and shows what is wrong and right', () => {
      expect(page?.headings[0]).toEqual({ depth: 1, text: id });
      expect(page?.headings.filter(({ depth }) => depth === 2).map(({ text }) => text)).toEqual(
        expect.arrayContaining(SECTIONS),
      );
      expect(page?.examples.some(({ verdict }) => verdict === 'wrong')).toBe(true);
      expect(page?.examples.some(({ verdict }) => verdict === 'right')).toBe(true);
    });

    it.each(
      (page?.examples ?? []).map(
        (example) => [`${example.verdict} example on line ${example.line}`, example] as const,
      ),
    )('%s', async (_, example) => {
      const findings = await lintExample(rule, example);
      if (example.verdict === 'wrong') expect(findings.length).toBeGreaterThan(0);
      else expect(findings).toEqual([]);
      // What is wrong with the syntax, its parser says.
      if (id !== 'syntax') for (const { message } of findings) expect(message).toMatch(WHOLE_SENTENCE);
      expect(findings.filter((finding) => finding.rule !== id)).toEqual([]);
    });
  });
});

async function lintExample(rule: PolicyRule, example: PageExample) {
  const services =
    example.catalog?.map((text) => readServiceCatalog(text, `the catalog above line ${example.line}`)) ??
    exampleCatalog();
  const catalog = createCatalog(services[0]?.cloud ?? 'huaweicloud', services);
  const path = `policy.${example.syntax === 'hcl' ? 'tf' : example.syntax}`;
  const before = createStateCollector();
  if (example.before !== undefined)
    await lintFiles({
      files: [{ path, text: example.before }],
      config: { ...DEFAULT_CONFIG, cloud: catalog.cloud, preset: 'off' },
      loadCatalog: () => Promise.resolve(catalog),
      observe: before.observe,
    });
  const { record, errors } = await lintFiles({
    files: [
      { path, text: example.policy },
      ...(example.expectations === undefined
        ? []
        : [{ path: 'policy.expect.yaml', text: example.expectations }]),
    ],
    manifests: example.manifest === undefined ? [] : [{ path: 'policy.apis.yaml', text: example.manifest }],
    config: {
      ...DEFAULT_CONFIG,
      cloud: catalog.cloud,
      preset: 'off',
      rules: { [rule.id]: example.options === undefined ? 'error' : ['error', example.options] },
    },
    loadCatalog: () => Promise.resolve(catalog),
    ...(example.before === undefined
      ? {}
      : {
          observe: (seen) => {
            attachNewAccess(seen, before, []);
          },
        }),
  });
  expect(errors).toEqual([]);
  // What stands in another language is named, not checked.
  const isForeign = rule.id === 'foreign-grammar' && example.verdict === 'wrong';
  expect(record.files.find(({ path }) => /^policy\.\w+$/.test(path))?.checked).toBeOneOf(
    isForeign ? [false] : [true, 'partly'],
  );
  return record.files.flatMap((file) => file.findings);
}

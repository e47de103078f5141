import assert from 'node:assert/strict';
import { createCatalog } from '../catalog/index/memory.js';
import type { ServiceCatalog } from '../catalog/model/model.js';
import type { Syntax } from '../policy/model/ast.js';
import { applyEdits } from '../policy/edit/edit.js';
import { defined } from '../defined.js';
import { attachNewAccess } from './changes/attach-new-access.js';
import { DEFAULT_CONFIG } from './config/config.js';
import type { Finding, JsonValue } from './results/lint-record.js';
import type { PolicyRule } from './policy-rule.js';
import type { RuleOptions } from './rule-definition.js';
import { lintFiles } from './run/runner.js';
import type { LintResult } from './run/runner.js';
import type { SeenGroup } from './run/lint-group.js';
import { createStateCollector } from './run/run-state.js';
import type { RunState } from './run/run-state.js';

/**
 * Tests a rule: the same tester for the rules here and for those of a team.
 *
 * A case is written in JSON and in YAML (and more, where wanted). In an invalid case every expected finding is marked in
 * the text, `«from here to there»`, so that its whole span is checked; `errors` tells in the order of the text which
 * message each mark stands for. Fixes are applied until there are none left, and once more to see that nothing changes.
 * Works with every test runner that has `describe` and `it`.
 */
export function testRule(
  rule: PolicyRule,
  { valid, invalid }: RuleCases,
  { describe, it }: TestRunner = globalRunner(),
): void {
  describe(rule.id, () => {
    it('has cases that are wrong in JSON and in YAML, and one that is right', () => {
      assert.ok(valid.length > 0, 'no valid case');
      // What only Terraform has cannot be wrong elsewhere.
      if (invalid.length > 0 && invalid.every((test) => hasMark(test, 'hcl'))) return;
      assert.ok(
        invalid.some((test) => hasMark(test, 'json')),
        'no invalid case in JSON',
      );
      assert.ok(
        invalid.some((test) => hasMark(test, 'yaml')),
        'no invalid case in YAML',
      );
    });
    for (const test of valid) {
      for (const syntax of syntaxesOf(test))
        it(`accepts ${test.name} (${syntax})`, async () => {
          await check(rule, { ...test, errors: [] }, syntax);
        });
    }
    for (const test of invalid) {
      for (const syntax of syntaxesOf(test))
        it(`reports ${test.name} (${syntax})`, async () => {
          await check(rule, test, syntax);
        });
    }
  });
}

export interface RuleCases {
  readonly valid: readonly RuleCase[];
  readonly invalid: readonly InvalidCase[];
}

/** A text for each syntax; those that are left out are not tested. */
export type Texts = Readonly<Partial<Record<Syntax, string>>>;

export interface RuleCase extends Texts {
  /** Completes “accepts …” or “reports …”. */
  readonly name: string;
  readonly options?: RuleOptions;
  /** The policy as it was in the revision that it is compared with (`--since`), in each syntax. */
  readonly before?: Texts;
  /** Text of `policy.apis.yaml`, the manifest that covers the policy. May hold marks. */
  readonly manifest?: string;
  /** Text of `policy.expect.yaml`, expectations beside the policy. May hold marks. */
  readonly expectations?: string;
  /** Other files that the manifest or the expectations name: path → text. */
  readonly others?: Readonly<Record<string, string>>;
  /** Facts that the catalog holds: one YAML text (or object) a service; `...exampleServices()` is a start. */
  readonly catalog?: readonly (string | ServiceCatalog)[];
  /** Left out: `huaweicloud`. */
  readonly cloud?: string;
}

export interface InvalidCase extends RuleCase {
  /** One for each mark, in the order of the text; those of the manifest and of expectations come behind those of the policy. */
  readonly errors: readonly (string | ExpectedError)[];
  /** The policy after all safe fixes; left out: no fix is offered. */
  readonly fixed?: Texts;
}

export interface ExpectedError {
  /** Of the rule's messages. */
  readonly messageId: string;
  /** Values that the finding's `data` holds (it may hold more). */
  readonly data?: Readonly<Record<string, JsonValue>>;
  readonly confidence?: Finding['confidence'];
  /** The suggestions, all of them: what the policy becomes, by syntax, and the sentence where it matters. */
  readonly suggestions?: readonly ({ readonly message?: string } & Texts)[];
}

export interface TestRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void> | void) => void;
}

const SYNTAXES: readonly Syntax[] = ['json', 'jsonc', 'yaml', 'hcl'];
const EXTENSIONS: Readonly<Record<Syntax, string>> = {
  json: 'json',
  jsonc: 'jsonc',
  yaml: 'yaml',
  hcl: 'tf',
  markdown: 'md',
};
const MANIFEST = 'policy.apis.yaml';
const EXPECTATIONS = 'policy.expect.yaml';

function syntaxesOf(test: Texts): readonly Syntax[] {
  return SYNTAXES.filter((syntax) => test[syntax] !== undefined);
}

function hasMark(test: InvalidCase, syntax: Syntax): boolean {
  return (
    test[syntax] !== undefined &&
    (test[syntax].includes('«') || (test.manifest ?? test.expectations)?.includes('«') === true)
  );
}

async function check(rule: PolicyRule, test: InvalidCase, syntax: Syntax): Promise<void> {
  const policy = unmark(test[syntax] ?? '');
  const beside = unmarkBeside(test);
  const result = await run(rule, test, syntax, policy.text, beside, false);
  const findings = findingsOf(result);
  const expected = [...policy.spans, ...beside.spans];
  assert.deepEqual(
    findings.map((finding) => describeFinding(finding, rule)),
    expected.map((span, index) => `${span} ${messageIdOf(test.errors[index])}`),
    'the findings are those that are marked',
  );
  assert.equal(test.errors.length, expected.length, 'as many errors as marks');
  for (const [index, error] of test.errors.entries()) {
    const finding = findings[index];
    if (finding !== undefined && typeof error !== 'string') checkDetails(finding, error, policy.text, syntax);
  }
  await checkFix(rule, test, syntax, policy.text, beside, findings);
}

/** What stands beside the policy, without its marks. */
interface Beside {
  readonly manifest: string | undefined;
  readonly expectations: string | undefined;
  readonly spans: readonly string[];
}

function unmarkBeside({ manifest, expectations }: RuleCase): Beside {
  const texts = [manifest, expectations].map((text) => (text === undefined ? undefined : unmark(text)));
  return {
    manifest: texts[0]?.text,
    expectations: texts[1]?.text,
    spans: texts.flatMap((text) => text?.spans ?? []),
  };
}

function checkDetails(
  finding: Finding,
  { data, confidence, suggestions }: ExpectedError,
  text: string,
  syntax: Syntax,
): void {
  if (data !== undefined)
    assert.deepEqual(Object.fromEntries(Object.keys(data).map((key) => [key, finding.data[key]])), data);
  if (confidence !== undefined) assert.equal(finding.confidence, confidence);
  if (suggestions === undefined) return;
  assert.deepEqual(
    (finding.suggestions ?? []).map(({ edits }) => applyEdits(text, edits)),
    suggestions.map((suggestion) => suggestion[syntax]),
    'what the suggestions make of the policy',
  );
  for (const [index, { message }] of suggestions.entries())
    if (message !== undefined) assert.equal(finding.suggestions?.[index]?.message, message);
}

async function checkFix(
  rule: PolicyRule,
  test: InvalidCase,
  syntax: Syntax,
  text: string,
  beside: Beside,
  findings: readonly Finding[],
): Promise<void> {
  const fixed =
    (await run(rule, test, syntax, text, beside, true)).fixed.get(`policy.${EXTENSIONS[syntax]}`) ?? text;
  assert.equal(fixed, test.fixed?.[syntax] ?? text, 'the policy after all safe fixes');
  assert.equal(
    findings.some((finding) => finding.fix),
    fixed !== text,
    'a fix is offered where one is made',
  );
  if (fixed === text) return;
  const again = await run(rule, test, syntax, fixed, beside, true);
  assert.equal(again.fixed.size, 0, 'fixing what is fixed changes nothing');
}

async function run(
  rule: PolicyRule,
  test: RuleCase,
  syntax: Syntax,
  text: string,
  { manifest, expectations }: Beside,
  fix: boolean,
): Promise<LintResult> {
  const cloud = test.cloud ?? 'huaweicloud';
  const { readServiceCatalog } = await import('../catalog/yaml/read-catalog.js');
  const catalog = createCatalog(
    cloud,
    (test.catalog ?? []).map((service, index) =>
      typeof service === 'string' ? readServiceCatalog(service, `catalog ${index + 1}`) : service,
    ),
  );
  const path = `policy.${EXTENSIONS[syntax]}`;
  const loadCatalog = () => Promise.resolve(catalog);
  const before = createStateCollector();
  const was = test.before?.[syntax];
  if (was !== undefined)
    await lintFiles({
      files: [{ path, text: was }],
      config: { ...DEFAULT_CONFIG, cloud, preset: 'off' },
      loadCatalog,
      observe: before.observe,
    });
  const result = await lintFiles({
    files: [
      { path, text },
      ...(expectations === undefined ? [] : [{ path: EXPECTATIONS, text: expectations }]),
    ],
    manifests: manifest === undefined ? [] : [{ path: MANIFEST, text: manifest }],
    config: {
      ...DEFAULT_CONFIG,
      cloud,
      preset: 'off',
      rules: { [rule.id]: test.options === undefined ? 'error' : ['error', test.options] },
      localRules: [rule],
    },
    loadCatalog,
    ...defined({ observe: was === undefined ? undefined : attachingTo(before) }),
    read: (path) => test.others?.[path],
    fix,
  });
  const [failure] = result.errors;
  if (failure !== undefined) throw failure.error;
  return result;
}

function attachingTo(before: RunState): (seen: SeenGroup) => void {
  return (seen) => {
    attachNewAccess(seen, before, []);
  };
}

function findingsOf({ record }: LintResult): readonly Finding[] {
  return record.files.flatMap((file) => file.findings);
}

function describeFinding(finding: Finding, rule: PolicyRule): string {
  const what =
    finding.rule === rule.id && finding.messageId !== undefined
      ? finding.messageId
      : `${finding.rule}: ${finding.message}`;
  return `${finding.line}:${finding.column}-${finding.endLine}:${finding.endColumn} ${what}`;
}

function messageIdOf(error: string | ExpectedError | undefined): string {
  return typeof error === 'string' ? error : (error?.messageId ?? '(no error listed for this mark)');
}

/** Takes the marks out of a text and tells where they stood, `4:9-4:30`, in the order of their beginnings. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly string[] } {
  let text = '';
  let line = 1;
  let column = 1;
  const open: { readonly start: string; readonly index: number }[] = [];
  const spans: string[] = [];
  for (const character of marked) {
    if (character === '«') {
      open.push({ start: `${line}:${column}`, index: spans.length });
      spans.push('');
    } else if (character === '»') {
      const mark = open.pop();
      assert.ok(mark !== undefined, 'a mark » without its «');
      spans[mark.index] = `${mark.start}-${line}:${column}`;
    } else {
      text += character;
      line += character === '\n' ? 1 : 0;
      column = character === '\n' ? 1 : column + character.length;
    }
  }
  assert.equal(open.length, 0, 'a mark « without its »');
  return { text, spans };
}

function globalRunner(): TestRunner {
  const { describe, it } = globalThis as Partial<TestRunner>;
  if (describe === undefined || it === undefined)
    throw new TypeError('testRule needs describe and it: pass them as its third argument');
  return { describe, it };
}

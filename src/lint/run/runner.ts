import { setImmediate } from 'node:timers/promises';
import type { Catalog } from '../../catalog/catalog.js';
import type { Problem } from '../../problem.js';
import { defined } from '../../defined.js';
import { TOOL } from '../../project.js';
import { rules as ownRules } from '../../../rules/registry.js';
import type { Baseline } from '../config/baseline.js';
import type { LintConfig } from '../config/config.js';
import { createRuleResolver } from '../config/config-rules.js';
import { configFor } from '../config/config-for.js';
import { createDriver } from './driver.js';
import { UNUSED_SUPPRESSION_RULE } from '../results/findings.js';
import { groupExpectations } from '../expectations/expectation-group.js';
import { groupFiles, normalPath, uniqueByPath } from './group.js';
import type { FileGroup } from './group.js';
import { lintExpectations } from '../expectations/lint-expectations.js';
import { lintGroup } from './lint-group.js';
import { withoutExcess } from './left-out.js';
import type { FileError, GroupResult, RunContext } from './lint-group.js';
import type { SourceFile } from '../language/read-source.js';
import type { FileRecord, LintRecord } from '../results/lint-record.js';
import { ruleUrl } from '../policy-rule.js';
import type { PolicyRule } from '../policy-rule.js';
import { packWorkload } from '../results/shelf.js';
import type { Shelf } from '../results/shelf.js';
import { createSuppressor } from '../config/suppressions.js';

export interface LintInput {
  /** Texts of the files to lint. Paths are relative to one folder (or absolute), with `/`; no path twice. */
  readonly files: readonly SourceFile[];
  /** Manifests, whatever they are called. Those among `files` that are manifests by their name count too. */
  readonly manifests?: readonly SourceFile[];
  readonly config: LintConfig;
  /** Further files whose policies expectations may be about; they are not linted. */
  readonly alongside?: readonly SourceFile[];
  /** Loads the catalog of a cloud. Rejects with a Problem where there is none. */
  readonly loadCatalog: (cloud: string) => Promise<Catalog>;
  /** Text of a policy that a manifest names and that is not among `files`; it is judged along but not linted. */
  readonly read?: (path: string) => string | undefined;
  readonly baseline?: Baseline;
  /** Applies safe fixes before the findings are collected. */
  readonly fix?: boolean;
  /** Today, `2026-07-31`: what suppressions expire against. */
  readonly today?: string;
  /** The files are only a part of what the configuration covers, so that an entry for others is not called unused. */
  readonly partial?: boolean;
  /** What a file is called in fingerprints; left out: by its path. */
  readonly nameOf?: (path: string) => string;
  /** Shown what was judged, group by group, for comparisons. */
  readonly observe?: RunContext['observe'];
  /** Where the records of workloads wait for the reports; left out: in memory, as they are. */
  readonly shelf?: Shelf | undefined;
  /** Spreads the groups over threads; left out: one after the other in this one. */
  readonly spread?: Spread | undefined;
}

/** What groups need besides the groups themselves. */
export type GroupInput = Pick<
  LintInput,
  'config' | 'loadCatalog' | 'read' | 'fix' | 'nameOf' | 'observe' | 'shelf'
>;

/** Lints every group, here or elsewhere, and gives the results in their order. Rejects as the first of the groups does that cannot be linted. */
export type Spread = (
  groups: readonly FileGroup[],
  lintHere: (group: FileGroup) => Promise<GroupResult>,
) => Promise<readonly GroupResult[]>;

export interface LintResult {
  readonly record: LintRecord;
  /** Every text that a finding or a related place points into, as it is after fixes. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that fixes changed, to be written by the caller. */
  readonly fixed: ReadonlyMap<string, string>;
  /** What rules threw, for the diagnostics of the command line. */
  readonly errors: readonly FileError[];
  /** Complaints about manifests, code `manifest`. A manifest with one takes no part: its policies are linted, their calls are not judged. */
  readonly problems: readonly Problem[];
}

/**
 * Lints files that are read already: parses each once, judges the workloads, runs the rules, and states the findings.
 * What belongs together is done together, and then let go.
 * @throws Problem for a baseline or a catalog that cannot be used; a broken policy is a finding, a broken manifest one of `problems`.
 */
export async function lintFiles(input: LintInput): Promise<LintResult> {
  const { config, baseline, today, partial } = input;
  const loadCatalog = once(input.loadCatalog);
  const rulesFor = createRuleResolver(config, rulesOf(config));
  const suppressor = createSuppressor({
    suppressions: suppressionsOf(config),
    baseline,
    today,
    partial,
    severity: rulesFor(config.file ?? '').get(UNUSED_SUPPRESSION_RULE)?.severity,
  });
  const files = uniqueByPath([...input.files, ...(input.alongside ?? [])]);
  const groups = [...groupFiles(input.files, input.manifests ?? []), ...(await groupExpectations(files))];
  const lintHere = createGroupLinter({ ...input, loadCatalog }, (path, finding) =>
    suppressor.matches(path, finding),
  );
  const results = await (input.spread ?? oneByOne)(groups, lintHere);

  const kept = (record: FileRecord): FileRecord => ({
    ...record,
    ...defined({ config: configFor(config, record.path).file }),
    findings: withoutExcess(record.findings.filter((finding) => suppressor.keeps(record.path, finding))),
  });
  const order = new Map(input.files.map(({ path }, index) => [normalPath(path), index]));
  const linted = results
    .flatMap((result) => result.files.map(kept))
    .sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
  const manifests = results
    .flatMap((result) => result.manifests.map(kept))
    .filter(({ findings }) => findings.length > 0);
  const all = suppressor.finish([...linted, ...manifests]);
  const expectations = results.flatMap((result) => result.expectations ?? []);
  const fixed = results.flatMap((result) => result.fixed);
  const pointed = new Set(
    all.flatMap(({ path, findings }) =>
      findings.length === 0
        ? []
        : [path, ...findings.flatMap(({ related }) => related.map((place) => place.path))],
    ),
  );
  const read = groups
    .flatMap(({ files: own, manifests: declared, expectations }) => [
      ...own,
      ...declared,
      ...(expectations === undefined ? [] : [expectations.file, ...expectations.policies]),
    ])
    .flatMap((file) => (pointed.has(file.path) ? [[file.path, file.text] as const] : []));
  return {
    record: {
      version: 1,
      tool: { name: TOOL.name, version: TOOL.version },
      catalog: await describeCatalogs(new Set(results.flatMap(({ clouds }) => clouds)), loadCatalog),
      files: withClouds(all, config.cloud),
      workloads: results.flatMap(({ workloads }) => workloads),
      ...defined({ expectations: expectations.length === 0 ? undefined : expectations }),
      summary: {
        ...countFiles(linted, all),
        suppressed: suppressor.suppressed() + sum(results, ({ suppressed }) => suppressed),
        uncovered: sum(results, ({ uncovered }) => uncovered),
        ...defined({ fixed: input.fix === true ? fixedBy(results) : undefined }),
      },
    },
    texts: new Map([...read, ...results.flatMap(({ companions }) => companions).filter(isThere), ...fixed]),
    fixed: new Map(fixed),
    errors: results.flatMap(({ errors }) => errors),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** Where one file was judged by another cloud than the configured one, the others say theirs too. */
function withClouds(files: readonly FileRecord[], configured: string): readonly FileRecord[] {
  if (files.every(({ cloud }) => cloud === undefined || cloud === configured)) return files;
  return files.map(({ findings, ...file }) =>
    file.cloud !== undefined || file.checked === false || findings.some(({ cloud }) => cloud !== undefined)
      ? { ...file, findings }
      : { ...file, cloud: configured, findings },
  );
}

/** Lints one group after the other with what all of them share. `isSuppressed` tells what fixes leave alone. */
export function createGroupLinter(
  { config, loadCatalog, read, fix = false, nameOf = (path) => path, observe, shelf }: GroupInput,
  isSuppressed: RunContext['isSuppressed'],
): (group: FileGroup) => Promise<GroupResult> {
  const rules = rulesOf(config);
  const urls = new Map(rules.map((rule) => [rule.id, rule.meta.docs.url]));
  const context: RunContext = {
    cloudOf: (path) => configFor(config, path).cloud,
    loadCatalog: once(loadCatalog),
    read,
    fix,
    drive: createDriver(rules),
    rulesFor: createRuleResolver(config, rules),
    urlOf: (rule) => urls.get(rule) ?? ruleUrl(rule),
    nameOf,
    observe,
    shelve: (workload) => shelf?.put(packWorkload(workload, shelf.textOf)) ?? workload,
    isSuppressed,
  };
  return (group) =>
    group.expectations === undefined
      ? lintGroup(group, context)
      : lintExpectations(group.expectations, context);
}

/** Does something with each of many items, in their order. */
export async function oneByOne<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    results.push(await run(item));
    // An interrupt is heard only where the event loop has its turn.
    if (index % ITEMS_A_TURN === ITEMS_A_TURN - 1) await setImmediate();
  }
  return results;
}

/** So few that nobody waits, so many that it costs nothing. */
const ITEMS_A_TURN = 32;

/** The rules that there are: our own, and those of the configuration, which may stand in for one of ours. */
function rulesOf({ localRules }: LintConfig): readonly PolicyRule[] {
  return [...new Map([...ownRules, ...localRules].map((rule) => [rule.id, rule])).values()];
}

function once<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const loading = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = loading.get(key) ?? load(key);
    loading.set(key, value);
    return value;
  };
}

function isThere(
  file: readonly [path: string, text: string | undefined],
): file is readonly [path: string, text: string] {
  return file[1] !== undefined;
}

async function describeCatalogs(
  clouds: ReadonlySet<string>,
  loadCatalog: (cloud: string) => Promise<Catalog>,
): Promise<LintRecord['catalog']> {
  const loaded = await Promise.all([...clouds].map(loadCatalog));
  return Object.fromEntries(
    loaded.map(({ cloud, version, services, operationCount }) => [
      cloud,
      { version, services: services.length, operations: operationCount },
    ]),
  );
}

function countFiles(
  files: readonly FileRecord[],
  all: readonly FileRecord[],
): Pick<LintRecord['summary'], 'checked' | 'partly' | 'skipped' | 'foreign' | 'errors' | 'warnings'> {
  const findings = all.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const checked = files.filter((file) => file.checked).length;
  const foreign = sum(files, (file) => file.foreign?.length ?? 0);
  const partly = files.filter((file) => file.checked === 'partly').length;
  return defined({
    checked,
    partly: partly === 0 ? undefined : partly,
    skipped: files.length - checked,
    foreign: foreign === 0 ? undefined : foreign,
    errors,
    warnings: findings.length - errors,
  });
}

/** Those of every configuration, each for what is nearest to it. */
function suppressionsOf(config: LintConfig): LintConfig['suppressions'] {
  const { nested } = config;
  return [
    ...config.suppressions.map((entry) => ({ ...entry, elsewhere: nested.map(({ folder }) => folder) })),
    ...nested.flatMap(({ folder, suppressions }) => {
      const elsewhere = nested.map((other) => other.folder).filter((other) => other.startsWith(`${folder}/`));
      return suppressions.map((entry) => ({ ...entry, elsewhere }));
    }),
  ];
}

/** What fixes did. */
function fixedBy(results: readonly GroupResult[]): LintRecord['summary']['fixed'] {
  return {
    findings: sum(results, ({ mended }) => mended),
    files: sum(results, ({ fixed }) => fixed.length),
  };
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

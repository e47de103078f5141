import type { Catalog } from '../catalog/catalog.js';
import { loadSyntax, syntaxOf } from '../policy/parse.js';
import type { Problem } from '../problem.js';
import { TOOL } from '../project.js';
import { rules as ownRules } from '../../rules/index.js';
import type { Baseline } from './baseline.js';
import type { LintConfig } from './config.js';
import { createRuleResolver } from './config-rules.js';
import { createDriver } from './driver.js';
import { UNUSED_SUPPRESSION_RULE } from './findings.js';
import { groupFiles, normalPath } from './group.js';
import { lintGroup } from './lint-group.js';
import type { FileError, GroupResult, RunContext } from './lint-group.js';
import type { SourceFile } from './read-source.js';
import type { FileRecord, LintRecord } from './record.js';
import { ruleUrl } from './rule.js';
import { createSuppressor } from './suppressions.js';

export interface LintInput {
  /** Texts of the files to lint. Paths are relative to one folder (or absolute), with `/`; no path twice. */
  readonly files: readonly SourceFile[];
  /** Manifests, whatever they are called. Those among `files` that are manifests by their name count too. */
  readonly manifests?: readonly SourceFile[];
  readonly config: LintConfig;
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
}

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
  const catalogs = new Map<string, Promise<Catalog>>();
  const context = createContext(input, catalogs);
  await Promise.all([...new Set([...input.files.map(({ path, syntax }) => syntax ?? syntaxOf(path) ?? 'json'), 'yaml' as const])].map(loadSyntax));
  const results: GroupResult[] = [];
  for (const group of groupFiles(input.files, input.manifests ?? [])) results.push(await lintGroup(group, context));

  const order = new Map(input.files.map(({ path }, index) => [normalPath(path), index]));
  const files = results.flatMap((result) => result.files).sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
  const all = context.suppressor.finish([...files, ...results.flatMap(({ manifests }) => manifests)]);
  return {
    record: {
      version: 1,
      tool: { name: TOOL.name, version: TOOL.version },
      catalog: await describeCatalogs(catalogs),
      files: all,
      workloads: results.flatMap(({ workloads }) => workloads),
      summary: { ...countFiles(files, all), suppressed: context.suppressor.suppressed(), uncovered: results.reduce((sum, { uncovered }) => sum + uncovered, 0) },
    },
    texts: new Map(results.flatMap(({ texts }) => texts)),
    fixed: new Map(results.flatMap(({ fixed }) => fixed)),
    errors: results.flatMap(({ errors }) => errors),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function createContext({ config, loadCatalog, read, baseline, fix = false, today, partial, nameOf = (path) => path, observe }: LintInput, catalogs: Map<string, Promise<Catalog>>): RunContext {
  const rules = [...new Map([...ownRules, ...config.localRules].map((rule) => [rule.id, rule])).values()];
  const rulesFor = createRuleResolver(config, rules);
  const urls = new Map(rules.map((rule) => [rule.id, rule.meta.docs.url]));
  const severity = rulesFor(config.file ?? '').get(UNUSED_SUPPRESSION_RULE)?.severity;
  return {
    cloud: config.cloud,
    loadCatalog(cloud) {
      const catalog = catalogs.get(cloud) ?? loadCatalog(cloud);
      catalogs.set(cloud, catalog);
      return catalog;
    },
    read,
    fix,
    drive: createDriver(rules),
    rulesFor,
    urlOf: (rule) => urls.get(rule) ?? ruleUrl(rule),
    nameOf,
    observe,
    suppressor: createSuppressor({ suppressions: config.suppressions, baseline, today, partial, severity }),
  };
}

async function describeCatalogs(catalogs: ReadonlyMap<string, Promise<Catalog>>): Promise<LintRecord['catalog']> {
  const loaded = await Promise.all(catalogs.values());
  return Object.fromEntries(loaded.map(({ cloud, version, services, operationCount }) => [cloud, { version, services: services.length, operations: operationCount }]));
}

function countFiles(files: readonly FileRecord[], all: readonly FileRecord[]): Pick<LintRecord['summary'], 'checked' | 'skipped' | 'errors' | 'warnings'> {
  const findings = all.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const checked = files.filter((file) => file.checked).length;
  return { checked, skipped: files.length - checked, errors, warnings: findings.length - errors };
}

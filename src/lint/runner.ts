import { posix } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import type { Manifest } from '../calls/call.js';
import { loadSyntax, syntaxOf } from '../policy/parse.js';
import { Problem } from '../problem.js';
import { TOOL } from '../project.js';
import { rules as ownRules } from '../../rules/index.js';
import type { LintConfig } from './config.js';
import { createRuleResolver } from './config-rules.js';
import { createDriver } from './driver.js';
import { UNUSED_SUPPRESSION_RULE, internalErrorFinding, syntaxFindings, toFindings } from './findings.js';
import { fixSource, withSafeFixes } from './fix.js';
import { isManifestName, readManifestSource, readPolicySource } from './read-source.js';
import type { SourceFile } from './read-source.js';
import type { FileRecord, Finding, LintRecord } from './record.js';
import { ruleUrl } from './rule.js';
import type { PolicySourceCode } from './source-code.js';
import { createSuppressor } from './suppressions.js';
import type { Baseline } from './baseline.js';
import { toWorkloadRecord } from './workload-record.js';
import { attachWorkspace, createWorkspace } from './workspace.js';

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
}

export interface LintResult {
  readonly record: LintRecord;
  /** Every text that a finding or a related place points into, as it is after fixes. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that fixes changed, to be written by the caller. */
  readonly fixed: ReadonlyMap<string, string>;
  /** What rules threw, for the diagnostics of the command line. */
  readonly errors: readonly { readonly path: string; readonly error: unknown }[];
  readonly manifests: readonly Manifest[];
  /** Complaints about manifests, code `manifest`. A manifest with one takes no part: its policies are linted, their calls are not judged. */
  readonly problems: readonly Problem[];
}

/**
 * Lints files that are read already: parses each once, judges the workloads, runs the rules, and states the findings.
 * @throws Problem for a baseline or a catalog that cannot be used; a broken policy is a finding, a broken manifest one of `problems`.
 */
export async function lintFiles(input: LintInput): Promise<LintResult> {
  const run = await startRun(input);
  if (input.fix === true) for (const entry of run.entries) if (entry.source?.kind === 'policy') fixEntry(entry, entry.source, run);

  const files = run.entries.map((entry) => recordOf(entry, run));
  const manifestFiles = run.manifests.map((source) => lintedRecord({ path: source.path, text: source.text, source, findings: [] }, source, run)).filter((file) => file.findings.length > 0);
  const all = run.suppressor.finish([...files, ...manifestFiles]);
  return {
    record: toRecord(all, run),
    texts: new Map([...run.entries.map((entry): [string, string] => [entry.path, entry.source?.text ?? entry.text]), ...run.manifests.map((source): [string, string] => [source.path, source.text]), ...run.companions.texts()]),
    fixed: new Map(run.entries.flatMap((entry): [string, string][] => (entry.source === undefined || entry.source.text === entry.text ? [] : [[entry.path, entry.source.text]]))),
    errors: run.errors,
    manifests: run.manifests.flatMap(({ manifest }) => manifest ?? []),
    problems: run.problems,
  };
}

interface Entry {
  readonly path: string;
  /** As it was read. */
  readonly text: string;
  /** As it is parsed now; undefined where it cannot be. */
  source: PolicySourceCode | undefined;
  readonly findings: readonly Finding[];
  /** Why it is no policy, where that is known before it is parsed. */
  readonly skipped?: string;
}

type Run = Awaited<ReturnType<typeof startRun>>;

async function startRun({ files, manifests = [], config, loadCatalog, read, baseline, today, partial }: LintInput) {
  const own = [...new Map([...ownRules, ...config.localRules].map((rule) => [rule.id, rule])).values()];
  await Promise.all([...new Set(files.map(({ path, syntax }) => syntax ?? syntaxOf(path) ?? 'json')), 'yaml' as const].map(loadSyntax));
  const manifestFiles = uniqueByPath([...manifests, ...files.filter(({ path }) => isManifestName(path))]);
  const manifestReadings = manifestFiles.map((file) => readManifestSource({ ...file, path: normal(file.path) }));
  const manifestSources = manifestReadings.flatMap(({ source }) => source ?? []);
  const manifestPaths = new Set(manifestFiles.map(({ path }) => normal(path)));
  const entries = files.filter(({ path }) => !manifestPaths.has(normal(path))).map(readEntry);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const companions = createCompanions(read);
  const catalogs = await loadCatalogs(new Set([config.cloud, ...manifestSources.flatMap(({ manifest }) => manifest?.cloud ?? [])]), loadCatalog);
  const workspace = createWorkspace({
    cloud: config.cloud,
    catalogs: (cloud) => catalogs.get(cloud) ?? missingCatalog(cloud),
    manifests: manifestSources,
    files: {
      find: (path) => (byPath.has(normal(path)) ? byPath.get(normal(path))?.source : companions.find(normal(path))),
      isLinted: (path) => byPath.has(path),
    },
  });
  for (const source of [...manifestSources, ...entries.flatMap((entry) => entry.source ?? [])]) attachWorkspace(source, workspace);
  const errors: { readonly path: string; readonly error: unknown }[] = [];
  const rulesFor = createRuleResolver(config, own);
  const urls = new Map(own.map((rule) => [rule.id, rule.meta.docs.url]));
  return {
    entries,
    manifests: manifestSources,
    problems: manifestReadings.flatMap(({ problems }) => problems),
    companions,
    workspace,
    catalogs,
    drive: createDriver(own),
    rulesFor,
    urlOf: (rule: string) => urls.get(rule) ?? ruleUrl(rule),
    suppressor: createSuppressor({ suppressions: config.suppressions, baseline, today, partial, severity: rulesFor(config.file ?? '').get(UNUSED_SUPPRESSION_RULE)?.severity }),
    errors,
  };
}

async function loadCatalogs(clouds: ReadonlySet<string>, load: LintInput['loadCatalog']): Promise<ReadonlyMap<string, Catalog>> {
  return new Map(await Promise.all([...clouds].map(async (cloud): Promise<[string, Catalog]> => [cloud, await load(cloud)])));
}

function missingCatalog(cloud: string): never {
  throw new Error(`the catalog of ${cloud} was not loaded`);
}

function readEntry(file: SourceFile): Entry {
  const path = normal(file.path);
  const reading = readPolicySource({ ...file, path });
  // A search finds templates and fixtures of all kinds: one that cannot be read and speaks of no statement is no policy.
  const unlikely = !reading.ok && file.found === true && !/statement/i.test(file.text);
  if (reading.ok) return { path, text: file.text, source: reading.source, findings: [] };
  return unlikely
    ? { path, text: file.text, source: undefined, findings: [], skipped: 'not a policy: it cannot be parsed, and no Statement is named in it' }
    : { path, text: file.text, source: undefined, findings: syntaxFindings(path, file.text, reading.problems) };
}

/** Policies that a manifest names and that nobody asked to lint. */
function createCompanions(read: LintInput['read']) {
  const known = new Map<string, PolicySourceCode | undefined>();
  return {
    find(path: string): PolicySourceCode | undefined {
      if (known.has(path)) return known.get(path);
      const text = read?.(path);
      const reading = text === undefined ? undefined : readPolicySource({ path, text });
      const source = reading?.ok === true ? reading.source : undefined;
      known.set(path, source);
      return source;
    },
    texts: (): [string, string][] => [...known].flatMap(([path, source]): [string, string][] => (source === undefined ? [] : [[path, source.text]])),
  };
}

function fixEntry(entry: Entry, source: PolicySourceCode, run: Run): void {
  entry.source = fixSource(source, run.workspace, (current) => findingsOf(current, run).findings.filter((finding) => !run.suppressor.matches(current.path, finding)));
}

function recordOf(entry: Entry, run: Run): FileRecord {
  if (entry.skipped !== undefined) return { path: entry.path, checked: false, reason: entry.skipped, findings: [] };
  if (entry.source === undefined) return { path: entry.path, checked: true, findings: entry.findings.filter((finding) => run.suppressor.keeps(entry.path, finding)) };
  if (entry.source.kind === 'none') return { path: entry.path, checked: false, reason: 'not a policy: no Statement with an Effect or an Action was found in it', findings: [] };
  return lintedRecord(entry, entry.source, run);
}

function lintedRecord(entry: Entry, source: PolicySourceCode, run: Run): FileRecord {
  const { findings, suppressed } = findingsOf(source, run);
  run.suppressor.count(suppressed);
  return { path: entry.path, checked: true, findings: findings.filter((finding) => run.suppressor.keeps(entry.path, finding)) };
}

/** Runs the rules. Whatever is thrown becomes a finding of this file, and the run goes on. */
function findingsOf(source: PolicySourceCode, run: Run): { readonly findings: readonly Finding[]; readonly suppressed: number } {
  try {
    const { messages, suppressed, sink } = run.drive(source, run.rulesFor(source.path));
    for (const { error } of sink.failures) run.errors.push({ path: source.path, error });
    return {
      findings: [...withSafeFixes(source, run.workspace, toFindings(messages, source, sink, run.urlOf)), ...sink.failures.map(({ rule, error }) => internalErrorFinding(source.path, rule, error))],
      suppressed,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    run.errors.push({ path: source.path, error });
    return { findings: [internalErrorFinding(source.path, undefined, error)], suppressed: 0 };
  }
}

function toRecord(files: readonly FileRecord[], run: Run): LintRecord {
  const findings = files.flatMap((file) => file.findings);
  const policies = run.entries.filter((entry) => entry.source?.kind === 'policy');
  return {
    version: 1,
    tool: { name: TOOL.name, version: TOOL.version },
    workloads: run.manifests.flatMap((source) => run.workspace.manifestWorkload(source) ?? []).map(toWorkloadRecord),
    catalog: Object.fromEntries([...run.catalogs].map(([cloud, { version, services, operationCount }]) => [cloud, { version, services: services.length, operations: operationCount }])),
    files,
    summary: {
      checked: files.filter((file) => file.checked && run.entries.some(({ path }) => path === file.path)).length,
      skipped: files.filter((file) => !file.checked).length,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      suppressed: run.suppressor.suppressed(),
      uncovered: policies.filter(({ source }) => source !== undefined && run.workspace.workloads(source).length === 0).length,
    },
  };
}

function uniqueByPath(files: readonly SourceFile[]): SourceFile[] {
  return [...new Map(files.map((file) => [normal(file.path), file])).values()];
}

function normal(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'));
}

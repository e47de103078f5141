import type { Catalog } from '../../catalog/catalog.js';
import { loadSyntax, loadSyntaxFor } from '../../policy/syntax/parse-policy.js';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import type { Driver } from './driver.js';
import { cloudFinding, internalErrorFinding, toFindings } from '../results/findings.js';
import type { FindingNames } from '../results/findings.js';
import { fixSource, withSafeFixes } from '../fix/fix.js';
import { normalPath } from './group.js';
import { createCompanions } from './companions.js';
import { seenClouds } from './seen-cloud.js';
import { catalogsOf } from './group-catalogs.js';
import type { GroupCatalogs } from './group-catalogs.js';
import { readEntry } from './group-entry.js';
import type { Entry } from './group-entry.js';
import type { FileGroup } from './group.js';
import { readManifestSource } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
import type { ExpectationsRecord } from '../results/expectations-record.js';
import type { FileRecord, Finding, WorkloadRecord } from '../results/lint-record.js';
import type { ActiveRule } from '../config/rule-settings.js';
import type { PolicySourceCode } from '../language/source-code.js';
import type { JudgedWorkload } from './workload.js';
import { knownPart } from '../results/known-part.js';
import { toWorkloadRecord } from '../results/workload-record.js';
import { attachWorkspace, createWorkspace } from './workspace.js';
import type { Workspace } from './workspace.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/** What all groups of a run share. */
export interface RunContext extends FindingNames {
  /** Of a file that nothing gives a cloud. */
  readonly cloudOf: (path: string) => string;
  readonly loadCatalog: (cloud: string) => Promise<Catalog>;
  readonly read: ((path: string) => string | undefined) | undefined;
  readonly fix: boolean;
  readonly drive: Driver;
  readonly rulesFor: (path: string) => ReadonlyMap<string, ActiveRule>;
  /** Suppressed by the configuration or the baseline, so that no fix is for it. */
  readonly isSuppressed: (path: string, finding: Finding) => boolean;
  /** Puts the record of a workload away, as soon as there is one. */
  readonly shelve: (workload: WorkloadRecord) => WorkloadRecord;
  /** Shown each group before its trees are let go. */
  readonly observe: ((seen: SeenGroup) => void) | undefined;
}

/** A group as it was judged, after fixes. */
export interface SeenGroup {
  readonly workloads: readonly JudgedWorkload[];
  /** The linted files that hold policies. */
  readonly sources: readonly PolicySourceCode[];
  readonly catalogOf: (source: PolicySourceCode) => Catalog;
}

/** Plain data but for what was thrown: it may come from another thread. */
export interface GroupResult {
  /** With every finding, also those that the configuration or the baseline suppresses. */
  readonly files: readonly FileRecord[];
  readonly manifests: readonly FileRecord[];
  /** How many findings comments suppressed. */
  readonly suppressed: number;
  /** Of the catalogs that were used. */
  readonly clouds: readonly string[];
  readonly workloads: readonly WorkloadRecord[];
  /** Of its file of expectations; absent where it is none. */
  readonly expectations?: readonly ExpectationsRecord[];
  readonly uncovered: number;
  /** Every file that was asked for besides, as a manifest or a Terraform file names it; without a text where it could not be read. */
  readonly companions: readonly (readonly [path: string, text: string | undefined])[];
  readonly fixed: readonly (readonly [path: string, text: string])[];
  /** How many findings the fixes mended. */
  readonly mended: number;
  readonly errors: readonly FileError[];
  readonly problems: readonly Problem[];
}

export interface FileError {
  readonly path: string;
  readonly error: unknown;
}

/** Lints files that belong together. Only the results outlive it. */
export async function lintGroup(group: FileGroup, context: RunContext): Promise<GroupResult> {
  if (group.manifests.length > 0) await loadSyntax('yaml');
  const readings = group.manifests.map((file) => readManifestSource(file));
  const manifests = readings.flatMap(({ source }) => source ?? []);
  await loadSyntaxes([
    ...group.files,
    ...manifests.flatMap(({ manifest }) => [...(manifest?.policies ?? []), ...(manifest?.boundaries ?? [])]),
  ]);
  const companions = createCompanions(context.read);
  const entries = group.files.map((file) => readEntry(file, context, companions.around(file.path)));
  const { catalogs, missing } = await catalogsOf(entries, manifests, companions.find, context);
  const usable = manifests.filter(({ manifest }) => !missing.has(manifest?.cloud ?? ''));
  const clouds = [...catalogs.keys()];
  const workspace = openWorkspace(entries, usable, companions.find, catalogs, context);
  const errors: FileError[] = [];
  const job: Job = { ...context, workspace, errors, isMixed: clouds.length > 1 };

  let mended = 0;
  if (context.fix) {
    for (const entry of entries) {
      const { source } = entry;
      if (source?.kind !== 'policy') continue;
      const fixed = fixSource(source, workspace, (current) => unsuppressed(current, job));
      entry.source = fixed.source;
      mended += fixed.mended;
    }
    // The findings are those of the last round.
    errors.length = 0;
  }
  const workloads = usable.flatMap((source) => workspace.manifestWorkload(source) ?? []);
  context.observe?.({
    workloads,
    sources: entries.flatMap(({ source }) => (source?.kind === 'policy' ? [source] : [])),
    catalogOf: (source) => workspace.catalog(source),
  });
  const linted = entries.map((entry) => recordOf(entry, job));
  const lintedManifests = manifests.map((source) => manifestRecord(source, missing, job));
  return {
    files: linted.map(({ record }) => record),
    manifests: lintedManifests.map(({ record }) => record),
    suppressed: [...linted, ...lintedManifests].reduce((sum, { suppressed }) => sum + suppressed, 0),
    clouds,
    workloads: workloads.map((workload) => context.shelve(toWorkloadRecord(workload))),
    uncovered: entries.filter(
      ({ source }) =>
        source?.kind === 'policy' &&
        !source.isForeign &&
        workspace.workloads(source).length === 0 &&
        !workspace.isBoundary(source),
    ).length,
    companions: companions.texts(),
    fixed: entries.flatMap(({ path, text, source }) =>
      source === undefined || source.text === text ? [] : [[path, source.text] as const],
    ),
    mended,
    errors,
    problems: readings.flatMap(({ problems }) => problems),
  };
}

async function loadSyntaxes(
  files: readonly (Pick<SourceFile, 'path' | 'syntax'> & { readonly text?: string })[],
): Promise<void> {
  for (const file of files) await loadSyntaxFor(file.path, file.text ?? '', file.syntax);
}

/** What it takes to run the rules over a file. */
export interface Job extends RunContext {
  readonly workspace: Workspace;
  readonly errors: FileError[];
  /** Whether the group has files of several clouds. */
  readonly isMixed: boolean;
}

function openWorkspace(
  entries: readonly Entry[],
  manifests: readonly PolicySourceCode[],
  companion: (path: string) => PolicySourceCode | undefined,
  catalogs: ReadonlyMap<string, Catalog>,
  { cloudOf }: RunContext,
): Workspace {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const workspace = createWorkspace({
    cloudOf,
    catalogs: (name) => catalogs.get(name) ?? missingCatalog(name),
    isThere: (name) => catalogs.has(name),
    manifests,
    files: {
      find: (path) =>
        byPath.has(normalPath(path)) ? byPath.get(normalPath(path))?.source : companion(normalPath(path)),
      isLinted: (path) => byPath.has(path),
    },
  });
  for (const source of [...manifests, ...entries.flatMap((entry) => entry.source ?? [])])
    attachWorkspace(source, workspace);
  return workspace;
}

function missingCatalog(cloud: string): never {
  throw new Error(`the catalog of ${cloud} was not loaded`);
}

/** A file's record, and how many of its findings comments suppressed. */
export interface LintedFile {
  readonly record: FileRecord;
  readonly suppressed: number;
}

function recordOf({ path, source, findings, skipped }: Entry, job: Job): LintedFile {
  if (skipped !== undefined)
    return { record: { path, checked: false, reason: skipped, findings: [] }, suppressed: 0 };
  if (source === undefined) return { record: { path, checked: true, findings }, suppressed: 0 };
  if (source.kind === 'none') return { record: { path, ...knownPart(source), findings: [] }, suppressed: 0 };
  return lintedRecord(source, job);
}

/** Runs the rules over a file. */
export function lintedRecord(source: PolicySourceCode, job: Job): LintedFile {
  const { findings, suppressed } = findingsOf(source, job);
  // A file for several clouds says it finding by finding.
  const isOne = seenClouds(source).length <= 1;
  const cloud = job.isMixed && isOne ? job.workspace.catalog(source).cloud : undefined;
  return { record: defined({ path: source.path, ...knownPart(source), cloud, findings }), suppressed };
}

/** A manifest for a cloud without a catalog takes no part, and says so. */
function manifestRecord(source: PolicySourceCode, missing: GroupCatalogs['missing'], job: Job): LintedFile {
  const cloud = source.manifest?.cloud ?? '';
  const problem = missing.get(cloud);
  if (problem === undefined) return lintedRecord(source, job);
  const { path } = source;
  const fault = say('noCatalog', { fault: problem.message });
  return {
    record: { path, checked: false, reason: fault, findings: [cloudFinding(source, cloud, fault, job)] },
    suppressed: 0,
  };
}

function unsuppressed(source: PolicySourceCode, job: Job): readonly Finding[] {
  return findingsOf(source, job).findings.filter((finding) => !job.isSuppressed(source.path, finding));
}

/** Runs the rules. Whatever is thrown becomes a finding of this file, and the run goes on. */
function findingsOf(
  source: PolicySourceCode,
  { drive, rulesFor, urlOf, nameOf, workspace, errors }: Job,
): { readonly findings: readonly Finding[]; readonly suppressed: number } {
  try {
    const { messages, suppressed, sink } = drive(source, rulesFor(source.path));
    for (const { error } of sink.failures) errors.push({ path: source.path, error });
    const faults = sink.failures.map(({ rule, error }) => internalErrorFinding(source.path, rule, error));
    return {
      findings: [
        ...withSafeFixes(source, workspace, toFindings(messages, source, sink, { urlOf, nameOf })),
        ...faults,
      ],
      suppressed,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    errors.push({ path: source.path, error });
    return { findings: [internalErrorFinding(source.path, undefined, error)], suppressed: 0 };
  }
}

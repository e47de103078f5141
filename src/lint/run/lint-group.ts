import { posix } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import type { Surroundings } from '../../policy/syntax/reading.js';
import { loadSyntax, syntaxOf } from '../../policy/syntax/parse-policy.js';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import type { Driver } from './driver.js';
import { internalErrorFinding, syntaxFindings, toFindings } from '../results/findings.js';
import type { FindingNames } from '../results/findings.js';
import { fixSource, withSafeFixes } from '../fix/fix.js';
import { normalPath } from './group.js';
import { seenCloud } from './seen-cloud.js';
import type { FileGroup } from './group.js';
import { readManifestSource, readPolicySource } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
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
  await loadSyntaxes([...group.files, ...manifests.flatMap(({ manifest }) => manifest?.policies ?? [])]);
  const companions = createCompanions(context.read);
  const entries = group.files.map((file) => readEntry(file, context, companions.around(file.path)));
  const catalogs = await catalogsOf(entries, manifests, companions.find, context);
  const clouds = [...catalogs.keys()];
  const workspace = openWorkspace(entries, manifests, companions.find, catalogs, context);
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
  const workloads = manifests.flatMap((source) => workspace.manifestWorkload(source) ?? []);
  context.observe?.({
    workloads,
    sources: entries.flatMap(({ source }) => (source?.kind === 'policy' ? [source] : [])),
    catalogOf: (source) => workspace.catalog(source),
  });
  const linted = entries.map((entry) => recordOf(entry, job));
  const lintedManifests = manifests.map((source) => lintedRecord(source, job));
  return {
    files: linted.map(({ record }) => record),
    manifests: lintedManifests.map(({ record }) => record),
    suppressed: [...linted, ...lintedManifests].reduce((sum, { suppressed }) => sum + suppressed, 0),
    clouds,
    workloads: workloads.map((workload) => context.shelve(toWorkloadRecord(workload))),
    uncovered: entries.filter(
      ({ source }) =>
        source?.kind === 'policy' && !source.isForeign && workspace.workloads(source).length === 0,
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

async function loadSyntaxes(files: readonly Pick<SourceFile, 'path' | 'syntax'>[]): Promise<void> {
  for (const syntax of new Set(files.map(({ path, syntax }) => syntax ?? syntaxOf(path) ?? 'json')))
    await loadSyntax(syntax);
}

interface Job extends RunContext {
  readonly workspace: Workspace;
  readonly errors: FileError[];
  /** Whether the group has files of several clouds. */
  readonly isMixed: boolean;
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

function readEntry(file: SourceFile, names: FindingNames, surroundings: Surroundings): Entry {
  const { path, text } = file;
  const reading = readPolicySource(file, 'document', surroundings);
  // Rules see what was read over in a file that holds other policies; in one that holds none it is all there is to say.
  const unread =
    reading.ok && reading.source.kind === 'none'
      ? reading.problems.filter(({ code }) => code === 'syntax' || code === 'too-deep')
      : [];
  if (reading.ok)
    return unread.length > 0
      ? { path, text, source: undefined, findings: syntaxFindings(path, text, unread, names) }
      : { path, text, source: reading.source, findings: [] };
  // A search finds templates and fixtures of all kinds: one that cannot be read and speaks of no statement is no policy.
  const unlikely = file.found === true && !/statement/i.test(text.replaceAll('\0', ''));
  return unlikely
    ? {
        path,
        text,
        source: undefined,
        findings: [],
        skipped: say('notParsed'),
      }
    : { path, text, source: undefined, findings: syntaxFindings(path, text, reading.problems, names) };
}

/** Policies that a manifest names and that nobody asked to lint, and whatever the text of a file names besides. */
function createCompanions(read: RunContext['read']) {
  const texts = new Map<string, string | undefined>();
  const known = new Map<string, PolicySourceCode | undefined>();
  const textAt = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, read?.(path));
    return texts.get(path);
  };
  /** Nothing outside the folder of the run is read because a file says so. */
  const around = (path: string): Surroundings => ({
    read: (other) => {
      const wanted = posix.join(posix.dirname(normalPath(path)), other);
      return wanted.startsWith('..') || posix.isAbsolute(wanted) ? undefined : textAt(wanted);
    },
  });
  return {
    around,
    find: (path: string): PolicySourceCode | undefined => {
      if (known.has(path)) return known.get(path);
      const text = textAt(path);
      const reading =
        text === undefined ? undefined : readPolicySource({ path, text }, 'document', around(path));
      const source = reading?.ok === true ? reading.source : undefined;
      known.set(path, source);
      return source;
    },
    texts: () => [...texts],
  };
}

/** Of the configured cloud, of those that manifests name, and of those that Terraform says the files are for. */
async function catalogsOf(
  entries: readonly Entry[],
  manifests: readonly PolicySourceCode[],
  companion: (path: string) => PolicySourceCode | undefined,
  { cloudOf, loadCatalog }: RunContext,
): Promise<ReadonlyMap<string, Catalog>> {
  const configured = [...entries, ...manifests].map(({ path }) => cloudOf(path));
  const named = new Set([...configured, ...manifests.flatMap(({ manifest }) => manifest?.cloud ?? [])]);
  const linted = new Set(entries.map(({ path }) => path));
  const along = manifests
    .flatMap(({ manifest }) => manifest?.policies.map(({ path }) => path) ?? [])
    .filter((path) => !linted.has(normalPath(path)))
    .flatMap((path) => companion(normalPath(path)) ?? []);
  const seen = [...entries.flatMap(({ source }) => source ?? []), ...along].flatMap(
    (source) => seenCloud(source) ?? [],
  );
  const loaded = await Promise.all(
    [...new Set([...named, ...seen])].map(async (name) => {
      // A catalog folder of one's own need not hold the cloud that a file is seen to be for.
      const catalog = await loadCatalog(name).catch((error: unknown) => {
        if (named.has(name) || !(error instanceof Problem)) throw error;
        return undefined;
      });
      return catalog === undefined ? [] : [[name, catalog] as const];
    }),
  );
  return new Map(loaded.flat());
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
interface LintedFile {
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

function lintedRecord(source: PolicySourceCode, job: Job): LintedFile {
  const { findings, suppressed } = findingsOf(source, job);
  const cloud = job.isMixed ? job.workspace.catalog(source).cloud : undefined;
  return { record: defined({ path: source.path, ...knownPart(source), cloud, findings }), suppressed };
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

import { posix } from 'node:path';
import { createManifest } from '../../calls/manifest/manifest-write.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { LintConfig } from '../../lint/config/config.js';
import type { CheckRecord, DecisionRecord } from '../../lint/results/lint-record.js';
import type { SourceFile as TextFile } from '../../lint/language/read-source.js';
import { Problem } from '../../problem.js';
import { entriesOf, relativeTo, unreadRelativeTo } from '../calls/calls-entries.js';
import { scan } from '../calls/calls-scan.js';
import type { Scan } from '../calls/calls-scan.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import type { GatheredInput } from '../discovery/lint-input.js';
import type { Io } from '../io/io.js';
import type { LintOptions } from '../lint/lint-options.js';
import { assign } from './assign.js';
import type { Decision, PolicyUnit, SourceFile } from './assign.js';
import { choose } from './choose.js';
import { takeConfigured } from './configured.js';
import { manifestFor } from './decided-workload.js';
import type { DecidedWorkload } from './decided-workload.js';
import { policyUnits } from './policy-units.js';
import {
  tellAlone,
  tellDecided,
  tellEmpty,
  tellLeft,
  tellUndecided,
  tellWithoutPolicies,
} from './tell-check.js';

/**
 * The manifests that the sources below the paths come to, for the policies that none covers yet. Each decision is told in
 * a line, and what could not be decided with what to write; on a terminal it is asked.
 */
export async function deduce(
  io: Io,
  input: GatheredInput,
  options: Pick<LintOptions, 'paths' | 'catalog' | 'quiet'>,
  config: LintConfig,
): Promise<Deduction> {
  const units = await policyUnits(input.files, input.manifests);
  if (units.length === 0 && input.manifests.length > 0) return NOTHING;
  const catalog = await catalogLoader(io, options.catalog, config.catalogs)(config.cloud);
  const scanned = await scanBeside(io, options.paths, units, catalog);
  if (units.length === 0) {
    const counts = { calls: entriesOf(scanned.found, catalog).length, unread: scanned.unread.length };
    tellWithoutPolicies(io, counts, options.paths);
    return { manifests: [], check: { decisions: [], left: sourcesOf(scanned).map(({ file }) => file) } };
  }
  const configured = takeConfigured(
    [config, ...config.nested].flatMap(({ workloads }) => workloads),
    units,
    sourcesOf(scanned),
  );
  const { decisions: certain, left } = assign(configured.units, configured.sources);
  const decisions = await choose(io, certain);
  const workloads = [
    ...configured.workloads.map(({ name, policies, sources, cloud, file }): DecidedWorkload => ({
      policies,
      sources,
      cloud: cloud ?? config.cloud,
      manifest: posix.join(posix.dirname(policies[0] ?? ''), `${name}.apis.yaml`),
      because: { by: 'configuration', name, file },
    })),
    ...decisions.flatMap((decision) => workloadOf(decision, config.cloud)),
  ];
  const judged = workloads.map((workload) => ({
    workload,
    ...manifestOf(workload, scanned, catalog, io.cwd),
  }));
  for (const { workload, calls, unread } of judged) {
    if (workload.policies.length === 0) tellEmpty(io, workload);
    else tellDecided(io, workload, { calls, unread });
  }
  for (const decision of decisions) {
    if (decision.status === 'undecided') tellUndecided(io, decision);
    if (decision.status === 'alone') tellAlone(io, decision.unit);
  }
  if (left.length > 0) tellLeft(io, left);
  return {
    manifests: judged.flatMap(({ workload: { policies, manifest }, text }) =>
      text === undefined || policies.length === 0 ? [] : { path: manifest, text },
    ),
    check: {
      decisions: [...judged.map(decisionRecord), ...decisions.flatMap(openRecord)],
      left,
    },
  };
}

/** Manifests that stand in no file, and how it came to them. */
export interface Deduction {
  readonly manifests: readonly TextFile[];
  readonly check: CheckRecord;
}

const NOTHING: Deduction = { manifests: [], check: { decisions: [], left: [] } };

function decisionRecord({
  workload: { policies, sources, manifest, because },
  calls,
  unread,
}: {
  readonly workload: DecidedWorkload;
  readonly calls: number;
  readonly unread: number;
}): DecisionRecord {
  return {
    status: policies.length === 0 ? 'empty' : 'decided',
    by: because.by,
    policies,
    sources,
    manifest,
    calls,
    unread,
  };
}

/** What nothing was decided of. */
function openRecord(decision: Decision): readonly DecisionRecord[] {
  if (decision.status === 'decided') return [];
  return decision.status === 'alone'
    ? [{ status: 'alone', policies: decision.unit.policies, sources: [] }]
    : [
        {
          status: 'undecided',
          policies: decision.units.flatMap(({ policies }) => policies),
          sources: decision.sources,
        },
      ];
}

/** What a scan shows that a manifest can say. */
type Shown = Pick<Scan, 'found' | 'unread'>;

/** What shows calls below the paths; where these name policies only, in the whole folder. */
async function scanBeside(
  io: Io,
  paths: readonly string[],
  units: readonly PolicyUnit[],
  catalog: Catalog,
): Promise<Shown> {
  const policies = new Set(units.map(({ file }) => file));
  const others = paths.filter((path) => path !== '-' && !policies.has(posix.normalize(path)));
  try {
    const asked = { cloud: catalog.cloud, load: () => Promise.resolve(catalog) };
    return await scan(io, others.length === 0 ? ['.'] : others, [], asked, {});
  } catch (error) {
    // There is nothing to scan: that is told policy by policy.
    if (error instanceof Problem && error.code === 'usage') return { found: [], unread: [] };
    throw error;
  }
}

function sourcesOf({ found, unread }: Shown): readonly SourceFile[] {
  const files = unread.flatMap((entry) => entry.files.map(fileOf));
  const kinds = new Map<string, SourceFile['kind']>(files.map((file) => [file, kindOf(file, false)]));
  for (const { origin, possible } of found) kinds.set(origin.file, kindOf(origin.file, possible));
  return [...kinds].map(([file, kind]) => ({ file, kind }));
}

/** A plan is JSON, and what it may call an upper bound as in any Terraform. */
function kindOf(file: string, possible: boolean): SourceFile['kind'] {
  return /\.tf$/i.test(file) || (possible && /\.json$/i.test(file)) ? 'terraform' : 'code';
}

function workloadOf(decision: Decision, cloud: string): readonly DecidedWorkload[] {
  if (decision.status !== 'decided') return [];
  const { unit, sources, by, folder } = decision;
  return [{ policies: unit.policies, sources, cloud, manifest: manifestFor(unit), because: { by, folder } }];
}

/** The manifest of a workload; no text where its sources show nothing. */
function manifestOf(
  { policies, sources, cloud, manifest }: DecidedWorkload,
  { found, unread }: Shown,
  catalog: Catalog,
  cwd: string,
): { readonly text: string | undefined; readonly calls: number; readonly unread: number } {
  const files = new Set(sources);
  const entries = entriesOf(
    found.filter(({ origin }) => files.has(origin.file)),
    catalog,
  );
  const left = unread.flatMap((entry) => {
    const own = entry.files.filter((place) => files.has(fileOf(place)));
    return own.length === 0 ? [] : { ...entry, files: own };
  });
  const folder = posix.dirname(manifest);
  const text = createManifest(relativeTo(manifest, entries, cwd), {
    cloud,
    policies: policies.map((reference) => posix.relative(folder, reference)),
    observed: [],
    unread: unreadRelativeTo(manifest, left, cwd),
  });
  return {
    text: entries.length + left.length === 0 ? undefined : text,
    calls: entries.length,
    unread: left.length,
  };
}

/** `src/app.go:12` → `src/app.go` */
function fileOf(place: string): string {
  return place.replace(/:\d+$/, '');
}

import { posix } from 'node:path';
import { createManifest } from '../../calls/manifest/manifest-write.js';
import { defined } from '../../defined.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { LintConfig } from '../../lint/config/config.js';
import type { CheckRecord, DecisionRecord } from '../../lint/results/lint-record.js';
import type { SourceFile as TextFile } from '../../lint/language/read-source.js';
import { entriesOf, relativeTo, unreadRelativeTo } from '../calls/calls-entries.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import type { GatheredInput } from '../discovery/lint-input.js';
import type { Io } from '../io/io.js';
import type { LintOptions } from '../lint/lint-options.js';
import { assign } from './assign.js';
import type { Decision } from './assign.js';
import { choose } from './choose.js';
import { takeConfigured } from './configured.js';
import { manifestFor } from './decided-workload.js';
import type { DecidedWorkload } from './decided-workload.js';
import { policyUnits } from './policy-units.js';
import { callsOfOthers, cloudOf, fileOf, scanBeside, sourcesOf } from './shown-calls.js';
import type { ShownCalls } from './shown-calls.js';
import {
  tellAlone,
  tellDecided,
  tellEmpty,
  tellLeft,
  tellOthers,
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
  const load = catalogLoader(io, options.catalog, config.catalogs);
  const shown = await scanBeside(io, options.paths, units, { load, otherwise: config.cloud });
  if (units.length === 0) {
    const counts = {
      calls: shown.reduce((sum, { found, catalog }) => sum + entriesOf(found, catalog).length, 0),
      unread: shown[0]?.unread.length ?? 0,
    };
    tellWithoutPolicies(io, counts, options.paths);
    return { manifests: [], check: { decisions: [], left: sourcesOf(shown).map(({ file }) => file) } };
  }
  const configured = takeConfigured(
    [config, ...config.nested].flatMap(({ workloads }) => workloads),
    units,
    sourcesOf(shown),
  );
  const { decisions: certain, left } = assign(configured.units, configured.sources);
  const decisions = await choose(io, certain);
  const workloads = [
    ...configured.workloads.map(({ name, policies, sources, cloud, file }): DecidedWorkload => ({
      policies,
      sources,
      cloud: cloud ?? cloudOf(sources, shown) ?? config.cloud,
      manifest: posix.join(posix.dirname(policies[0] ?? ''), `${name}.apis.yaml`),
      because: { by: 'configuration', name, file },
    })),
    ...decisions.flatMap((decision) =>
      workloadOf(decision, cloudOf(decisionSources(decision), shown) ?? config.cloud),
    ),
  ];
  const judged = await Promise.all(
    workloads.map(async (workload) => ({
      workload,
      others: callsOfOthers(workload.sources, workload.cloud, shown),
      ...manifestOf(workload, await shownOf(workload.cloud, shown, load), io.cwd),
    })),
  );
  for (const { workload, others, calls, unread } of judged) {
    if (workload.policies.length === 0) tellEmpty(io, workload);
    else tellDecided(io, workload, { calls, unread });
    tellOthers(io, workload, others);
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
  workload: { policies, sources, cloud, manifest, because },
  others,
  calls,
  unread,
}: {
  readonly workload: DecidedWorkload;
  readonly others: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly unread: number;
}): DecisionRecord {
  return {
    status: policies.length === 0 ? 'empty' : 'decided',
    by: because.by,
    policies,
    sources,
    cloud,
    manifest,
    calls,
    ...defined({ callsOfOtherClouds: Object.keys(others).length > 0 ? others : undefined }),
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

/** What was seen of a cloud; a configuration may name one of which nothing was. */
async function shownOf(
  cloud: string,
  shown: readonly ShownCalls[],
  load: (cloud: string) => Promise<Catalog>,
): Promise<ShownCalls> {
  const own = shown.find((one) => one.cloud === cloud);
  return own ?? { cloud, catalog: await load(cloud), found: [], unread: [] };
}

function decisionSources(decision: Decision): readonly string[] {
  return decision.status === 'alone' ? [] : decision.sources;
}

function workloadOf(decision: Decision, cloud: string): readonly DecidedWorkload[] {
  if (decision.status !== 'decided') return [];
  const { unit, sources, by, folder } = decision;
  return [{ policies: unit.policies, sources, cloud, manifest: manifestFor(unit), because: { by, folder } }];
}

/** The manifest of a workload; no text where its sources show nothing. */
function manifestOf(
  { policies, sources, cloud, manifest }: DecidedWorkload,
  { found, unread, catalog }: ShownCalls,
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

import type { Call, Observation, Resolution, UnreadCalls } from '../../calls/call.js';
import type { FoundCall, FoundCalls, UnplacedCall, UnreadClient } from '../../calls/found.js';
import { compileLogPattern } from '../../calls/observed/log-pattern.js';
import { createTally } from '../../calls/observed/tally.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import { sdkFacts } from '../../calls/sdk/sdk-facts.js';
import type { Catalog } from '../../catalog/catalog.js';
import { DEFAULT_CONFIG } from '../../lint/config/config.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import type { Io } from '../io/io.js';
import { cloudSeen } from './calls-cloud.js';
import { resolveFound } from './calls-entries.js';
import type { LeftOut } from './calls-left-out.js';
import { readSources, reading, tellProblems } from './calls-read.js';
import type { Sources } from './calls-read.js';
import { uncalled, unreadCalls } from './calls-unread.js';
import { readObserved } from './calls-sources.js';

const say = speaker('commands-calls', en);

export interface ScanOptions {
  /** Only traces of these users count; empty: of all. */
  readonly traceUser?: readonly string[] | undefined;
  /** How a line of a log looks; left out: the common log format, or JSON. */
  readonly logPattern?: string | undefined;
  /** Tests, mocks and examples count as the application. */
  readonly includeTests?: boolean | undefined;
}

/** Which cloud's catalog is asked for. */
interface AskedCloud {
  readonly cloud: string | undefined;
  readonly load: (cloud: string) => Promise<Catalog>;
  /** The cloud where nothing tells which is called. */
  readonly otherwise?: string;
}

/** What the sources of calls show. */
export interface Scan {
  readonly catalog: Catalog;
  /** The cloud that was named, or that the sources call; undefined where nothing tells. */
  readonly cloud: string | undefined;
  /** Others that some of the sources call: what these call is passed over. */
  readonly otherClouds: readonly string[];
  readonly found: readonly FoundCall[];
  readonly unplaced: readonly UnplacedCall[];
  /** Records that show no call of the application, and specifications of something else. */
  readonly passed: readonly UnplacedCall[];
  /** Libraries whose calls are not read. */
  readonly clients: readonly UnreadClient[];
  /** These, and what of the written sources could not be placed: as a manifest keeps it. */
  readonly unread: readonly UnreadCalls[];
  /** What traces and logs span; undefined where none were read. */
  readonly observed: readonly Observation[] | undefined;
  /** How many files are sources of calls, and how many of them are no traces and logs. */
  readonly scanned: number;
  readonly written: number;
  /** How many could not be read whole, and how many of these not at all. */
  readonly broken: number;
  readonly unreadable: number;
  /** How many files that a search found are not the application, by why. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

/**
 * Reads the sources of calls, one file after the other: no more than one is held at a time, and of traces and logs no more
 * than a record. These come last, as what else is declared tells their operations apart.
 * @param declared the calls that a manifest declares already.
 * @param asked the cloud that somebody named; left out: the one that the sources call.
 * @throws Problem where a path is not there, nothing was scanned, or the pattern for logs is none.
 */
export async function scan(
  io: Io,
  paths: readonly string[],
  declared: readonly Call[],
  asked: AskedCloud,
  { traceUser = [], logPattern, includeTests }: ScanOptions,
): Promise<Scan> {
  const format = logPattern === undefined ? undefined : compileLogPattern(logPattern);
  const sources = await readSources(io, paths, { includeTests });
  const seenCloud = asked.cloud ?? cloudSeen([...sources.found, ...sources.unread]);
  const catalog = await asked.load(seenCloud ?? asked.otherwise ?? DEFAULT_CONFIG.cloud);
  const { found: written, unplaced: seen, passed } = ofCloud(sources, catalog);
  const declaredIds = declared.flatMap((call) => idOf(resolveCall(call, catalog)));
  const foundIds = written.flatMap((call) => idOf(resolveFound(call, catalog)));
  const known = new Set(declaredIds);
  const unplaced = seen.filter((call) => !isPlacedBy(call, known, catalog));
  const tally = createTally();
  const options = {
    catalog,
    sdk: sdkFacts(),
    declared: new Set([...declaredIds, ...foundIds]),
    users: new Set(traceUser),
    format,
  };
  let read = 0;
  for (const { file, kind } of sources.records) {
    const counted = await reading(io, sources, () => readObserved(kind, file.path, io.cwd, options, tally));
    if (counted === undefined || (counted.records === 0 && !file.named && format === undefined)) continue;
    read += 1;
    tellProblems(io, sources, counted.problems);
  }
  const { scanned, broken, unreadable, leftOut } = sources;
  if (scanned + read + broken + leftOut.size === 0) throw new Problem('usage', say('nothingScanned'));
  const { found, unplaced: records, passed: others, observed } = tally.result();
  const clients = [...sources.unread, ...uncalled(sources.made, [...written, ...unplaced])];
  return {
    catalog,
    cloud: seenCloud,
    otherClouds: [...new Set(sources.found.flatMap(({ cloud }) => cloud ?? []))].filter(
      (cloud) => cloud !== catalog.cloud,
    ),
    broken,
    unreadable,
    leftOut,
    clients,
    unread: unreadCalls(clients, unplaced),
    found: [...written, ...found],
    unplaced: [...unplaced, ...records],
    passed: [...passed, ...others],
    observed: read === 0 ? undefined : observed,
    written: scanned,
    scanned: scanned + read,
  };
}

/** What was found for the catalog's cloud; what is another cloud's, and specifications of something else, is passed over. */
function ofCloud(
  sources: Sources,
  catalog: Catalog,
): {
  readonly found: FoundCall[];
  readonly unplaced: UnplacedCall[];
  readonly passed: UnplacedCall[];
} {
  const passed = sources.found
    .filter(({ cloud }) => cloud !== undefined && cloud !== catalog.cloud)
    .map(({ api, cloud, origin: { file, line } }) => ({
      file,
      line,
      text: api,
      reason: say('ofAnotherCloud', { cloud: cloud ?? '', judged: catalog.cloud }),
    }));
  const found = sources.found.filter(({ cloud }) => cloud === undefined || cloud === catalog.cloud);
  const unplaced = [...sources.unplaced];
  for (const { path, calls } of sources.specifications) {
    if (isOfAnother(calls, catalog))
      passed.push({
        file: path,
        line: undefined,
        text: say('specification', { count: calls.found.length }),
        reason: say('specificationOfAnother', { cloud: catalog.cloud }),
      });
    else {
      for (const call of calls.found) found.push(call);
      for (const call of calls.unplaced) unplaced.push(call);
    }
  }
  return { found, unplaced, passed };
}

/** Most repositories hold the specification of what they serve themselves: none of its operations is the cloud's. */
function isOfAnother({ found }: FoundCalls, catalog: Catalog): boolean {
  return found.length > 0 && found.every((call) => resolveFound(call, catalog).status === 'unknown');
}

function idOf(resolution: Resolution): string | [] {
  return resolution.status === 'resolved' ? resolution.operation.id : [];
}

/** Whether somebody has said, by declaring one of the calls that it may be, which it is. */
function isPlacedBy(
  { candidates = [], file, line }: UnplacedCall,
  declared: ReadonlySet<string>,
  catalog: Catalog,
): boolean {
  const origin = { file, line, confidence: 'doubtful' } as const;
  return candidates
    .map((api) => resolveFound({ api, operation: undefined, possible: false, origin }, catalog))
    .some((resolution) => resolution.status === 'resolved' && declared.has(resolution.operation.id));
}

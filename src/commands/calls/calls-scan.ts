import type { Call, Observation, Resolution, UnreadCalls } from '../../calls/call.js';
import type { SdkModule } from '../../calls/code/code-syntax.js';
import type { FoundCall, FoundCalls, UnplacedCall, UnreadClient } from '../../calls/found.js';
import { compileLogPattern } from '../../calls/observed/log-pattern.js';
import { createTally } from '../../calls/observed/tally.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import { sdkFacts } from '../../calls/sdk/sdk-facts.js';
import type { Catalog } from '../../catalog/catalog.js';
import { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import { discover } from '../discovery/discover.js';
import type { Discovered } from '../discovery/discover.js';
import { reportProblem } from '../io/failure.js';
import type { Io } from '../io/io.js';
import { resolveFound } from './calls-entries.js';
import type { CallEntry } from './calls-entries.js';
import { unreadCalls } from './calls-unread.js';
import { kindOf, mayShowCalls, readByName, readObserved, readWritten } from './calls-sources.js';
import type { SourceKind } from './calls-sources.js';

const say = speaker('commands-calls', en);

export interface ScanOptions {
  /** Only traces of these users count; empty: of all. */
  readonly traceUser?: readonly string[] | undefined;
  /** How a line of a log looks; left out: the common log format, or JSON. */
  readonly logPattern?: string | undefined;
}

/** What the sources of calls show. */
export interface Scan {
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
}

/**
 * Reads the sources of calls, one file after the other: no more than one is held at a time, and of traces and logs no more
 * than a record. These come last, as what else is declared tells their operations apart.
 * @param declared the calls that a manifest declares already.
 * @throws Problem where a path is not there, nothing was scanned, or the pattern for logs is none.
 */
export async function scan(
  io: Io,
  paths: readonly string[],
  catalog: Catalog,
  declared: readonly Call[],
  { traceUser = [], logPattern }: ScanOptions,
): Promise<Scan> {
  const format = logPattern === undefined ? undefined : compileLogPattern(logPattern);
  const { files, problems } = discover(paths, { cwd: io.cwd, accept: mayShowCalls });
  const [first] = problems;
  if (first !== undefined) throw first;
  const result: Result = {
    found: [],
    unplaced: [],
    passed: [],
    clients: [],
    imports: new Map(),
    passedOver: [],
    scanned: 0,
    broken: 0,
    unreadable: 0,
  };
  const records: { readonly file: Discovered; readonly kind: 'records' | 'lines' }[] = [];
  for (const file of files) {
    const kind = await reading(io, result, () => kindOf(file.path, file.named, io.cwd));
    if (kind === 'records' || kind === 'lines') records.push({ file, kind });
    else if (kind !== undefined) await takeWritten(io, result, file, kind, catalog);
  }
  // A client that one file makes may be called in another that imports nothing of the SDK.
  for (const path of result.imports.size === 0 ? [] : result.passedOver) {
    const named = await reading(io, result, () => readByName(path, [...result.imports.values()], io.cwd));
    for (const call of named?.unplaced ?? []) result.unplaced.push(call);
  }
  const declaredIds = declared.flatMap((call) => idOf(resolveCall(call, catalog)));
  const foundIds = result.found.flatMap((call) => idOf(resolveFound(call, catalog)));
  const written = result.unplaced.filter((call) => !isPlacedBy(call, new Set(declaredIds), catalog));
  const tally = createTally();
  const options = {
    catalog,
    sdk: sdkFacts(),
    declared: new Set([...declaredIds, ...foundIds]),
    users: new Set(traceUser),
    format,
  };
  let read = 0;
  for (const { file, kind } of records) {
    const counted = await reading(io, result, () => readObserved(kind, file.path, io.cwd, options, tally));
    if (counted === undefined || (counted.records === 0 && !file.named && format === undefined)) continue;
    read += 1;
    tellProblems(io, result, counted.problems);
  }
  if (result.scanned + read + result.broken === 0) {
    throw new Problem('usage', say('nothingScanned'));
  }
  const { found, unplaced, passed, observed } = tally.result();
  const { broken, unreadable, clients } = result;
  return {
    broken,
    unreadable,
    clients,
    unread: unreadCalls(clients, written),
    found: [...result.found, ...found],
    unplaced: [...written, ...unplaced],
    passed: [...result.passed, ...passed],
    observed: read === 0 ? undefined : observed,
    written: result.scanned,
    scanned: result.scanned + read,
  };
}

interface Result {
  readonly found: FoundCall[];
  readonly unplaced: UnplacedCall[];
  readonly passed: UnplacedCall[];
  readonly clients: UnreadClient[];
  /** What parts of an SDK the code imports, and the files that import none. */
  readonly imports: Map<string, SdkModule>;
  readonly passedOver: string[];
  scanned: number;
  broken: number;
  unreadable: number;
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

async function takeWritten(
  io: Io,
  result: Result,
  { path }: Discovered,
  kind: Exclude<SourceKind, 'records' | 'lines'>,
  catalog: Catalog,
): Promise<void> {
  const source = await reading(io, result, () => readWritten(kind, path, io.cwd));
  if (source === undefined) return;
  result.scanned += 1;
  tellProblems(io, result, source.problems);
  for (const call of source.unplaced) result.unplaced.push(call);
  for (const client of source.unread ?? []) result.clients.push(client);
  for (const module of source.imports ?? [])
    result.imports.set(`${module.service} ${module.version ?? ''}`, module);
  if (kind === 'code' && source.imports === undefined && source.problems.length === 0)
    result.passedOver.push(path);
  if (kind === 'specification' && isOfAnother(source, catalog)) {
    result.passed.push({
      file: path,
      line: undefined,
      text: say('specification', { count: source.found.length }),
      reason: say('specificationOfAnother', { cloud: catalog.cloud }),
    });
    return;
  }
  // Not by spreading: a file may show more calls than a function takes arguments.
  for (const call of source.found) result.found.push(call);
}

/** Most repositories hold the specification of what they serve themselves: none of its operations is the cloud's. */
function isOfAnother({ found }: FoundCalls, catalog: Catalog): boolean {
  return found.length > 0 && found.every((call) => resolveFound(call, catalog).status === 'unknown');
}

/** What `read` gives; a file that cannot be read is told, and stops nothing. */
async function reading<T>(io: Io, result: Result, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tellProblems(io, result, [error]);
    return undefined;
  }
}

function tellProblems(io: Io, result: Result, problems: readonly Problem[]): void {
  if (problems.length > 0) result.broken += 1;
  if (problems.some(({ code, where }) => code === 'file' && where?.line === undefined))
    result.unreadable += 1;
  for (const problem of problems) reportProblem(io, problem);
}

/** Says on stderr what a manifest cannot say: what was left out, and how much there was. */
export function tellScan(
  { stderr }: Io,
  { unplaced, passed, clients, scanned, broken }: Scan,
  entries: readonly CallEntry[],
): void {
  for (const { file, line, client } of clients)
    stderr.write(
      `${printable(say('unreadClient', { place: [file, line ?? []].flat().join(':'), client }))}\n`,
    );
  for (const { file, line, text, reason, count: times = 1 } of [...unplaced, ...passed]) {
    const place = [file, line ?? []].flat().join(':');
    stderr.write(`${printable(say('unplaced', { place, text, times, reason }))}\n`);
  }
  const counts = {
    calls: entries.length,
    files: scanned,
    unproven: entries.filter(({ status }) => status !== 'resolved').length,
    unplaced: unplaced.length,
    clients: new Set(clients.map(({ client }) => client)).size,
    broken,
  };
  stderr.write(`${say('counts', counts)}\n`);
  if (entries.length + unplaced.length + passed.length + clients.length === 0)
    stderr.write(`${say('noClientSeen')}\n`);
}

import type { SdkModule } from '../../calls/clients/module.js';
import { moduleKey } from '../../calls/clients/module.js';
import { ownMethods } from '../../calls/code/own-methods.js';
import type { FoundCall, FoundCalls, MadeClient, UnplacedCall, UnreadClient } from '../../calls/found.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { discover } from '../discovery/discover.js';
import type { Discovered } from '../discovery/discover.js';
import { reportProblem } from '../io/failure.js';
import type { Io } from '../io/io.js';
import { resolve } from 'node:path';
import { leftOutAs } from './calls-left-out.js';
import type { LeftOut } from './calls-left-out.js';
import { kindOf, mayShowCalls, readByName, readWritten } from './calls-sources.js';
import type { SourceKind } from './calls-sources.js';

/** What somebody wrote down, and which files are records. Counts grow while files are read. */
export interface Sources {
  readonly found: FoundCall[];
  readonly unplaced: UnplacedCall[];
  readonly unread: UnreadClient[];
  readonly made: MadeClient[];
  readonly specifications: { readonly path: string; readonly calls: FoundCalls }[];
  readonly records: { readonly file: Discovered; readonly kind: 'records' | 'lines' }[];
  /** How many files were left out, by why. */
  readonly leftOut: Map<LeftOut, number>;
  /** How many files are sources of calls; could not be read whole; and of these not at all. */
  scanned: number;
  broken: number;
  unreadable: number;
}

/** @throws Problem where a path is not there. */
export async function readSources(
  io: Io,
  paths: readonly string[],
  { includeTests = false }: { readonly includeTests?: boolean | undefined },
): Promise<Sources> {
  const { files, problems } = discover(paths, { cwd: io.cwd, accept: mayShowCalls });
  const [first] = problems;
  if (first !== undefined) throw first;
  const sources: Sources = {
    found: [],
    unplaced: [],
    unread: [],
    made: [],
    specifications: [],
    records: [],
    leftOut: new Map(),
    scanned: 0,
    broken: 0,
    unreadable: 0,
  };
  const code: Code = { imports: new Map(), passedOver: [], all: [] };
  for (const file of files) {
    const kind = await reading(io, sources, () => kindOf(file.path, file.named, io.cwd));
    const why = kind === undefined ? undefined : leftOutAs(file, kind, paths, includeTests);
    if (why !== undefined) leaveOut(sources, why, kind);
    else if (kind === 'records' || kind === 'lines') sources.records.push({ file, kind });
    else if (kind !== undefined) await take(io, sources, code, file, kind);
  }
  // A client that one file makes may be called in another that imports nothing of the library.
  for (const path of code.imports.size === 0 ? [] : code.passedOver) {
    const named = await reading(io, sources, () => readByName(path, [...code.imports.values()], io.cwd));
    for (const call of named?.unplaced ?? []) sources.unplaced.push(call);
  }
  dropOwnMethods(io, sources, code);
  return sources;
}

/** Of most files of other kinds nothing would be read anyway: they are not worth a word. */
function leaveOut({ leftOut }: Sources, why: LeftOut, kind: SourceKind | undefined): void {
  if (kind !== 'other') leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
}

/** What `read` gives; a file that cannot be read is told, and stops nothing. */
export async function reading<T>(io: Io, sources: Sources, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tellProblems(io, sources, [error]);
    return undefined;
  }
}

export function tellProblems(io: Io, sources: Sources, problems: readonly Problem[]): void {
  if (problems.length > 0) sources.broken += 1;
  if (problems.some(({ code, where }) => code === 'file' && where?.line === undefined))
    sources.unreadable += 1;
  for (const problem of problems) reportProblem(io, problem);
}

/** Files of code: what they import, those that import nothing, and all. */
interface Code {
  readonly imports: Map<string, SdkModule>;
  readonly passedOver: string[];
  readonly all: string[];
}

async function take(
  io: Io,
  sources: Sources,
  code: Code,
  { path }: Discovered,
  kind: Exclude<SourceKind, 'records' | 'lines'>,
): Promise<void> {
  const calls = await reading(io, sources, () => readWritten(kind, path, io.cwd));
  if (calls === undefined) return;
  sources.scanned += 1;
  tellProblems(io, sources, calls.problems);
  if (kind === 'code') code.all.push(path);
  for (const module of calls.imports ?? []) code.imports.set(moduleKey(module), module);
  if (kind === 'code' && calls.imports === undefined && calls.problems.length === 0)
    code.passedOver.push(path);
  if (kind === 'specification') {
    sources.specifications.push({ path, calls });
    return;
  }
  // Not by spreading: a file may show more calls than a function takes arguments.
  for (const call of calls.found) sources.found.push(call);
  for (const call of calls.unplaced) sources.unplaced.push(call);
  for (const client of calls.unread ?? []) sources.unread.push(client);
  for (const client of calls.made ?? []) sources.made.push(client);
}

/** Calls of which no more is known than a method's name, and that name is one of the application's own methods: it was read. */
function dropOwnMethods(io: Io, sources: Sources, { all }: Code): void {
  const names = new Set([...sources.found, ...sources.unplaced].flatMap(({ method }) => method ?? []));
  if (names.size === 0) return;
  const own = new Set(all.flatMap((path) => [...ownMethods(path, readText(resolve(io.cwd, path)), names)]));
  drop(sources.found, ({ method }) => method !== undefined && own.has(method));
  drop(sources.unplaced, ({ method }) => method !== undefined && own.has(method));
}

function drop<T>(items: T[], isUnwanted: (item: T) => boolean): void {
  const kept = items.filter((item) => !isUnwanted(item));
  items.length = 0;
  for (const item of kept) items.push(item);
}

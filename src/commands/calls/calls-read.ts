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
  const code: Code = { imports: new Map(), files: [] };
  for (const file of files) {
    const kind = await reading(io, sources, () => kindOf(file.path, file.named, io.cwd));
    const why = kind === undefined ? undefined : leftOutAs(file, kind, paths, includeTests);
    if (why !== undefined) leaveOut(sources, why, kind);
    else if (kind === 'records' || kind === 'lines') sources.records.push({ file, kind });
    else if (kind !== undefined) await take(io, sources, code, file, kind);
  }
  // A client that one file makes may be called in another that imports nothing of the library.
  for (const file of code.imports.size === 0 ? [] : code.files) {
    const named = await reading(io, sources, () => byNameIn(file, code.imports, io.cwd));
    for (const call of named?.found ?? []) sources.found.push(call);
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

/** Files of code that could be read, and what all of them import. */
interface Code {
  readonly imports: Map<string, SdkModule>;
  readonly files: CodeFile[];
}

interface CodeFile {
  readonly path: string;
  readonly imports: readonly SdkModule[];
  /** Where it is decided already what stands there. */
  readonly lines: ReadonlySet<number | undefined>;
}

/** What may be calls of what only other files import. */
async function byNameIn(
  { path, imports, lines }: CodeFile,
  all: ReadonlyMap<string, SdkModule>,
  cwd: string,
): Promise<Pick<FoundCalls, 'found' | 'unplaced'>> {
  const own = new Set(imports.map(moduleKey));
  const others = [...all].flatMap(([key, module]) => (own.has(key) ? [] : module));
  if (others.length === 0) return { found: [], unplaced: [] };
  const { found, unplaced } = await readByName(path, others, imports, cwd);
  return {
    found: found.filter(({ origin }) => !lines.has(origin.line)),
    unplaced: unplaced.filter(({ line }) => !lines.has(line)),
  };
}

async function take(
  io: Io,
  sources: Sources,
  code: Code,
  { path, named }: Discovered,
  kind: Exclude<SourceKind, 'records' | 'lines'>,
): Promise<void> {
  const calls = await reading(io, sources, () => readWritten(kind, { path, named }, io.cwd));
  if (calls === undefined) return;
  if (calls === 'bundle') {
    leaveOut(sources, calls, kind);
    return;
  }
  sources.scanned += 1;
  tellProblems(io, sources, calls.problems);
  for (const module of calls.imports ?? []) code.imports.set(moduleKey(module), module);
  if (kind === 'code')
    code.files.push({
      path,
      imports: calls.imports ?? [],
      lines: new Set([
        ...calls.found.map(({ origin }) => origin.line),
        ...calls.unplaced.map(({ line }) => line),
      ]),
    });
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

/**
 * Calls of which no more is known than a method's name, and that name is one of the application's own methods: it was read.
 * In the file that declares it, it may be what that method itself calls.
 */
function dropOwnMethods(io: Io, sources: Sources, { files }: Code): void {
  const names = new Set([...sources.found, ...sources.unplaced].flatMap(({ method }) => method ?? []));
  if (names.size === 0) return;
  const own = new Map<string, Set<string>>();
  for (const { path } of files)
    for (const name of ownMethods(path, readText(resolve(io.cwd, path)), names))
      own.set(name, (own.get(name) ?? new Set<string>()).add(path));
  const isOwn = (method: string | undefined, file: string): boolean => {
    const declaring = method === undefined ? undefined : own.get(method);
    return declaring !== undefined && !declaring.has(file);
  };
  drop(sources.found, ({ method, origin }) => isOwn(method, origin.file));
  drop(sources.unplaced, ({ method, file }) => isOwn(method, file));
}

function drop<T>(items: T[], isUnwanted: (item: T) => boolean): void {
  const kept = items.filter((item) => !isUnwanted(item));
  items.length = 0;
  for (const item of kept) items.push(item);
}

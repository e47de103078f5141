import { posix } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { Problem } from '../../problem.js';
import { scan } from '../calls/calls-scan.js';
import type { Scan } from '../calls/calls-scan.js';
import type { Io } from '../io/io.js';
import type { PolicyUnit, SourceFile } from './assign.js';

/** What sources show of one cloud, and that a manifest can say. */
export interface ShownCalls extends Pick<Scan, 'found' | 'unread'> {
  readonly cloud: string;
  readonly catalog: Catalog;
}

/** The catalogs to look calls up in. */
export interface Catalogs {
  readonly load: (cloud: string) => Promise<Catalog>;
  /** The cloud where no source says which it calls. */
  readonly otherwise: string;
}

/**
 * What shows calls below the paths; where these name policies only, in the whole folder. Of the cloud that most of it calls
 * first, then of each other one.
 */
export async function scanBeside(
  io: Io,
  paths: readonly string[],
  units: readonly PolicyUnit[],
  catalogs: Catalogs,
): Promise<readonly ShownCalls[]> {
  const policies = new Set(units.map(({ file }) => file));
  const others = paths.filter((path) => path !== '-' && !policies.has(posix.normalize(path)));
  const searched = others.length === 0 ? ['.'] : others;
  try {
    const first = await scan(io, searched, [], { ...catalogs, cloud: undefined }, {});
    const shown = [shownBy(first)];
    for (const cloud of first.otherClouds)
      shown.push(shownBy(await scan(unheard(io), searched, [], { ...catalogs, cloud }, {})));
    return shown;
  } catch (error) {
    // There is nothing to scan: that is told policy by policy.
    if (!(error instanceof Problem && error.code === 'usage')) throw error;
    const catalog = await catalogs.load(catalogs.otherwise);
    return [{ cloud: catalog.cloud, catalog, found: [], unread: [] }];
  }
}

function shownBy({ catalog, found, unread }: Scan): ShownCalls {
  return { cloud: catalog.cloud, catalog, found, unread };
}

/** The first reading has told already what is wrong with the files. */
function unheard(io: Io): Io {
  return { ...io, stderr: { ...io.stderr, write: () => undefined } };
}

/** Every file that shows calls or clients of any cloud, once. */
export function sourcesOf(shown: readonly ShownCalls[]): readonly SourceFile[] {
  const kinds = new Map<string, SourceFile['kind']>();
  for (const { unread } of shown)
    for (const file of unread.flatMap((entry) => entry.files.map(fileOf)))
      kinds.set(file, kindOf(file, false));
  for (const { found } of shown)
    for (const { origin, possible } of found) kinds.set(origin.file, kindOf(origin.file, possible));
  return [...kinds].map(([file, kind]) => ({ file, kind }));
}

/** The cloud that most of the calls in these files go to. */
export function cloudOf(files: readonly string[], shown: readonly ShownCalls[]): string | undefined {
  const own = new Set(files);
  const [most] = shown
    .map(({ cloud, found }) => ({ cloud, count: found.filter(({ origin }) => own.has(origin.file)).length }))
    .sort((a, b) => b.count - a.count);
  return most?.cloud;
}

/** How many calls in these files go to other clouds than this one, by cloud. */
export function callsOfOthers(
  files: readonly string[],
  judged: string,
  shown: readonly ShownCalls[],
): Readonly<Record<string, number>> {
  const own = new Set(files);
  return Object.fromEntries(
    shown.flatMap(({ cloud, found }) => {
      const count = found.filter((call) => call.cloud === cloud && own.has(call.origin.file)).length;
      return cloud === judged || count === 0 ? [] : [[cloud, count] as const];
    }),
  );
}

/** A plan is JSON, and what it may call an upper bound as in any Terraform. */
function kindOf(file: string, possible: boolean): SourceFile['kind'] {
  return /\.tf$/i.test(file) || (possible && /\.json$/i.test(file)) ? 'terraform' : 'code';
}

/** `src/app.go:12` → `src/app.go` */
export function fileOf(place: string): string {
  return place.replace(/:\d+$/, '');
}

import { createHash } from 'node:crypto';
import type { FileGroup } from './group.js';
import type { GroupResult } from './lint-group.js';
import { oneByOne } from './runner.js';
import type { LintInput, Spread } from './runner.js';
import { packWorkload, shelvedBytes } from '../results/shelf.js';
import type { PackedWorkload, Shelf } from '../results/shelf.js';

/** What earlier runs came to, bytes by name. It gives only what was put there, whole. */
export interface CacheStore {
  readonly read: (name: string) => Uint8Array | undefined;
  readonly write: (results: Iterable<readonly [name: string, pieces: readonly Uint8Array[]]>) => void;
}

export interface Cache {
  readonly store: CacheStore;
  /** What every result rests on besides the files, in one word: the program, the catalogs, the configuration. */
  readonly basis: () => string;
  /** Reads the files that nobody named, as the run does. */
  readonly read: LintInput['read'];
  readonly shelf: Shelf;
}

/**
 * Takes from a cache what was judged before, and has the rest judged by `spread`. A result is taken only where all that it
 * was made of is as it was then: the basis, and every file that was read. One with a bug or a broken manifest is never kept.
 */
export function throughCache(cache: Cache, spread: Spread = oneByOne): Spread {
  return async (groups, lintHere) => {
    const basis = cache.basis();
    const known = await oneByOne(groups, (group) => Promise.resolve(recall(group, basis, cache)));
    const rest = groups.filter((_, index) => known[index] === undefined);
    const fresh = await spread(rest, lintHere);
    // A catalog that was changed while it was in use belongs to no result.
    if (fresh.length > 0 && cache.basis() === basis) cache.store.write(remembered(rest, fresh, basis, cache));
    const judged = fresh.values();
    return known.flatMap((result) => result ?? judged.next().value ?? []);
  };
}

/** An entry is this in JSON, on one line, and behind it the records of the workloads. */
interface Entry {
  readonly key: string;
  readonly companions: readonly (readonly [path: string, digest: string | null])[];
  readonly keepsCalls: boolean;
  /** `bytes`: length of the record. */
  readonly workloads: readonly (Omit<PackedWorkload, 'text'> & { readonly bytes: number })[];
  readonly result: Omit<GroupResult, 'workloads' | 'companions' | 'fixed' | 'errors' | 'problems'>;
}

function recall(group: FileGroup, basis: string, { store, read, shelf }: Cache): GroupResult | undefined {
  const bytes = store.read(nameOf(group));
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(NEWLINE);
  const { key, companions, keepsCalls, workloads, result } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  ) as Entry;
  if (key !== keyOf(group, basis) || (shelf.textOf !== undefined && !keepsCalls)) return undefined;
  const texts = companions.map(([path]) => [path, read?.(path)] as const);
  if (texts.some(([, text], index) => digestOf(text) !== companions[index]?.[1])) return undefined;
  let at = end + 1;
  const records = workloads.map(({ bytes: length, ...packed }) =>
    shelf.put({
      ...packed,
      text: shelf.textOf === undefined ? undefined : bytes.subarray(at, (at += length)),
    }),
  );
  return { ...result, workloads: records, companions: texts, fixed: [], errors: [], problems: [] };
}

function* remembered(
  groups: readonly FileGroup[],
  results: readonly GroupResult[],
  basis: string,
  { shelf }: Cache,
): Generator<readonly [name: string, pieces: readonly Uint8Array[]]> {
  for (const [index, { workloads, companions, fixed, errors, problems, ...result }] of results.entries()) {
    const group = groups[index];
    if (group === undefined || errors.length + problems.length + fixed.length > 0) continue;
    const packed = workloads.map((workload) => packWorkload(workload, shelf.textOf && shelvedBytes));
    const entry: Entry = {
      key: keyOf(group, basis),
      companions: companions.map(([path, text]) => [path, digestOf(text)]),
      keepsCalls: shelf.textOf !== undefined,
      workloads: packed.map(({ text, ...rest }) => ({ ...rest, bytes: text?.length ?? 0 })),
      result,
    };
    yield [
      nameOf(group),
      [Buffer.from(`${JSON.stringify(entry)}\n`), ...packed.flatMap(({ text }) => text ?? [])],
    ];
  }
}

const NEWLINE = 10;

/** Where a group's result is kept: by what its files are called, so that a new result takes the place of the old one. */
function nameOf({ files, manifests, expectations }: FileGroup): string {
  const names = [files.map(({ path }) => path), manifests.map(({ path }) => path)];
  return digest(expectations === undefined ? names : [...names, [expectations.file.path]]);
}

/** Every property of every file goes in. */
function keyOf({ files, manifests, expectations }: FileGroup, basis: string): string {
  const texts = [basis, files.map((file) => ({ ...file })), manifests.map((file) => ({ ...file }))];
  return digest(
    expectations === undefined
      ? texts
      : [...texts, { ...expectations.file }, expectations.policies.map((file) => ({ ...file }))],
  );
}

/** `null` for a file that was not there. */
function digestOf(text: string | undefined): string | null {
  return text === undefined ? null : digest(text);
}

/** JSON tells apart whatever is different, lone surrogates included, which UTF-8 does not. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDraft } from '../../draft.js';
import { guarded } from '../../file-problem.js';
import type { CacheStore } from '../../lint/run/result-cache.js';
import { attempt, Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import { isSegment, newSegmentName, openSegment, writeSegment } from './cache-segment.js';
import type { Entry, Kept, Segment } from './cache-segment.js';

const say = speaker('commands-lint', en);

export interface OpenCacheStore extends CacheStore {
  /**
   * Tidies up. `isWhole`: what this run has not asked for is wanted no more; else it is for a month.
   * @returns what could not be read or written, if anything; the results that were given are none the worse.
   */
  readonly close: (isWhole: boolean) => readonly Problem[];
}

/** As many segments are opened by a run, before they become one. */
const MOST_SEGMENTS = 16;

/** The results in a folder: each run adds a segment, and what it says stands for what earlier ones say under the same name. */
export function openCacheStore(folder: string): OpenCacheStore {
  const problems: Problem[] = [];
  const damaged = new Set<string>();
  const segments: Segment[] = [];
  const holders = new Map<string, Segment>();
  const asked = new Set<string>();
  let writable = true;

  const names = (): string[] => attempt(() => guarded(folder, () => readdirSync(folder)), problems).flat();
  const add = (name: string): void => {
    for (const segment of attempt(() => openSegment(folder, name), problems)) {
      if (segment === undefined) damaged.add(join(folder, name));
      if (segment === undefined || segment === 'absent') continue;
      segments.push(segment);
      for (const result of segment.entries.keys()) holders.set(result, segment);
    }
  };
  /** Nothing more is tried once something has failed. */
  const change = (run: () => void): void => {
    writable &&= attempt(run, problems).length > 0;
  };
  const write = (results: Iterable<Kept>): void => {
    const name = newSegmentName();
    change(() => {
      writeSegment(join(folder, name), results);
    });
    if (writable) add(name);
  };
  const remove = (file: string): void => {
    change(() => {
      guarded(file, () => {
        rmSync(file, { recursive: true, force: true });
      });
    });
  };
  const tidyUp = (isWhole: boolean): void => {
    const oldest = isWhole ? Infinity : Date.now() - A_MONTH;
    const shares = segments.map((segment) =>
      shareOf(
        segment,
        ({ name, made }) => holders.get(name) === segment && (asked.has(name) || made > oldest),
      ),
    );
    const used = shares.filter(({ entries }) => entries.length > 0);
    const isLoose =
      used.length > MOST_SEGMENTS || sum(used, ({ whole }) => whole) > 2 * sum(used, ({ live }) => live);
    if (isLoose) write(resultsOf(used));
    for (const { segment } of isLoose ? shares : shares.filter((share) => !used.includes(share)))
      remove(segment.file);
    for (const file of damaged) if (!segments.some((segment) => segment.file === file)) remove(file);
    for (const name of names())
      if (isDraft(name) && isAbandoned(join(folder, name))) remove(join(folder, name));
  };

  for (const name of names().filter(isSegment).sort()) add(name);
  return {
    read(name) {
      asked.add(name);
      const segment = holders.get(name);
      const [result] = attempt(() => segment?.read(name), problems);
      if (segment !== undefined && result === undefined) damaged.add(segment.file);
      return result;
    },
    write,
    close(isWhole) {
      if (writable) tidyUp(isWhole);
      for (const segment of segments) segment.close();
      return [
        ...problems,
        ...Array.from(damaged, (file) => new Problem('file', say('cacheDamaged'), { file })),
      ];
    },
  };
}

/** What of a segment is still of use, and the bytes of that and of all. */
interface Share {
  readonly segment: Segment;
  readonly entries: readonly Entry[];
  readonly live: number;
  readonly whole: number;
}

function shareOf(segment: Segment, isLive: (entry: Entry) => boolean): Share {
  const all = [...segment.entries.values()];
  const entries = all.filter(isLive);
  return {
    segment,
    entries,
    live: sum(entries, ({ length }) => length),
    whole: sum(all, ({ length }) => length),
  };
}

function* resultsOf(shares: readonly Share[]): Generator<Kept> {
  for (const { segment, entries } of shares) {
    for (const { name, made } of entries) {
      const bytes = segment.read(name);
      if (bytes !== undefined) yield [name, [bytes], made];
    }
  }
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

/** Left behind by a run that was killed. */
function isAbandoned(file: string): boolean {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > A_DAY;
}

const A_DAY = 24 * 60 * 60 * 1000;
const A_MONTH = 30 * A_DAY;

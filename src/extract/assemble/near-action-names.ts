import type { Doubt } from '../../catalog/model/model.js';
import type { Entry, TableRecord } from '../extraction-record.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

/**
 * Notes which actions of a page look like misspellings of another one on it: the same but for upper and lower case,
 * or but for one letter in one part (`as:acivityLogs:list`). What is written stays; the rarer spelling gets the doubt, of two
 * equally rare the shorter one: a misspelling rather loses a letter than gains one. Names of one generation of policies
 * are compared: the other may write the same permission in another case.
 */
export function markNearNames(tables: readonly TableRecord[]): TableRecord[] {
  const near = {
    identity: findNear(countNames(tables, isOfIdentity)),
    policy: findNear(countNames(tables, (entry) => !isOfIdentity(entry))),
  };
  if (near.identity.size + near.policy.size === 0) return [...tables];
  return tables.map((table) => ({
    ...table,
    entries: table.entries.map((entry) => doubted(entry, isOfIdentity(entry) ? near.identity : near.policy)),
  }));
}

function isOfIdentity({ identity, describes }: Entry): boolean {
  return identity === true || describes === 'action';
}

function countNames(
  tables: readonly TableRecord[],
  isWanted: (entry: Entry) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const table of tables)
    for (const entry of table.entries.filter(isWanted))
      for (const action of namesOf(entry)) counts.set(action, (counts.get(action) ?? 0) + 1);
  return counts;
}

function doubted(entry: Entry, near: ReadonlyMap<string, string>): Entry {
  const doubts = namesOf(entry).flatMap((action): Doubt[] => {
    const other = near.get(action);
    if (other === undefined) return [];
    const spelled = note('spelledLike', { action, other });
    return [{ kind: 'near-name', confidence: 'likely', note: spelled, was: action, near: other }];
  });
  return doubts.length === 0 ? entry : { ...entry, doubts: [...(entry.doubts ?? []), ...doubts] };
}

function namesOf(entry: Entry): string[] {
  return [
    ...new Set([
      ...entry.actions,
      ...entry.dependencies,
      ...entry.scenarios.flatMap((scenario) => [...scenario.actions, ...scenario.dependencies]),
    ]),
  ];
}

/** More names than this on one page are not compared. */
const MAX_NAMES = 20_000;

/** For each doubtful name the one it resembles. Names are compared under keys with one letter left out: no pair by pair. */
function findNear(counts: ReadonlyMap<string, number>): Map<string, string> {
  const near = new Map<string, string>();
  if (counts.size > MAX_NAMES) return near;
  const groups = new Map<string, string[]>();
  for (const name of counts.keys()) {
    for (const key of keysOf(name)) {
      const group = groups.get(key);
      if (group) group.push(name);
      else groups.set(key, [name]);
    }
  }
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > 50) continue;
    const ranked = group.toSorted(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || b.length - a.length || (a < b ? -1 : 1),
    );
    for (const rare of ranked.slice(1)) {
      const [common] = ranked;
      if (
        common !== undefined &&
        common !== rare &&
        !near.has(rare) &&
        !near.has(common) &&
        resembles(rare, common)
      )
        near.set(rare, common);
    }
  }
  return near;
}

/** Parts shorter than this differ by one letter without being misspelled (`get`, `set`). */
const MIN_PART = 7;

function keysOf(name: string): string[] {
  const parts = name.toLowerCase().split(':');
  const keys = [parts.join(':')];
  parts.forEach((part, at) => {
    if (at === 0 || part.length < MIN_PART - 1 || part.length > 60 || part.includes('*')) return;
    // The first letter tells opposites apart (get/set, snat/dnat); it is never left out.
    for (let letter = 1; letter <= part.length; letter += 1)
      keys.push(
        [
          ...parts.slice(0, at),
          `${part.slice(0, letter)}${part.slice(letter + 1)}`,
          ...parts.slice(at + 1),
        ].join(':'),
      );
  });
  return [...new Set(keys)];
}

function resembles(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return true;
  const parts = right.split(':');
  const differing = left
    .split(':')
    .flatMap((part, at) => (part === parts[at] ? [] : [[part, parts[at] ?? ''] as const]));
  const [pair] = differing;
  if (differing.length !== 1 || pair === undefined) return false;
  const [one, other] = pair;
  if (Math.max(one.length, other.length) < MIN_PART || one.startsWith(other) || other.startsWith(one))
    return one.length >= MIN_PART && other.length >= MIN_PART && (`${one}s` === other || `${other}s` === one);
  return one.replace(/\d/g, '') !== other.replace(/\d/g, '') && !/\d/.test(difference(one, other));
}

/** The letters of `a` that `b` does not have in that place. */
function difference(a: string, b: string): string {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return a.slice(start, a.length - end) + b.slice(start, b.length - end);
}

import type { RowFact } from '../row-fact.js';
import { foldText, titleKey } from '../merge/row-keys.js';
import { pageStem } from '../merge/same-operation.js';

/**
 * Rows about what operations need of identity policies, those of one operation together: the page of an API in two
 * languages and as Markdown, and the tables that name it besides. Rows of one endpoint are of one operation unless
 * something tells otherwise; the first of each cluster is the one to believe.
 */
export function identityClusters(rows: readonly RowFact[]): RowFact[][] {
  const clusters: RowFact[][] = [];
  const byKey = new Map<string, RowFact[][]>();
  for (const row of toSorted(rows)) {
    const keys = lookupKeys(row);
    const near = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    const home = homeOf(row, near);
    if (home !== undefined) {
      home.push(row);
      continue;
    }
    const made = [row];
    clusters.push(made);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), made]);
  }
  return clusters;
}

/**
 * An action on any copy of a page is more than "none is needed" on another: that an API is not yet attached to identity
 * policies reads the same. Rows that name their API come first, as the others are told by them.
 */
function toSorted(rows: readonly RowFact[]): RowFact[] {
  const rank = ({ entry }: RowFact) => (entry.noPermission ? 2 : 0) + (entry.apiName === undefined ? 1 : 0);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** The cluster that a row belongs to, of those on its endpoint, the surest way first. */
function homeOf(row: RowFact, near: readonly RowFact[][]): RowFact[] | undefined {
  const open = near.filter((cluster) => cluster.every((other) => !contradicts(row, other)));
  for (const test of SAME) {
    const found = open.filter((cluster) => cluster.some((other) => test(row, other)));
    if (found.length === 1) return found[0];
  }
  return undefined;
}

const nameOf = ({ entry }: RowFact) => foldText(entry.apiName ?? '');
const needsKey = ({ entry }: RowFact) =>
  [...entry.actions, ...entry.scenarios.flatMap(({ actions }) => actions)]
    .map((name) => name.toLowerCase())
    .sort()
    .join();

const SAME: readonly ((row: RowFact, other: RowFact) => boolean)[] = [
  (row, other) => nameOf(row) !== '' && nameOf(row) === nameOf(other),
  (row, other) => titleKey(row.title) !== '' && titleKey(row.title) === titleKey(other.title),
  (row, other) => needsKey(row) === needsKey(other),
  (row, other) => pageStem(row) === pageStem(other),
  (row) => row.entry.noPermission === true,
];

/** Whatever they are called: what is needed is the same, or one of the two says that nothing is. */
function areAgreed(row: RowFact, other: RowFact): boolean {
  return needsKey(row) === needsKey(other) || row.entry.noPermission === true;
}

/** Different names of APIs, or different cases of one, are different operations; so are two rows of one page. */
function contradicts(row: RowFact, other: RowFact): boolean {
  const [mine, theirs] = [nameOf(row), nameOf(other)];
  if (mine !== '' && theirs !== '' && mine !== theirs && !areAgreed(row, other)) return true;
  if (row.service !== other.service) return true;
  if (row.discriminator !== undefined && other.discriminator !== undefined)
    return foldText(row.discriminator) !== foldText(other.discriminator);
  return row.source.page === other.source.page && needsKey(row) !== needsKey(other);
}

function lookupKeys(row: RowFact): readonly string[] {
  if (row.keys.length > 0) return row.keys;
  const names = [nameOf(row), titleKey(row.title)].filter((name) => name !== '');
  return names.map((name) => `${row.service} ${name}`);
}

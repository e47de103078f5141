import type { RowFact } from '../row-fact.js';
import { defined, filled } from '../../../defined.js';
import type { JoinedRow } from './same-operation.js';
import { needsKey, titleKey } from './row-keys.js';

/**
 * Rows of one table that follow each other with the same title and API (a cell that spans them, or blank cells that mean
 * "as above") go on with one operation: all their actions are needed.
 */
export function joinNeighbours(rows: readonly RowFact[]): JoinedRow[] {
  const joined: JoinedRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && goesOn(last, row)) {
      const entry = {
        ...last.entry,
        actions: union(last.entry.actions, row.entry.actions),
        dependencies: union(last.entry.dependencies, row.entry.dependencies),
      };
      const doubts = [...(last.entry.doubts ?? []), ...(row.entry.doubts ?? [])];
      joined[joined.length - 1] = {
        ...last,
        entry: defined({ ...entry, doubts: filled(doubts) }),
        joined: [...last.joined, row.source],
      };
    } else joined.push({ ...row, joined: [row.source], titleKey: titleKey(row.title), needsKey: '' });
  }
  return joined.map((row) => ({ ...row, needsKey: needsKey(row) }));
}

function goesOn(last: JoinedRow, row: RowFact): boolean {
  const place = last.joined.at(-1);
  return (
    place?.page === row.source.page &&
    place.table === row.source.table &&
    row.source.row - place.row <= 1 &&
    last.titleKey !== '' &&
    last.titleKey === titleKey(row.title) &&
    last.keys.join() === row.keys.join() &&
    last.discriminator === row.discriminator &&
    last.entry.apiName === row.entry.apiName &&
    [last, row].every(({ entry }) => entry.scenarios.length === 0 && !entry.noPermission)
  );
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}

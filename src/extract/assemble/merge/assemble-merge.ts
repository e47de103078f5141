import type { Doubt, Scope, Title } from '../../../catalog/model/model.js';
import type { MergedOperation } from './merged-operation.js';
import type { RowFact } from '../row-fact.js';
import { groupBy } from '../group-by.js';
import { defined } from '../../../defined.js';
import { append, least } from '../../../long-lists.js';
import type { Draft, JoinedRow } from './same-operation.js';
import { joinNeighbours } from './join-neighbours.js';
import { countOnEndpoints, findSame, lookupKeys } from './same-operation.js';
import { factsOf, conflicts } from './row-conflicts.js';
import { setKey } from './row-keys.js';
import { en as doubts } from '../../../wording/en/doubts.js';
import { writer } from '../../../wording/speaker.js';

const note = writer(doubts);

/**
 * Rows that describe the same operation become one, with all of them as sources; the first row (newest generation) wins,
 * and what another row says differently becomes a `conflict` doubt. `(method, path)` is no key: rows on one endpoint are
 * the same operation only where something else tells so too.
 */
export function mergeRows(rows: readonly RowFact[]): MergedOperation[] {
  const merged: MergedOperation[] = [];
  for (const [, ofService] of groupBy(rows, (row) => row.service)) {
    const together = joinNeighbours(ofService);
    const count = countOnEndpoints(together);
    const whole = together.filter(({ source }) => !source.transcribed);
    const newest = least((whole.length > 0 ? whole : together).map((row) => row.generation));
    const byKey = new Map<string, Draft[]>();
    const drafts: Draft[] = [];
    for (const row of together) {
      const candidates = new Set(lookupKeys(row).flatMap((key) => byKey.get(key) ?? []));
      const same = findSame(row, [...candidates], count);
      const draft = same ?? { rows: [] };
      draft.rows.push(row);
      if (!same) drafts.push(draft);
      for (const key of lookupKeys(row)) {
        const known = byKey.get(key);
        if (!known) byKey.set(key, [draft]);
        else if (!known.includes(draft)) known.push(draft);
      }
    }
    append(
      merged,
      drafts.map((draft) => finish(draft, newest)),
    );
  }
  return merged;
}

function finish(draft: Draft, newestOfService: number): MergedOperation {
  const [winner, ...others] = draft.rows as [JoinedRow, ...JoinedRow[]];
  const { entry } = winner;
  const facts = factsOf(fullest(winner, others));
  // A spelling that differs in case alone is the same action to the cloud, and no reason to doubt the operation.
  const doubts: Doubt[] = (entry.doubts ?? []).filter(
    (doubt) => doubt.kind !== 'near-name' || doubt.was?.toLowerCase() !== doubt.near?.toLowerCase(),
  );
  if (winner.joined.length > 1)
    doubts.push({
      kind: 'guessed',
      confidence: 'likely',
      note: note('rowsTogether'),
    });
  if (winner.generation > newestOfService)
    doubts.push({ kind: 'guessed', confidence: 'likely', note: note('onlyOlder') });
  const endpoints = mergedEndpoints(draft.rows);
  return defined({
    service: winner.service,
    title: mergedTitle(draft.rows),
    endpoints: [...endpoints.values()],
    keys: [...endpoints.keys()],
    discriminator: draft.rows.map((row) => row.discriminator).find((text) => text !== undefined),
    ...facts,
    no_permission: entry.noPermission,
    scope: scopeOf(winner, others),
    doubts: [...doubts, ...conflicts(winner, others)],
    sources: draft.rows.flatMap((row) => row.joined),
    generation: winner.generation,
  });
}

/** Where a copy lost the dependencies, another page that names the same actions tells them. */
function fullest(winner: JoinedRow, others: readonly JoinedRow[]): RowFact {
  if (!winner.entry.lostDependencies) return winner;
  const own = ownKey(winner);
  return others.find((other) => !other.entry.lostDependencies && ownKey(other) === own) ?? winner;
}

function ownKey({ entry }: RowFact): string {
  return setKey([...entry.actions, ...entry.scenarios.flatMap(({ actions }) => actions)]);
}

/** One endpoint per key, as the first row writes it. */
export function mergedEndpoints(rows: readonly RowFact[]): Map<string, string> {
  const endpoints = new Map<string, string>();
  for (const row of rows)
    for (const [index, key] of row.keys.entries())
      if (!endpoints.has(key)) endpoints.set(key, row.endpoints[index] ?? key);
  return endpoints;
}

export function mergedTitle(rows: readonly RowFact[]): Title {
  return rows.reduceRight<Title>((title, row) => ({ ...title, ...row.title }), {});
}

/** Marks are easily lost in copying: a page that was read itself says more of the scope. */
export function scopeOf(winner: RowFact, others: readonly RowFact[]): Scope {
  const rows = winner.source.transcribed
    ? [...others.filter(({ source }) => !source.transcribed), winner]
    : [winner];
  return rows.map(({ entry }) => entry.scope).find((scope) => scope !== undefined) ?? {};
}

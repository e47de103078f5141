import { endpointKey, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { SourcePage } from '../assemble/source-page.js';
import type { TranscribedRow } from './transcript.js';

/** How far a row is to be trusted: another page says it, too; no other does; it is in doubt, and no other says it. */
export type Trust = 'confirmed' | 'once' | 'none';

/**
 * What of the transcript can be relied on. A row is confirmed where other pages name each of its actions; one that is
 * marked as doubtful needs another page that says the same of the same API.
 */
export function trustOf(
  rows: readonly TranscribedRow[],
  others: readonly SourcePage[],
): (row: TranscribedRow) => Trust {
  const sound = rows.filter(({ note }) => !note.doubtful);
  const names = witnesses([
    ...sound.flatMap((row) => [...row.actions, ...row.aliases].map((name) => [name, row.url] as const)),
    ...others.flatMap((page) => namesOn(page).map((name) => [name, page.page] as const)),
  ]);
  const needs = witnesses([
    ...sound.flatMap((row) => needsOf(row).map((need) => [need, row.url] as const)),
    ...others.flatMap((page) => needsOn(page).map((need) => [need, page.page] as const)),
  ]);
  return (row) => {
    const seen = row.note.doubtful ? needsOf(row).every((need) => needs(need, row.url)) : undefined;
    if (seen !== undefined) return seen ? 'confirmed' : 'none';
    return row.none || row.actions.every((action) => names(action, row.url)) ? 'confirmed' : 'once';
  };
}

/** Whether some other page than the one named says a thing. */
function witnesses(
  said: readonly (readonly [what: string, page: string])[],
): (what: string, page: string) => boolean {
  const pages = new Map<string, Set<string>>();
  for (const [what, page] of said) {
    const known = pages.get(what.toLowerCase());
    if (known === undefined) pages.set(what.toLowerCase(), new Set([page]));
    else known.add(page);
  }
  return (what, page) => [...(pages.get(what.toLowerCase()) ?? [])].some((other) => other !== page);
}

/** Each action with each endpoint, or by itself where the row is about no API. */
function needsOf({
  endpoints,
  actions,
  none,
}: Pick<TranscribedRow, 'endpoints' | 'actions' | 'none'>): string[] {
  const needed = none ? ['none'] : actions;
  const keys = keysOf(endpoints);
  return keys.length === 0 ? [...actions] : keys.flatMap((key) => needed.map((action) => `${key} ${action}`));
}

const entriesOf = ({ record }: SourcePage) => record.tables.flatMap(({ entries }) => entries);

function namesOn(page: SourcePage): string[] {
  return entriesOf(page).flatMap((entry) => [
    ...entry.actions,
    ...(entry.aliases ?? []),
    ...entry.scenarios.flatMap(({ actions }) => actions),
  ]);
}

function needsOn(page: SourcePage): string[] {
  return entriesOf(page).flatMap(({ endpoints, actions, noPermission }) =>
    needsOf({ endpoints, actions, none: noPermission === true }),
  );
}

/** Spelled so that they can be compared. */
function keysOf(endpoints: readonly string[]): string[] {
  return endpoints.flatMap((text) => {
    const endpoint = parseEndpoint(text);
    return endpoint === undefined ? [] : [endpointKey(endpoint)];
  });
}

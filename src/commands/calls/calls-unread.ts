import type { UnreadCalls } from '../../calls/call.js';
import type { UnplacedCall, UnreadClient } from '../../calls/found.js';
import { byCodeUnit } from '../../catalog/model/code-unit.js';

/** What could not be read, once for each client and service, with the places: as a manifest keeps it. */
export function unreadCalls(
  clients: readonly UnreadClient[],
  unplaced: readonly UnplacedCall[],
): readonly UnreadCalls[] {
  const entries = new Map<string, Gathered>();
  const add = (client: string, service: string | undefined, place: string): void => {
    const key = JSON.stringify([client, service]);
    const entry = entries.get(key) ?? { client, service, places: new Set<string>() };
    entries.set(key, entry);
    entry.places.add(place);
  };
  for (const { client, service, file, line } of clients) add(client, service, placeOf(file, line));
  for (const { client, services, file, line, text } of unplaced)
    for (const service of services ?? [undefined]) add(client ?? text, service, placeOf(file, line));
  return [...entries.values()]
    .map(({ client, service, places }) => ({
      client,
      service,
      files: [...places].sort(byPlace),
      listed: false,
    }))
    .sort((a, b) => byCodeUnit(a.client, b.client) || byCodeUnit(a.service ?? '', b.service ?? ''));
}

interface Gathered {
  readonly client: string;
  readonly service: string | undefined;
  readonly places: Set<string>;
}

function placeOf(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}

/** By file, then by line as a number. */
function byPlace(a: string, b: string): number {
  const [left, right] = [a, b].map((place) => /^(.*?)(?::(\d+))?$/s.exec(place));
  return byCodeUnit(left?.[1] ?? '', right?.[1] ?? '') || Number(left?.[2] ?? 0) - Number(right?.[2] ?? 0);
}

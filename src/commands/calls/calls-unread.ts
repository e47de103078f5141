import type { UnreadCalls } from '../../calls/call.js';
import { clientName } from '../../calls/clients/module.js';
import type { MadeClient, UnplacedCall, UnreadClient } from '../../calls/found.js';
import { byCodeUnit } from '../../catalog/model/code-unit.js';

/** Clients that are made, and of which no call was seen in all that was read. */
export function uncalled(
  made: readonly MadeClient[],
  seen: readonly {
    readonly api?: string;
    readonly client?: string;
    readonly candidates?: readonly string[];
  }[],
): readonly UnreadClient[] {
  const services = new Set<string>();
  for (const { api, client, candidates = [] } of seen) {
    for (const name of [api ?? '', ...candidates]) services.add(/^([a-z0-9]+)\//.exec(name)?.[1] ?? '');
    services.add(client ?? '');
  }
  const clients = new Map<string, UnreadClient>();
  for (const { file, line, module } of made) {
    const client = clientName(module);
    const { library, service } = module;
    const isCalled =
      services.has(service) || services.has(client) || (library !== 'sdk' && library !== 'obs');
    if (!isCalled && !clients.has(client))
      clients.set(client, { file, line, client, service, cloud: undefined });
  }
  return [...clients.values()];
}

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
    for (const service of services === undefined || services.length === 0 ? [undefined] : services)
      add(client ?? text, service, placeOf(file, line));
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

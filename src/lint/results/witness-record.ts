import type { Catalog } from '../../catalog/catalog.js';
import { globalKey } from '../../policy/facts/condition-keys.js';
import { foldAction, isWildcard, sameAction, serviceOf } from '../../policy/grants/pattern.js';
import type { Statement } from '../../policy/model/policy.js';
import type { Request } from '../../policy/requests/request.js';
import type { WitnessRecord } from './change-record.js';

/**
 * A request as reports show it.
 * @param statement that decides it; undefined where none does.
 */
export function requestRecord(
  request: Request,
  statement: Statement | undefined,
  catalog: Catalog,
): Pick<WitnessRecord, 'action' | 'resource' | 'context'> {
  return {
    action: spelt(request.action, statement, catalog),
    resource: request.resource,
    context: Object.fromEntries(Array.from(request.context, ([key, values]) => [speltKey(key), values])),
  };
}

/** As the documentation writes a global key; those of services as they are compared. */
export function speltKey(key: string): string {
  const known = globalKey(key);
  return known === undefined ? key : known.key + key.slice(known.key.length);
}

/** As the statement that allows it writes it, or the catalog. */
function spelt(action: string, statement: Statement | undefined, catalog: Catalog): string {
  const element = statement?.action?.items.find(({ value }) => sameAction(value, action));
  return element?.value ?? catalog.action(action)?.name ?? action;
}

const REAL = new WeakMap<Catalog, ReadonlyMap<string, readonly string[]>>();

/** The actions of a service in lower case; a witness with one of them says more than a made-up name. */
export function realActions(catalog: Catalog): (service: string) => readonly string[] {
  return (service) => actionsByService(catalog).get(service) ?? [];
}

function actionsByService(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const known = REAL.get(catalog);
  if (known !== undefined) return known;
  const services = new Map<string, string[]>();
  for (const name of [...catalog.actionNames()].sort()) {
    const service = serviceOf(name);
    if (service === undefined || isWildcard(name)) continue;
    const names = services.get(service) ?? [];
    services.set(service, names);
    names.push(foldAction(name));
  }
  REAL.set(catalog, services);
  return services;
}

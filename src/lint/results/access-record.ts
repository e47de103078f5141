import type { Catalog } from '../../catalog/catalog.js';
import { defined } from '../../defined.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { isGranting } from '../../policy/grants/grant.js';
import { foldAction, isWildcard, sameAction, serviceOf } from '../../policy/grants/pattern.js';
import type { Statement } from '../../policy/model/policy.js';
import { compareAccess } from '../../requests/compare-access.js';
import { accessBeyond } from '../../requests/new-access.js';
import type { Access } from '../../requests/new-access.js';
import type { AccessRecord, WitnessRecord } from './change-record.js';

/**
 * How the requests that two states allow differ.
 * @param accepted patterns of actions that may be newly allowed.
 */
export function accessRecord(
  then: readonly NamedPolicy[],
  now: readonly NamedPolicy[],
  catalog: Catalog,
  accepted: readonly string[],
): AccessRecord | undefined {
  if (![...then, ...now].some(({ policy }) => isGranting(policy))) return undefined;
  const actionsOf = (service: string): readonly string[] => realActions(catalog).get(service) ?? [];
  const { direction, gained, lost } = compareAccess(then, now, { actionsOf });
  const beyond = accepted.length === 0 ? gained : accessBeyond(now, then, { except: accepted });
  return {
    direction,
    ...defined({ gained: witnessRecord(gained, catalog), lost: witnessRecord(lost, catalog) }),
    undecided: defined({ gained: stopOf(gained), lost: stopOf(lost) }),
    newAccess: beyond.kind !== 'none',
  };
}

function witnessRecord(access: Access, catalog: Catalog): WitnessRecord | undefined {
  if (access.kind !== 'witness') return undefined;
  const { request, by } = access;
  return {
    action: spelt(request.action, by.statement, catalog),
    resource: request.resource,
    context: Object.fromEntries(request.context),
    policy: by.policy.id,
    line: by.statement.node.loc.start.line,
  };
}

/** As the statement that allows it writes it, or the catalog. */
function spelt(action: string, { action: written }: Statement, catalog: Catalog): string {
  const element = written?.items.find(({ value }) => sameAction(value, action));
  return element?.value ?? catalog.action(action)?.name ?? action;
}

function stopOf(access: Access): string | undefined {
  return access.kind === 'unknown' ? access.stop : undefined;
}

const REAL = new WeakMap<Catalog, ReadonlyMap<string, readonly string[]>>();

/** The actions of a catalog in lower case, by service; a witness with one of them says more than a made-up name. */
function realActions(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
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

import type { Catalog, ServiceFacts } from '../catalog/catalog.js';
import { foldAction, serviceOf } from '../policy/grants/pattern.js';

/**
 * Actions have names of two generations: a 5.0 action's `aliases` are the 1.1 actions that it stands for. Names of one
 * permission stand in one service.
 */
export type Generation = '1.1' | '5.0';

/** Names of the other generation that stand for the same permission; empty for most. */
export function equivalentsOf(action: string, catalog: Catalog): readonly string[] {
  const service = serviceFacts(action, catalog);
  if (service === undefined) return NONE;
  const name = foldAction(action);
  const aliases = service.actions.get(name)?.aliases ?? NONE;
  const successors = successorsIn(service).get(name) ?? NONE;
  return aliases.length === 0 ? successors : [...aliases, ...successors];
}

const NONE: readonly string[] = [];

/**
 * The names that an action has in a generation. `told` is false where the catalog does not tell: then its own name
 * stands alone.
 */
export function namesIn(
  generation: Generation,
  action: string,
  catalog: Catalog,
): { readonly names: readonly string[]; readonly told: boolean } {
  const aliases = aliasesOf(action, catalog);
  if (generation === '1.1') return { names: aliases.length > 0 ? aliases : [action], told: true };
  const successors = successorsOf(action, catalog);
  return successors.length > 0
    ? { names: successors, told: true }
    : { names: [action], told: aliases.length > 0 };
}

function aliasesOf(action: string, catalog: Catalog): readonly string[] {
  return serviceFacts(action, catalog)?.actions.get(foldAction(action))?.aliases ?? [];
}

/** The 5.0 actions that stand for a 1.1 action. */
function successorsOf(action: string, catalog: Catalog): readonly string[] {
  const service = serviceFacts(action, catalog);
  return service === undefined ? [] : (successorsIn(service).get(foldAction(action)) ?? []);
}

function serviceFacts(action: string, catalog: Catalog): ServiceFacts | undefined {
  const service = serviceOf(action);
  return service === undefined ? undefined : catalog.service(service);
}

const known = new WeakMap<ServiceFacts, ReadonlyMap<string, readonly string[]>>();

function successorsIn(service: ServiceFacts): ReadonlyMap<string, readonly string[]> {
  const cached = known.get(service);
  if (cached !== undefined) return cached;
  const successors = new Map<string, string[]>();
  for (const { name, aliases } of service.actions.values()) {
    for (const alias of aliases) {
      const list = successors.get(foldAction(alias));
      if (list === undefined) successors.set(foldAction(alias), [name]);
      else list.push(name);
    }
  }
  known.set(service, successors);
  return successors;
}

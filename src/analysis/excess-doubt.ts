import { lowest } from '../catalog/model/confidence.js';
import { parseEndpoint, endpointKey } from '../catalog/model/endpoint.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Confidence } from '../catalog/model/model.js';
import type { Call } from '../calls/call.js';
import { parseTarget } from '../calls/resolve/match.js';
import { serviceOf } from '../policy/grants/pattern.js';
import { neededOf } from './needed.js';
import type { Needed } from './needed.js';
import { allNeedsOf } from './needs.js';
import type { Workload } from './verdict.js';

/**
 * How sure it is that a grant is excess, as far as the calls tell. A call that was not resolved could be what needs it:
 * - an unknown one could need anything, so nothing is certain beside it, and what is of the service that it seems to be
 *   of is doubtful;
 * - an ambiguous one could need what any of its candidates needs, and nothing else;
 * - one whose row is in doubt could need another action of the same service than the row says.
 */
export interface ExcessDoubts {
  ofLiteral(action: string): Confidence;
  /** Of a grant of several: which it covers, the service that it names, and how many of them no call needs. */
  ofSeveral(covers: (action: string) => boolean, service: string | undefined, surplus: number): Confidence;
}

export function doubtsOf({ calls, catalog }: Workload, needed: Needed): ExcessDoubts {
  const unknown = calls.flatMap((call) => (call.status === 'unknown' ? call : []));
  const ambiguous = calls.flatMap((call) => (call.status === 'ambiguous' ? call.candidates : []));
  const uncertain = calls.flatMap((call) =>
    call.status === 'resolved' && call.confidence !== 'certain' ? call : [],
  );
  if (unknown.length + ambiguous.length + uncertain.length === 0) return CERTAIN;

  const suspects = new Set(unknown.flatMap(({ call, near }) => servicesSeemingly(call, near, catalog)));
  const shaky = new Map<string, Confidence>();
  for (const { operation, confidence } of uncertain) {
    for (const { action } of allNeedsOf(operation)) {
      const service = serviceOf(action) ?? '';
      shaky.set(service, lowest([confidence, shaky.get(service) ?? 'certain']));
    }
  }
  const perhaps = neededOf(ambiguous, catalog);
  const perhapsOnly = perhaps.known.filter((name) => !needed.has(name));
  const ofService = (service: string | undefined): Confidence => {
    if (service !== undefined && suspects.has(service)) return 'doubtful';
    return lowest([
      unknown.length > 0 ? 'likely' : 'certain',
      (service === undefined ? undefined : shaky.get(service)) ?? 'certain',
    ]);
  };
  return {
    ofLiteral: (action) => (perhaps.has(action) ? 'doubtful' : ofService(serviceOf(action))),
    ofSeveral(covers, service, surplus) {
      const covered = perhapsOnly.filter(covers).length;
      const own: Confidence = covered === 0 ? 'certain' : covered < surplus ? 'likely' : 'doubtful';
      return lowest([own, ofService(service)]);
    },
  };
}

const CERTAIN: ExcessDoubts = { ofLiteral: () => 'certain', ofSeveral: () => 'certain' };

/** Services that an unknown call may be of: its host, the service before its name, and what is near it. */
function servicesSeemingly(call: Call, near: readonly string[], catalog: Catalog): string[] {
  const host = call.api === undefined ? undefined : parseTarget(call.api)?.host;
  const words = [host?.split('.', 1)[0], prefixOf(call.api), prefixOf(call.operation), ...near.map(prefixOf)];
  const operations = near.flatMap((text) => {
    const endpoint = parseEndpoint(text);
    return endpoint === undefined ? [] : catalog.operationsAt(endpointKey(endpoint));
  });
  const needed = operations.flatMap((operation) =>
    allNeedsOf(operation).map(({ action }) => serviceOf(action)),
  );
  return [...words, ...needed].flatMap((word) => (word === undefined ? [] : word.toLowerCase()));
}

/** `ecs` of `ecs/list-servers`, `ecs:ListServers`, `EcsClient.listServers`. */
function prefixOf(name: string | undefined): string | undefined {
  return /^([a-z][a-z0-9-]*?)(?:client)?[/:.]/i.exec(name ?? '')?.[1];
}

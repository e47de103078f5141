import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import type { Call, Resolution } from '../call.js';
import { cloudHost } from '../hosts.js';
import { isOperationOf } from '../sdk/documented-in.js';
import { isWord, matchEndpoint } from './match.js';
import type { Target } from './match.js';
import { nearEndpoints } from './near-endpoints.js';
import { operationsAsked, operationsNamed } from './operation-name.js';
import { resolveObsRequest } from './resolve-obs.js';
import { settle } from './settle.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/**
 * By the operations of the endpoint. Services share paths on hosts of their own: where the call's service is known, by
 * itself or by a host of the clouds, an operation of another one is no answer.
 */
export function resolveEndpoint(call: Call, target: Target, catalog: Catalog): Resolution {
  const service = call.service ?? (target.host === undefined ? undefined : cloudHost(target.host)?.service);
  if (service === 'obs' && call.operation === undefined) return resolveObsRequest(call, target, catalog);
  const matches = matchEndpoint(target.endpoint, catalog);
  const documented = unique(matches.flatMap(({ key }) => catalog.operationsAt(key)));
  if (documented.length === 0) {
    return {
      status: 'unknown',
      call,
      near: nearEndpoints(target.endpoint, catalog),
      reason: say('noEndpoint', { cloud: catalog.cloud }),
    };
  }
  const candidates = ofService(service, documented);
  if (candidates.length === 0) {
    return {
      status: 'unknown',
      call,
      near: documented.map(({ id }) => id).slice(0, 3),
      reason: say('otherService', { cloud: catalog.cloud, service: service ?? '' }),
    };
  }
  const words = unique(matches.flatMap(({ filled }) => filled.filter(isWord)));
  // `GET /v1/0123abc/servers/detial` is an instance of `…/servers/{server_id}`, but hardly meant as one.
  const doubt = words.length === 0 ? undefined : say('valueOfParameter', { words });
  if (call.operation === undefined)
    return settle(call, operationsAsked(target.query, ofHost(target.host, candidates)), doubt);
  const named = operationsNamed(call.operation, candidates);
  if (named.length > 0) return settle(call, named, doubt);
  return {
    status: 'unknown',
    call,
    near: candidates.map((operation) => operation.id),
    reason: say('notAtEndpoint', { operation: call.operation }),
  };
}

/** All where no service is known. Of a service's own operations and those that are documented elsewhere, its own. */
function ofService(service: string | undefined, documented: readonly Operation[]): readonly Operation[] {
  if (service === undefined) return documented;
  const own = documented.filter(({ id }) => id.startsWith(`${service}/`));
  return own.length > 0 ? own : documented.filter(({ id }) => isOperationOf(id, service));
}

/** The host of somebody's gateway may begin with the name of a service; it decides only where it leaves anything. */
function ofHost(host: string | undefined, candidates: readonly Operation[]): readonly Operation[] {
  const service = host?.split('.', 1)[0] ?? '';
  const own = candidates.filter((operation) => operation.id.startsWith(`${service}/`));
  return own.length > 0 ? own : candidates;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

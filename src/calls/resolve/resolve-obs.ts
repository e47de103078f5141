import type { Catalog } from '../../catalog/catalog.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import type { Call, Resolution } from '../call.js';
import { obsActions } from '../obs/obs-facts.js';
import { obsOperationAt } from '../obs/obs-request.js';
import { formatTarget } from './match.js';
import type { Target } from './match.js';
import { settle } from './settle.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** A request to OBS. The documentation gives its operations no endpoints, so the request's shape says which is meant. */
export function resolveObsRequest(call: Call, target: Target, catalog: Catalog): Resolution {
  const name = obsOperationAt(target);
  if (name === undefined)
    return {
      status: 'unknown',
      call,
      near: [],
      reason: say('noObsRequest', { request: formatTarget(target) }),
    };
  return resolveObsOperation(call, name, 'likely', catalog);
}

/** An operation of OBS, by its name in the SDKs: the catalog's operation that needs the very actions. */
export function resolveObsOperation(
  call: Call,
  name: string,
  confidence: Confidence,
  catalog: Catalog,
): Resolution {
  const actions = obsActions(name);
  if (actions === undefined) return { status: 'unknown', call, near: [], reason: say('obsUntold', { name }) };
  const operations = needingExactly(actions, catalog);
  if (operations.length > 0) return settle(call, operations, say('obsNeeds', { name, actions }), confidence);
  return {
    status: 'unknown',
    call,
    near: [],
    reason: say('obsNeedsUnknown', { name, actions, cloud: catalog.cloud }),
  };
}

function needingExactly(actions: readonly string[], catalog: Catalog): readonly Operation[] {
  const wanted = keyOf(actions);
  return (catalog.service('obs')?.model.operations ?? []).filter(
    (operation) => operation.scenarios.length === 0 && keyOf(operation.actions) === wanted,
  );
}

function keyOf(actions: readonly string[]): string {
  return actions
    .map((action) => action.toLowerCase())
    .sort()
    .join(' ');
}

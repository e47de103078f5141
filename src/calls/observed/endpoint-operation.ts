import type { Catalog } from '../../catalog/catalog.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import type { Call } from '../call.js';
import { matchEndpoint, parseTarget } from '../resolve/match.js';
import { resolveCall } from '../resolve/resolve.js';
import { standingFor } from '../resolve/settle.js';
import { operationsToldBy } from '../sdk/tell.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** The operation that a record is of, or why that cannot be told. */
export type Placed =
  { readonly operation: Operation; readonly confidence: Confidence } | { readonly reason: string };

/**
 * The operation that a request was, by its method and address; undefined where the catalog knows no such endpoint.
 * @param name what else the request is called, where several operations share the endpoint.
 */
export function operationAt(
  api: string,
  name: string | undefined,
  { catalog, declared }: { readonly catalog: Catalog; readonly declared: ReadonlySet<string> },
): Placed | undefined {
  const target = parseTarget(api);
  // Records repeat paths that no catalog knows: they are not worth a search for near ones.
  if (target === undefined || matchEndpoint(target.endpoint, catalog).length === 0) return undefined;
  const resolution = resolveCall(asCall(api), catalog);
  if (resolution.status === 'resolved')
    return { operation: resolution.operation, confidence: resolution.confidence };
  if (resolution.status === 'unknown') return undefined;
  const told = name === undefined ? resolution.candidates : operationsToldBy(name, resolution.candidates);
  const operation = standingFor(told) ?? standingFor(told.filter(({ id }) => declared.has(id)));
  if (operation !== undefined) return { operation, confidence: 'likely' };
  return { reason: say('recordIsOneOf', { operations: told.map(({ id }) => id) }) };
}

/** A call that stands in no manifest. */
function asCall(api: string): Call {
  const start = { offset: 0, line: 1, column: 1 };
  return { api, operation: undefined, file: '', span: { start, end: start }, possible: false, origins: [] };
}

import type { Call, Resolution } from '../../calls/call.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import type { NamedCall } from './explain-calls.js';

/** What a catalog makes of the calls that a name stands for: the very answers that `calls` and `generate` give. */
export interface NamedOperations {
  readonly operations: readonly Operation[];
  /** Endpoints that the catalog does not know, or knows of another service only. */
  readonly undocumented: readonly string[];
  /** Why, in sentences; each once. */
  readonly reasons: readonly string[];
}

export function operationsOfCalls(calls: readonly NamedCall[], catalog: Catalog): NamedOperations {
  const resolved = calls.map(({ by, service, endpoint }) => ({
    endpoint,
    // An SDK operation is resolved by its name, which tells the operations of one endpoint apart.
    resolution: resolveCall(asCall(service === undefined ? by : endpoint, service), catalog),
  }));
  const unknown = resolved.flatMap(({ endpoint, resolution }) =>
    resolution.status === 'unknown' ? { endpoint, reason: resolution.reason } : [],
  );
  return {
    operations: [...new Set(resolved.flatMap(({ resolution }) => operationsIn(resolution)))],
    undocumented: [...new Set(unknown.map(({ endpoint }) => endpoint))].sort(),
    reasons: [...new Set(unknown.map(({ reason }) => reason))],
  };
}

/** Several where the name does not tell which is meant. */
export function operationsIn(resolution: Resolution): readonly Operation[] {
  if (resolution.status === 'resolved') return [resolution.operation];
  return resolution.status === 'ambiguous' ? resolution.candidates : [];
}

/** A call that stands in no manifest. */
export function asCall(api: string, service: string | undefined): Call {
  const start = { offset: 0, line: 1, column: 1 };
  return {
    api,
    service,
    operation: undefined,
    file: '',
    span: { start, end: start },
    possible: false,
    origins: [],
  };
}

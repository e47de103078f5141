import type { JsonValue } from '../../../src/lint/results/lint-record.js';
import { spelledKey } from '../../../src/policy/facts/condition-keys.js';
import type { Request } from '../../../src/analysis/verdict.js';

/** A request in the places of a sentence. Its resource is none where the call does not say what it is about. */
export interface RequestPlaces {
  readonly resources: readonly string[];
  /** `g:SourceIp=10.0.0.1` */
  readonly context: readonly string[];
}

export function requestPlaces({ resource, context }: Request): RequestPlaces {
  return {
    resources: resource === '' ? [] : [resource],
    context: [...context].map(([key, values]) => `${spelledKey(key)}=${values.join(' ')}`),
  };
}

/** The same for the record's `data`. */
export function requestFacts(action: string, { resource, context }: Request): JsonValue {
  return {
    action,
    resource,
    context: Object.fromEntries([...context].map(([key, values]) => [spelledKey(key), values])),
  };
}

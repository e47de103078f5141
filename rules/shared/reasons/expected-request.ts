import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Breach } from '../../../src/expectations/judge-expectations.js';
import type { WitnessRecord } from '../../../src/lint/results/change-record.js';
import { requestRecord } from '../../../src/lint/results/witness-record.js';

/** A request in the parts of a finding: values for the sentence, facts for the record. */
export interface ToldRequest {
  readonly action: string;
  readonly resource: string;
  /** `g:SourceIp=203.0.113.7`, each; empty where no key counts. */
  readonly context: readonly string[];
  readonly facts: { readonly witness: Omit<WitnessRecord, 'policy' | 'line'> };
}

export function toldRequest({ request, by, expectedBy }: Breach, catalog: Catalog): ToldRequest {
  return tellRequest(requestRecord(request, (by ?? expectedBy)?.statement, catalog));
}

export function tellRequest(witness: Omit<WitnessRecord, 'policy' | 'line'>): ToldRequest {
  const { action, resource, context } = witness;
  return {
    action,
    resource,
    context: Object.entries(context).map(([key, values]) => `${key}=${values.join(', ')}`),
    facts: { witness: { action, resource, context } },
  };
}

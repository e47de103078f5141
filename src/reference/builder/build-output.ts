import type { Catalog } from '../../catalog/catalog.js';
import { keyOf } from '../facts.js';
import type { Operation } from '../../catalog/model.js';
import { manifestText } from '../snippets/manifest-text.js';
import { policyText } from '../snippets/policy-text.js';
import { allNeedsOf } from '../../analysis/needs.js';

export interface BuilderInput {
  readonly cloud: string;
  readonly catalog: Catalog;
  readonly operations: readonly Operation[];
  readonly version: '1.1' | '5.0';
}

export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

export interface BuiltOutput {
  readonly files: readonly BuiltFile[];
  /** What the reader should know: splits, choices, doubts. */
  readonly notes: readonly string[];
}

/** The least-privilege policy of some operations, split where the language demands it, and their manifest. */
export function buildOutput({ cloud, catalog, operations }: BuilderInput): BuiltOutput {
  const actions = [...new Set(operations.flatMap((operation) => allNeedsOf(operation).map((need) => need.action)))];
  const calls = operations.map((operation) => ({ id: operation.id, endpoint: operation.endpoints[0], shared: operation.endpoints.some((endpoint) => catalog.operationsAt(keyOf(endpoint)).length > 1) }));
  return { files: [{ name: 'policy.json', text: policyText(actions) }, { name: 'policy.apis.yaml', text: manifestText(cloud, calls) }], notes: [] };
}

import type { ConditionKey, ResourceType, Source, Title } from '../../catalog/model/model.js';
import type { Entry } from '../extraction-record.js';

/** An entry with all that merging needs to know about where it stands. */
export interface RowFact {
  readonly service: string;
  readonly entry: Entry;
  readonly title: Title;
  /** Without query, as the catalog writes them; one per key. */
  readonly endpoints: readonly string[];
  /** `endpointKey` of each endpoint. */
  readonly keys: readonly string[];
  readonly discriminator: string | undefined;
  readonly source: Source;
  readonly generation: number;
  readonly revision: string;
}

/** Facts of an identity-policy page that are neither operations nor actions. */
export interface ServiceFact {
  readonly service: string;
  readonly resources: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}

export interface UnplacedRow {
  readonly page: string;
  readonly line: number;
  readonly reason: string;
}

export interface RowFacts {
  /** Rows that describe an API operation. */
  readonly operations: readonly RowFact[];
  /** Rows that describe actions without an API. */
  readonly permissions: readonly RowFact[];
  /** One per table that tells of a service, for the service's other facts. */
  readonly facts: readonly ServiceFact[];
  readonly unplaced: readonly UnplacedRow[];
}

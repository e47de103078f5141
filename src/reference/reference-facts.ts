import type { ServiceCatalog, Source } from '../catalog/model/model.js';
import type { UrlOf } from './citations.js';
import { cloudFacts, sharedEndpoints } from './cloud-facts.js';
import type { CloudFacts, SharedEndpoint } from './cloud-facts.js';

/** What all pages are made from. */
export interface Reference {
  readonly clouds: readonly CloudFacts[];
  /** Endpoints that more than one cloud documents, by service. */
  readonly shared: ReadonlyMap<string, readonly SharedEndpoint[]>;
  /** Where the sources of a cloud can be read. */
  readonly urlsOf: (cloud: string) => UrlOf;
  /** Rows of permission tables that a cloud's catalog does not hold, as far as they are known. */
  readonly skipped: (cloud: string) => readonly SkippedRows[];
}

/** Rows of one table that were skipped for the same reason; `source` is the first of them. */
export interface SkippedRows {
  readonly source: Source;
  readonly reason: string;
  readonly rows: number;
}

/** Turns catalogs of one or more clouds into what the pages need; the order of the catalogs does not matter. */
export function createReference(
  catalogs: readonly ServiceCatalog[],
  urlsOf: Reference['urlsOf'] = () => () => undefined,
  skipped: Reference['skipped'] = () => [],
): Reference {
  const clouds = cloudFacts(catalogs);
  return { clouds, shared: sharedEndpoints(clouds), urlsOf, skipped };
}

import type { ServiceCatalog, Source } from '../catalog/model/model.js';
import { cloudFacts, sharedEndpoints } from './cloud-facts.js';
import type { CloudFacts, SharedEndpoint } from './cloud-facts.js';
import type { Page } from './page.js';
import { actionsPageOf } from './pages/actions-page.js';
import { apisPageOf } from './pages/apis-page.js';
import { cloudPageOf } from './pages/cloud-page.js';
import { comparePages } from './pages/compare-page.js';
import { doubtsPageOf } from './pages/doubts-page.js';
import { homePage } from './pages/home-page.js';
import { servicePageOf } from './pages/service-page.js';
import type { UrlOf } from './citations.js';

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

/** Every page of the reference. Deterministic: the same facts give the same trees in the same order. */
export function referencePages(reference: Reference): Page[] {
  return [
    homePage(reference),
    ...reference.clouds.flatMap((facts) => [
      cloudPageOf(reference, facts),
      doubtsPageOf(reference, facts),
      ...[...facts.services.values()].flatMap((service) => [
        servicePageOf(reference, facts, service),
        ...(service.operations.length > 0 ? [apisPageOf(reference, facts, service)] : []),
        ...(service.actions.length > 0 || service.former.length > 0
          ? [actionsPageOf(reference, facts, service)]
          : []),
      ]),
    ]),
    ...comparePages(reference),
  ];
}

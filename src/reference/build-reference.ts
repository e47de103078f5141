import type { CloudFacts, ServicePages } from './cloud-facts.js';
import type { Page } from './page.js';
import { actionsPageOf } from './pages/actions-page.js';
import { apisPageOf } from './pages/apis-page.js';
import { cloudPageOf } from './pages/cloud-page.js';
import { comparePages } from './pages/compare-page.js';
import { doubtsPageOf } from './pages/doubts-page.js';
import { homePage } from './pages/home-page.js';
import { servicePageOf } from './pages/service-page.js';
import { tablePageOf } from './pages/table-page.js';
import type { Reference } from './reference-facts.js';

/** Every page of the reference. Deterministic: the same facts give the same trees in the same order. */
export function referencePages(reference: Reference): Page[] {
  return [
    homePage(reference),
    ...reference.clouds.flatMap((facts) => [
      cloudPageOf(facts),
      doubtsPageOf(reference, facts),
      ...[...facts.services.values()].flatMap((service) => servicePages(reference, facts, service)),
    ]),
    ...comparePages(reference),
  ];
}

/** A table of each service that has operations; the site alone has them, as Markdown cannot be sorted. */
export function tablePages(reference: Reference): Page[] {
  return reference.clouds.flatMap((facts) =>
    [...facts.services.values()]
      .filter(({ operations }) => operations.length > 0)
      .map((service) => tablePageOf(reference, facts, service)),
  );
}

function servicePages(reference: Reference, facts: CloudFacts, service: ServicePages): Page[] {
  const pages = [servicePageOf(reference, facts, service)];
  if (service.operations.length > 0) pages.push(apisPageOf(reference, facts, service));
  if (service.actions.length + service.former.length > 0)
    pages.push(actionsPageOf(reference, facts, service));
  return pages;
}

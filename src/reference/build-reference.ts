import type { Page } from './page.js';
import { actionsPageOf } from './pages/actions-page.js';
import { apisPageOf } from './pages/apis-page.js';
import { cloudPageOf } from './pages/cloud-page.js';
import { comparePages } from './pages/compare-page.js';
import { doubtsPageOf } from './pages/doubts-page.js';
import { homePage } from './pages/home-page.js';
import { servicePageOf } from './pages/service-page.js';
import type { Reference } from './reference-facts.js';

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

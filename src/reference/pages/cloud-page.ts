import type { CloudFacts } from '../cloud-facts.js';
import { heading, linkTo, paragraph, table, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionsPage, apisPage, cloudPage, doubtsPage, servicePage } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { counted } from './trail.js';

/** The services of one cloud with their counts. */
export function cloudPageOf(_reference: Reference, facts: CloudFacts): Page {
  const path = cloudPage(facts.cloud);
  const services = [...facts.services.values()];
  const operations = services.reduce((sum, service) => sum + service.operations.length, 0);
  const rows = services.map((service): (Inline | Inline[])[] => [
    linkTo(path, { page: servicePage(facts.cloud, service.name) }, service.name),
    titleText(service.title, ''),
    service.operations.length === 0
      ? '0'
      : linkTo(path, { page: apisPage(facts.cloud, service.name) }, String(service.operations.length)),
    service.actions.length === 0
      ? '0'
      : linkTo(path, { page: actionsPage(facts.cloud, service.name) }, String(service.actions.length)),
    String(service.former.length),
    String(
      service.operations.filter((operation) => (operation.doubts ?? []).length > 0).length +
        service.actions.filter((action) => (action.entry?.doubts ?? []).length > 0).length,
    ),
  ]);
  return {
    path,
    title: facts.name,
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, facts.name),
        paragraph(
          linkTo(path, { page: 'README' }, 'Permission reference'),
          ` · ${counted(services.length, 'service')}, ${counted(operations, 'API')}, ${counted(facts.actions.size, 'action')} · `,
          linkTo(path, { page: doubtsPage(facts.cloud) }, 'Doubtful facts'),
        ),
        table(['Service', 'Name', 'APIs', 'Actions', 'Former names', 'Doubtful'], rows, [2, 3, 4, 5]),
      ],
    },
  };
}

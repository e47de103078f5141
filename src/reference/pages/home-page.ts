import type { Element } from 'hast';
import type { CloudFacts } from '../cloud-facts.js';
import { heading, image, linkTo, paragraph, table } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { overviewPicture } from '../pictures/overview.js';
import { cloudPage, comparePage, servicePage } from '../places.js';
import type { Reference } from '../reference-facts.js';

/** The way in: every cloud with its counts, and every service in every cloud. */
export function homePage(reference: Reference): Page {
  const path = 'README';
  const { clouds } = reference;
  const drawn = overviewPicture(clouds);
  const services = [
    ...new Set(
      clouds.flatMap((facts) =>
        [...facts.services.values()]
          .filter((service) => service.operations.length > 0)
          .map((service) => service.name),
      ),
    ),
  ].sort();
  const rows = services.map((name): (Inline | Inline[])[] => [
    name,
    ...clouds.map((facts): Inline => {
      const service = facts.services.get(name);
      return service === undefined || service.operations.length === 0
        ? '–'
        : linkTo(path, { page: servicePage(facts.cloud, name) }, String(service.operations.length));
    }),
    ...(clouds.length < 2
      ? []
      : [
          reference.shared.has(name)
            ? linkTo(path, { page: comparePage(name) }, String(reference.shared.get(name)?.length))
            : '–',
        ]),
  ]);
  const numeric = rows[0]?.map((_, index) => index).slice(1) ?? [];
  return {
    path,
    title: 'Permission reference',
    pictures: drawn === undefined ? new Map<string, Element>() : new Map([['overview.svg', drawn]]),
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, 'Permission reference'),
        paragraph(
          'Which permission does an API call need, and what does a permission open? Generated from the catalog.',
        ),
        table(
          ['Cloud', 'Services', 'APIs', 'Actions'],
          clouds.map((facts) => cloudRow(facts, path)),
          [1, 2, 3],
        ),
        heading(2, 'services:', 'Services'),
        ...(drawn === undefined
          ? []
          : [
              paragraph(
                image('overview.svg', 'API operations by service and cloud; the table below says the same'),
              ),
            ]),
        table(
          ['Service', ...clouds.map((facts) => facts.name), ...(clouds.length < 2 ? [] : ['Side by side'])],
          rows,
          numeric,
        ),
      ],
    },
  };
}

function cloudRow(facts: CloudFacts, path: string): Inline[] {
  const services = [...facts.services.values()];
  return [
    linkTo(path, { page: cloudPage(facts.cloud) }, facts.name),
    String(services.length),
    String(services.reduce((sum, service) => sum + service.operations.length, 0)),
    String(facts.actions.size),
  ];
}

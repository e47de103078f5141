import type { Element } from 'hast';
import type { Table } from 'mdast';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts } from '../cloud-facts.js';
import { heading, image, linkTo, paragraph, table } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { overviewPicture, servicesWithApis } from '../pictures/overview.js';
import { cloudPage, comparePage, servicePage } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { serviceNames } from '../service-titles.js';
import { latestPages } from './latest-pages.js';

const say = speaker('reference-pages', en);

/** The way in: every cloud with its counts, and every service in every cloud. */
export function homePage(reference: Reference): Page {
  const path = 'README';
  const { clouds } = reference;
  const drawn = overviewPicture(clouds);
  return {
    path,
    title: say('reference'),
    pictures: drawn === undefined ? new Map<string, Element>() : new Map([['overview.svg', drawn]]),
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, say('reference')),
        paragraph(say('whatFor')),
        ...latestPages(clouds, path),
        heading(2, 'clouds:', say('clouds')),
        table(
          [say('cloud'), say('services'), say('apis'), say('actions')],
          clouds.map((facts) => cloudRow(facts, path)),
          [1, 2, 3],
        ),
        heading(2, 'services:', say('services')),
        serviceTable(reference, path),
        ...(drawn === undefined ? [] : [paragraph(image('overview.svg', say('overviewAlt')))]),
      ],
    },
  };
}

/** Every service with its operations in every cloud and, where there are several clouds, in how many endpoints they meet. */
function serviceTable({ clouds, shared }: Reference, path: string): Table {
  const head = [say('service'), ...clouds.map((facts) => facts.name)];
  const rows = servicesWithApis(clouds).map((name): Inline[] => [
    serviceLink(clouds, name, path),
    ...clouds.map((facts) => {
      const count = facts.services.get(name)?.operations.length ?? 0;
      return linkedCount(count, servicePage(facts.cloud, name), path);
    }),
    linkedCount(shared.get(name)?.length ?? 0, comparePage(name), path),
  ]);
  const numeric = [...head.keys()].slice(1);
  if (clouds.length < 2)
    return table(
      head,
      rows.map((row) => row.slice(0, -1)),
      numeric,
    );
  return table([...head, say('sideBySide')], rows, [...numeric, head.length]);
}

/** The service's own page, in the first cloud that has it. */
function serviceLink(clouds: readonly CloudFacts[], name: string, path: string): Inline {
  const facts = clouds.find(({ services }) => services.has(name));
  const service = facts?.services.get(name);
  return facts === undefined || service === undefined
    ? name
    : linkTo(path, { page: servicePage(facts.cloud, name) }, ...serviceNames(service));
}

function linkedCount(count: number, page: string, path: string): Inline {
  return count === 0 ? '–' : linkTo(path, { page }, String(count));
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

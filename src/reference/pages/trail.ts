import type { PhrasingContent, RootContent } from 'mdast';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { heading, linkTo, paragraph, text, titleText } from '../markdown/build-page.js';
import { actionsPage, apisPage, cloudPage, servicePage } from '../places.js';

/** The head of a service's pages: its name, the way up, and its other pages with their counts. */
export function trail(
  facts: CloudFacts,
  service: ServicePages,
  path: string,
  current: 'service' | 'apis' | 'actions',
): RootContent[] {
  const way: PhrasingContent[] = [linkTo(path, { page: cloudPage(facts.cloud) }, facts.name)];
  const tabs = [
    { key: 'service', page: servicePage(facts.cloud, service.name), label: 'Overview', shown: true },
    {
      key: 'apis',
      page: apisPage(facts.cloud, service.name),
      label: counted(service.operations.length, 'API'),
      shown: service.operations.length > 0,
    },
    {
      key: 'actions',
      page: actionsPage(facts.cloud, service.name),
      label: counted(service.actions.length, 'action'),
      shown: service.actions.length + service.former.length > 0,
    },
  ];
  const parts = tabs
    .filter((tab) => tab.shown)
    .flatMap((tab): PhrasingContent[] => [
      { type: 'text', value: ' · ' },
      tab.key === current
        ? { type: 'strong', children: [{ type: 'text', value: tab.label }] }
        : linkTo(path, { page: tab.page }, tab.label),
    ]);
  return [
    heading(
      1,
      undefined,
      text(service.name),
      ...(service.title === undefined ? [] : [' · ', ...titleText(service.title, '')]),
    ),
    paragraph(...way, ...parts),
  ];
}

/** `1 API`, `2 APIs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

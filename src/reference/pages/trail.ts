import type { PhrasingContent, RootContent } from 'mdast';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { heading, linkTo, paragraph, text, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import { actionsPage, apisPage, cloudPage, servicePage, tablePage } from '../places.js';

const say = speaker('reference-pages', en);

/** The head of a service's pages: its name, the way up, and its other pages with their counts. */
export function trail(
  facts: CloudFacts,
  service: ServicePages,
  path: string,
  current: Tab['key'],
): RootContent[] {
  const title: Inline[] = service.title === undefined ? [] : [' · ', ...titleText(service.title, '')];
  const up = linkTo(path, { page: cloudPage(facts.cloud) }, facts.name);
  const parts = tabsOf(facts, service, current).flatMap(({ key, page, label }): PhrasingContent[] => [
    { type: 'text', value: ' · ' },
    key === current
      ? { type: 'strong', children: [{ type: 'text', value: label }] }
      : linkTo(path, { page }, label),
  ]);
  return [heading(1, undefined, text(service.name), ...title), paragraph(up, ...parts)];
}

interface Tab {
  readonly key: 'service' | 'apis' | 'actions' | 'table';
  readonly page: string;
  readonly label: string;
}

/** The pages that the service has. */
function tabsOf(
  { cloud }: CloudFacts,
  { name, operations, actions, former }: ServicePages,
  current: Tab['key'],
): Tab[] {
  const tabs: Tab[] = [{ key: 'service', page: servicePage(cloud, name), label: say('overview') }];
  if (operations.length > 0)
    tabs.push({
      key: 'apis',
      page: apisPage(cloud, name),
      label: say('apiCount', { count: operations.length }),
    });
  if (actions.length + former.length > 0)
    tabs.push({
      key: 'actions',
      page: actionsPage(cloud, name),
      label: say('actionCount', { count: actions.length }),
    });
  // The site leads there from its other pages by itself: Markdown has no such page.
  if (current === 'table') tabs.push({ key: 'table', page: tablePage(cloud, name), label: say('asTable') });
  return tabs;
}

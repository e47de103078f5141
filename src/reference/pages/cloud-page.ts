import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { heading, linkTo, paragraph, sentence, table, text, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionsPage, apisPage, cloudPage, doubtsPage, servicePage } from '../places.js';

const say = speaker('reference-pages', en);

/** The services of one cloud with their counts. */
export function cloudPageOf(facts: CloudFacts): Page {
  const path = cloudPage(facts.cloud);
  const services = [...facts.services.values()];
  const operations = services.reduce((sum, service) => sum + service.operations.length, 0);
  const counts = sentence((place) =>
    say('cloudCounts', {
      way: place(linkTo(path, { page: 'README' }, say('reference'))),
      services: say('serviceCount', { count: services.length }),
      apis: say('apiCount', { count: operations }),
      actions: say('actionCount', { count: facts.actions.size }),
      doubts: place(linkTo(path, { page: doubtsPage(facts.cloud) }, say('doubtfulFacts'))),
    }),
  );
  const head = [
    say('service'),
    say('name'),
    say('apis'),
    say('actions'),
    say('formerNames'),
    say('doubtful'),
  ];
  const rows = services.map((service) => serviceRow(facts, service, path));
  return {
    path,
    title: facts.name,
    tree: {
      type: 'root',
      children: [heading(1, undefined, facts.name), paragraph(...counts), table(head, rows, [2, 3, 4, 5])],
    },
  };
}

function serviceRow({ cloud }: CloudFacts, service: ServicePages, path: string): (Inline | Inline[])[] {
  const { name, title, operations, actions, former } = service;
  const linked = (count: number, page: string): Inline =>
    count === 0 ? '0' : linkTo(path, { page }, String(count));
  const doubtful = [...operations, ...actions.flatMap(({ entry }) => entry ?? [])].filter(
    ({ doubts = [] }) => doubts.length > 0,
  );
  return [
    linkTo(path, { page: servicePage(cloud, name) }, text(name)),
    titleText(title, ''),
    linked(operations.length, apisPage(cloud, name)),
    linked(actions.length, actionsPage(cloud, name)),
    String(former.length),
    String(doubtful.length),
  ];
}

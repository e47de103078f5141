import type { RootContent } from 'mdast';
import type { Source } from '../../catalog/model/model.js';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { heading, linkTo, paragraph, table } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import { servicePage } from '../places.js';
import { serviceNames } from '../service-titles.js';

const say = speaker('reference-pages', en);

const MOST = 8;

/** The services whose documentation bears the latest dates, with how much of it does; nothing where no page bears one. */
export function latestPages(clouds: readonly CloudFacts[], path: string): RootContent[] {
  const latest = clouds
    .flatMap((facts) => [...facts.services.values()].flatMap((service) => latestOf(facts, service) ?? []))
    .sort((a, b) => byCodeUnit(b.date, a.date))
    .slice(0, MOST);
  if (latest.length === 0) return [];
  return [
    heading(2, 'latest:', say('changedLast')),
    paragraph(say('aboutDates')),
    table(
      [say('documented'), say('cloud'), say('service'), say('operationsOfThatDay')],
      latest.map(({ date, facts, service, operations }): (Inline | Inline[])[] => [
        date,
        facts.name,
        linkTo(path, { page: servicePage(facts.cloud, service.name) }, ...serviceNames(service)),
        String(operations),
      ]),
      [3],
    ),
  ];
}

interface Latest {
  readonly date: string;
  readonly facts: CloudFacts;
  readonly service: ServicePages;
  readonly operations: number;
}

function latestOf(facts: CloudFacts, service: ServicePages): Latest | undefined {
  const dated = service.operations.map((operation) => latestDate(operation.sources));
  const date = dated.reduce((latest, one) => (one > latest ? one : latest), '');
  if (date === '') return undefined;
  return { date, facts, service, operations: dated.filter((one) => one === date).length };
}

/** The latest date that the pages of sources bear; empty where none does. */
function latestDate(sources: readonly Source[]): string {
  return sources.reduce((latest, { updated = '' }) => (updated > latest ? updated : latest), '');
}

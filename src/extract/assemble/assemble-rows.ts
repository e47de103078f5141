import { endpointKey, formatEndpoint, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { ConditionKey, Source, Title } from '../../catalog/model/model.js';
import { isText, soundEntry } from './assemble-sound.js';
import { compare, groupBy } from './group-by.js';
import type { Entry, TableRecord } from '../extraction-record.js';
import type { RowFact, RowFacts, ServiceFact, UnplacedRow } from './row-fact.js';
import type { SourcePage } from './source-page.js';
import { defined } from '../../defined.js';
import { append } from '../../long-lists.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/**
 * The entries of pages in a fixed order (newest generation first, then by page and place), each with the service that it
 * belongs to. The service is told by the prefix of the row's own actions; where they are of several services, or none,
 * by what most of its table, its page, its group of pages is about. Never by the page's name.
 */
export function readRowFacts(pages: readonly SourcePage[]): RowFacts {
  const sorted = pages.toSorted(
    (a, b) =>
      a.generation - b.generation ||
      compare(ageOf(a), ageOf(b)) ||
      compare(a.page, b.page) ||
      compare(a.revision, b.revision),
  );
  const groups = new Map<string, string | undefined>();
  for (const [group, members] of groupBy(sorted, (page) => page.group))
    groups.set(group, majority(members.flatMap((page) => page.record.tables)));
  const operations: RowFact[] = [];
  const permissions: RowFact[] = [];
  const facts: ServiceFact[] = [];
  const unplaced: UnplacedRow[] = [];
  for (const page of sorted) {
    const ofPage = majority(page.record.tables) ?? groups.get(page.group);
    for (const table of page.record.tables) {
      const ofTable = majority([table]) ?? ofPage;
      if (ofTable !== undefined && tells(table)) facts.push(serviceFact(table, ofTable));
      for (const read of table.entries) {
        const { entry, faults } = soundEntry(read);
        append(
          unplaced,
          faults.map((reason) => ({ page: page.page, line: read.line, reason })),
        );
        if (entry === undefined) continue;
        const service = serviceOf(entry, ofTable);
        const reason = service === undefined ? say('noService') : lack(entry);
        if (reason !== undefined || service === undefined) {
          unplaced.push({ page: page.page, line: entry.line, reason: reason ?? '' });
          continue;
        }
        const fact = rowFact(entry, service, table, page);
        const isOperation = entry.endpoints.length > 0 || entry.apiName !== undefined;
        if (isOperation && fact.endpoints.length === 0 && Object.keys(fact.title).length === 0)
          unplaced.push({ page: page.page, line: entry.line, reason: say('noTitleNorEndpoint') });
        else (isOperation ? operations : permissions).push(fact);
      }
    }
  }
  return { operations, permissions, facts, unplaced };
}

/**
 * Sorts transcribed pages newest first, others before them. A Markdown twin bears no date and is younger than the HTML:
 * where the two differ, it is the twin that names what the HTML does not name yet (RabbitMQ, CloudDC, elastic IPs).
 */
function ageOf({ transcribed, page, revision }: SourcePage): string {
  if (transcribed === undefined || page.endsWith('.md')) return '';
  return revision === '' ? 'no date' : String(99_999_999 - Number(revision.replaceAll('-', '')));
}

function rowFact(entry: Entry, service: string, table: TableRecord, page: SourcePage): RowFact {
  const endpoints = new Map<string, string>();
  for (const endpoint of entry.endpoints.flatMap((text) => parseEndpoint(text) ?? [])) {
    if (!endpoints.has(endpointKey(endpoint))) endpoints.set(endpointKey(endpoint), formatEndpoint(endpoint));
  }
  return {
    service,
    entry,
    title: titleOf(entry.title === '' ? (entry.apiName ?? '') : entry.title),
    endpoints: [...endpoints.values()],
    keys: [...endpoints.keys()],
    discriminator: entry.discriminator ?? queryOf(entry.endpoints),
    source: sourceOf(entry, table, page),
    generation: page.generation,
    revision: page.revision,
  };
}

function sourceOf(entry: Entry, table: TableRecord, page: SourcePage): Source {
  const place = { page: page.page, table: table.index + 1, row: entry.row, line: entry.line };
  const { sha256, updated } = page.record;
  // The date of a page of a site is its own; a page of a repository is dated by its commit.
  const isOfSite = /^https?:/.test(page.page);
  if (page.transcribed === undefined)
    return defined({ ...place, sha256, updated: isOfSite ? updated : undefined });
  return defined({
    ...place,
    transcribed: true as const,
    updated: page.revision === '' ? undefined : page.revision,
  });
}

/** A query with a fixed value tells operations apart: `?type=querylogs`; `?limit={limit}` and `?limit` do not. */
function queryOf(endpoints: readonly string[]): string | undefined {
  const queries = endpoints.flatMap((text) => /\?([\w.-]+=[\w.-]+)$/.exec(text)?.[1] ?? []);
  return queries.length === endpoints.length ? queries[0] : undefined;
}

function titleOf(text: string): Title {
  const title = nameIn(text.replace(/\s+/g, ' ').trim());
  if (title === '') return {};
  return /\p{Script=Han}/u.test(title) ? { 'zh-cn': title } : { en: title };
}

/** A longer remark in brackets is an explanation. */
const LONG_REMARK = 60;
/** How a clause begins that explains the name before it. */
const EXPLAINS = /，(?=可以|可通过|目前|当前|用于|该接口|此接口|如果|其中)/;

/** The name in a title cell that goes on to explain: its first sentence, without remarks. Descriptions are not carried over. */
function nameIn(text: string): string {
  const plain = text.replace(/\s*[（(]([^（()）]*)[)）]/g, (remark, inside: string) =>
    inside.length > LONG_REMARK || /[.。]\s*$|[.。]\s/.test(inside) ? '' : remark,
  );
  const [sentence = plain] = plain.split(/(?<=[^.\d][.!?])\s+(?=\p{Lu})|[。；]/u);
  const [name = sentence] = sentence.split(EXPLAINS);
  return name.replace(/[\s.。，,；;]+$/, '').slice(0, 300);
}

function lack(entry: Entry): string | undefined {
  const says =
    entry.actions.length > 0 ||
    entry.dependencies.length > 0 ||
    entry.scenarios.length > 0 ||
    entry.noPermission === true;
  return says ? undefined : say('noPermissionNamed');
}

function serviceOf(entry: Entry, ofTable: string | undefined): string | undefined {
  const own = servicesOf(ownActions(entry));
  const [first] = own;
  if (own.length === 0) return ofTable ?? servicesOf(entry.dependencies)[0];
  return ofTable !== undefined && own.includes(ofTable) ? ofTable : first;
}

/** The service that most actions of the tables' entries belong to; of equals the first in the alphabet. */
function majority(tables: readonly TableRecord[]): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of tables.flatMap((table) => table.entries)) {
    for (const service of servicesOf(ownActions(entry))) counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))[0]?.[0];
}

function ownActions(entry: Entry): string[] {
  return [...entry.actions, ...entry.scenarios.flatMap((scenario) => scenario.actions)];
}

function servicesOf(actions: readonly string[]): string[] {
  return [...new Set(actions.map((action) => action.slice(0, action.indexOf(':')).toLowerCase()))].filter(
    (service) => /^[a-z0-9][a-z0-9_-]*$/.test(service),
  );
}

function tells(table: TableRecord): boolean {
  return table.entries.length > 0 || table.resources !== undefined || table.conditionKeys !== undefined;
}

const VALUE_TYPES: readonly ConditionKey['value_type'][] = ['string', 'number', 'boolean', 'date', 'ip'];

function serviceFact(table: TableRecord, service: string): ServiceFact {
  return {
    service,
    resources: (table.resources ?? [])
      .filter(({ type, urn }) => isText(type) && isText(urn))
      .map(({ type, urn }) => ({ type_name: type, urn_template: urn })),
    conditionKeys: (table.conditionKeys ?? [])
      .filter(({ key }) => isText(key))
      .map(({ key, valueType, multiValued }) =>
        defined({
          key,
          value_type: VALUE_TYPES.find((known) => known === valueType.toLowerCase()) ?? 'unknown',
          multi_valued: multiValued,
        }),
      ),
  };
}

import { defined } from '../../defined.js';
import type { Doubt, UnreadList } from '../../catalog/model/model.js';
import type { SourcePage } from '../assemble/source-page.js';
import { groupBy } from '../assemble/group-by.js';
import { accessLevel } from '../cells/identity-columns.js';
import type { Entry, TableRecord } from '../extraction-record.js';
import { trustOf } from './trust.js';
import type { TranscribedRow, TranscriptKind } from './transcript.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

export interface TranscribedPages {
  readonly pages: readonly SourcePage[];
  /** Rows in doubt that nothing else confirms: none of them is on a page above. */
  readonly leftOut: readonly TranscribedRow[];
}

/**
 * Transcribed rows as pages that catalogs can be made from: each row is an entry of a table of its kind on its page. Rows
 * of pages that are older than others stand in a generation of their own.
 * @param others pages that were read themselves: what they name, too, confirms a row.
 */
export function transcribedPages(
  rows: readonly TranscribedRow[],
  others: readonly SourcePage[],
  generations: { readonly newest: number; readonly oldest: number },
): TranscribedPages {
  const trust = trustOf(rows, others);
  const kept = rows.filter((row) => trust(row) !== 'none');
  const places = placesOf(kept);
  const pages = groupBy(kept, ({ url, service, note }) => [url, service.toLowerCase(), note.older].join(' '));
  return {
    pages: [...pages.values()].map((members): SourcePage => {
      const [{ url, service, updated, note } = NO_ROW] = members;
      const tables = [...groupBy(members, ({ kind }) => kind)].map(([kind, ofKind]) =>
        tableOf(kind, ofKind, places, (row) => trust(row) === 'once'),
      );
      return {
        page: url,
        group: `transcribed ${service.toLowerCase()}`,
        generation: note.older ? generations.oldest : generations.newest,
        role: 'current',
        revision: updated,
        transcribed: true,
        record: { file: url, sha256: '', tables },
      };
    }),
    leftOut: rows.filter((row) => trust(row) === 'none'),
  };
}

const NO_ROW = { url: '', service: '', updated: '', note: { older: false } };

interface Place {
  readonly table: number;
  readonly row: number;
}

/** Which table of what was transcribed of a page a row stands in (0-based), and which row of it it is (1-based). */
function placesOf(rows: readonly TranscribedRow[]): ReadonlyMap<TranscribedRow, Place> {
  const places = new Map<TranscribedRow, Place>();
  for (const ofPage of groupBy(rows, ({ url }) => url).values())
    [...groupBy(ofPage, ({ kind }) => kind).values()].forEach((ofKind, table) => {
      ofKind.forEach((row, index) => places.set(row, { table, row: index + 1 }));
    });
  return places;
}

function tableOf(
  kind: TranscriptKind,
  rows: readonly TranscribedRow[],
  places: ReadonlyMap<TranscribedRow, Place>,
  isReadOnce: (row: TranscribedRow) => boolean,
): TableRecord {
  const place = (row: TranscribedRow) => places.get(row) ?? { table: 0, row: 0 };
  const [first] = rows;
  // Rows of one API that hold in one case each are one operation.
  const apis = groupBy(rows, (row) => caseKey(row) ?? String(place(row).row));
  const entries = [...apis.values()].flatMap((members) => {
    const [row, ...cases] = members;
    if (row === undefined) return [];
    const at = { line: place(row).row, row: place(row).row };
    const doubts = doubtsOf(row, isReadOnce(row));
    return [
      ...needEntries(row, cases).map((fields) => ({
        ...at,
        ...fields,
        ...doubted([...doubts, ...(fields.lostDependencies ? [CUT_OFF] : [])]),
      })),
      ...members.flatMap(describingEntries).map((fields) => ({ ...at, ...fields, ...doubted(doubts) })),
    ];
  });
  return {
    index: first === undefined ? 0 : place(first).table,
    line: 1,
    kind: kind === 'identity-table' ? 'permissions' : 'api-permissions',
    rows: rows.length,
    entries,
    skipped: [],
  };
}

const READ_ONCE: Doubt = {
  kind: 'transcribed',
  confidence: 'likely',
  note: note('onlyHere'),
};

/** Services annotate their definitions for the gateway that checks calls; what the pages say may be newer. */
const DEFINED: Doubt = {
  kind: 'transcribed',
  confidence: 'likely',
  note: note('inDefinition'),
};

function doubtsOf({ kind }: TranscribedRow, isReadOnce: boolean): readonly Doubt[] {
  if (kind === 'api-definition') return [DEFINED];
  return isReadOnce ? [READ_ONCE] : [];
}

const CUT_OFF: Doubt = {
  kind: 'transcribed',
  confidence: 'likely',
  note: note('dependenciesLost'),
};

function doubted(doubts: readonly Doubt[]): Pick<Entry, 'doubts'> {
  return doubts.length === 0 ? {} : { doubts };
}

function caseKey(row: TranscribedRow): string | undefined {
  return row.note.when === undefined ? undefined : ['when', row.title, ...row.endpoints].join('\n');
}

type Fields = Omit<Entry, 'line' | 'row'>;

/** What the operation of a row needs; nothing for a row of an identity table, which names no API. */
function needEntries(row: TranscribedRow, cases: readonly TranscribedRow[]): Fields[] {
  if (row.kind === 'identity-table') return [];
  const isIdentity = row.kind !== 'policy-table';
  const { title, name } = titleOf(row.title);
  const only = cases.length === 0;
  const all = [row, ...cases];
  const fields = {
    title,
    endpoints: row.endpoints,
    actions: only ? row.actions : [],
    dependencies: only ? dependenciesOf(row) : [],
    scenarios: only
      ? []
      : all.map((one) => ({
          when: one.note.when ?? '',
          actions: one.actions,
          dependencies: dependenciesOf(one),
        })),
    ...defined({
      apiName: name,
      discriminator: only ? row.note.when?.replace(/^body /, '') : undefined,
      noPermission: row.none ? (true as const) : undefined,
      identity: isIdentity ? (true as const) : undefined,
      scope: scopeOf(row),
      lostDependencies: all.some(({ unread }) => unread.has('dependencies')) ? (true as const) : undefined,
    }),
  };
  const { policyAction } = row.note;
  if (policyAction === undefined) return [fields];
  return [
    fields,
    defined({ ...fields, identity: undefined, actions: [policyAction], dependencies: [], scenarios: [] }),
  ];
}

/** Dependencies with dots for colons are written so on some pages, and mean the same. */
function dependenciesOf(row: TranscribedRow): readonly string[] {
  return row.dependencies.map((name) =>
    /^[\w*-]+(\.[\w*-]+){2}$/.test(name) ? name.replaceAll('.', ':') : name,
  );
}

/** What the row's actions are, each by itself. */
function describingEntries(row: TranscribedRow): Fields[] {
  if (row.kind === 'policy-table' || row.kind === 'identity-api-map') return [];
  return row.actions.map((action) => ({
    title: row.kind === 'identity-table' ? titleOf(row.title).title : '',
    endpoints: [],
    actions: [action],
    dependencies: [],
    scenarios: [],
    describes: 'action',
    ...defined({
      accessLevel: accessLevel(row.level),
      aliases: row.aliases.length === 0 ? undefined : row.aliases,
      unread: unreadOf(row),
    }),
    ...resourcesOf(row),
  }));
}

/** Keys beside one resource type hold for it; beside several, the transcript does not tell for which. */
function resourcesOf({ resourceTypes, conditionKeys, note }: TranscribedRow): Partial<Fields> {
  const [only, ...others] = resourceTypes;
  const isOne = only !== undefined && others.length === 0;
  const beside = isOne ? conditionKeys.filter((key) => !note.actionKeys.includes(key)) : [];
  const alone = conditionKeys.filter((key) => !beside.includes(key));
  const resources = resourceTypes.map((type) => ({
    type: type.replace(/\*$/, ''),
    required: type.endsWith('*'),
    conditionKeys: beside,
  }));
  return defined({
    resources: resources.length === 0 ? undefined : resources,
    conditionKeys: alone.length === 0 ? undefined : alone,
  });
}

function unreadOf({ unread }: TranscribedRow): readonly UnreadList[] | undefined {
  const lists = UNREAD_LISTS.filter(([column]) => unread.has(column)).map(([, list]) => list);
  return lists.length === 0 ? undefined : lists;
}

const UNREAD_LISTS = [
  ['aliases', 'aliases'],
  ['resource_types', 'resources'],
  ['condition_keys', 'condition_keys'],
] as const;

/** `修改云服务器 - UpdateServer`: the API's name follows the title, or stands alone. */
function titleOf(text: string): { readonly title: string; readonly name: string | undefined } {
  const [, title, name] = /^(?:(.*?)\s*-\s*)?([A-Z][a-z]+[A-Z]\w*)(?:\s*\([^()]*\))?$/.exec(text) ?? [];
  return name === undefined ? { title: text, name } : { title: title ?? '', name };
}

/** What the table marks as supported; a mark that is not there may have been lost. */
function scopeOf({ scope }: TranscribedRow): Entry['scope'] {
  if (scope === undefined) return undefined;
  const marked = (letter: string) => (scope.includes(letter) ? (true as const) : undefined);
  return defined({
    project: marked('p'),
    enterprise_project: marked('e'),
    resource: marked('i'),
    tag: marked('t'),
  });
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../../file-problem.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

const KINDS = ['policy-table', 'identity-table', 'identity-api-map', 'api-page', 'api-definition'] as const;

/** What a row was copied from; `catalog/README.md` says how each looks. */
export type TranscriptKind = (typeof KINDS)[number];

/** One row of the documentation, copied by hand. Lists are empty both where a cell says none and where it was not read. */
export interface TranscribedRow {
  /** Address of the page, without fragment. */
  readonly url: string;
  /** ISO date that the page bears; empty where it bears none. */
  readonly updated: string;
  readonly kind: TranscriptKind;
  /** Prefix of the row's action, as written. */
  readonly service: string;
  readonly title: string;
  readonly endpoints: readonly string[];
  readonly actions: readonly string[];
  /** The page says that no permission is needed. */
  readonly none: boolean;
  readonly dependencies: readonly string[];
  readonly level: string;
  /** `*` behind a type marks it required. */
  readonly resourceTypes: readonly string[];
  readonly conditionKeys: readonly string[];
  readonly aliases: readonly string[];
  /** Of `p` project, `e` enterprise project, `i` instance, `t` tag those that the table marks; undefined where it was not read. */
  readonly scope: readonly string[] | undefined;
  /** Columns that hold more than could be read. */
  readonly unread: ReadonlySet<TranscriptColumn>;
  readonly note: TranscriptNote;
  /** Line in its file, 1-based. */
  readonly line: number;
}

export interface TranscriptNote {
  /** The row itself is in doubt, not only a cell of it. */
  readonly doubtful: boolean;
  /** The page is older than others of the same operation. */
  readonly older: boolean;
  /** In which case of the operation the row holds. */
  readonly when: string | undefined;
  /** The 1.1 action of the same operation, where the page of an identity action tells it besides. */
  readonly policyAction: string | undefined;
  /** Condition keys that stand beside no resource type. */
  readonly actionKeys: readonly string[];
}

export const TRANSCRIPT_COLUMNS = [
  'url',
  'updated',
  'kind',
  'service',
  'title',
  'endpoint',
  'actions',
  'dependencies',
  'access_level',
  'resource_types',
  'condition_keys',
  'aliases',
  'scope',
  'note',
] as const;
export type TranscriptColumn = (typeof TRANSCRIPT_COLUMNS)[number];

/**
 * Every row of the `*.tsv` files of a folder.
 * @throws Problem code `file` or `catalog`, with file and line, where a file is not of the form.
 */
export function readTranscripts(folder: string): TranscribedRow[] {
  const names = guarded(folder, () => readdirSync(folder)).filter((name) => name.endsWith('.tsv'));
  return names.sort().flatMap((name) => readTranscript(readText(join(folder, name)), join(folder, name)));
}

/** @throws Problem code `catalog` with the file's name and the line. */
export function readTranscript(text: string, file: string): TranscribedRow[] {
  const [head, ...lines] = text.replace(/\n$/, '').split('\n');
  if (head !== TRANSCRIPT_COLUMNS.join('\t'))
    throw new Problem('catalog', say('transcriptColumns', { columns: TRANSCRIPT_COLUMNS }), {
      file,
      line: 1,
    });
  return lines.map((line, index) => {
    const fault = faultOf(line.split('\t'));
    if (fault !== undefined) throw new Problem('catalog', fault, { file, line: index + 2 });
    return rowOf(line.split('\t'), index + 2);
  });
}

function faultOf(cells: readonly string[]): string | undefined {
  if (cells.length !== TRANSCRIPT_COLUMNS.length)
    return say('transcriptCells', { count: cells.length, wanted: TRANSCRIPT_COLUMNS.length });
  const [url = '', updated = '', kind = ''] = cells;
  if (!/^https:\/\/[^\s#]+$/.test(url)) return say('noAddress');
  if (updated !== '' && !/^\d{4}-\d\d-\d\d$/.test(updated)) return say('noDate');
  if (!KINDS.some((known) => known === kind)) return say('transcriptKind', { kinds: KINDS });
  if (cells[6] === '') return say('noActionInRow');
  return undefined;
}

function rowOf(cells: readonly string[], line: number): TranscribedRow {
  const cell = (column: TranscriptColumn) => cells[TRANSCRIPT_COLUMNS.indexOf(column)] ?? '';
  const list = (column: TranscriptColumn) =>
    cell(column)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '' && item !== UNREAD);
  return {
    url: cell('url'),
    updated: cell('updated'),
    kind: cell('kind') as TranscriptKind,
    service: cell('service'),
    title: cell('title'),
    endpoints: list('endpoint'),
    actions: list('actions').filter((action) => action !== NONE),
    none: cell('actions') === NONE,
    dependencies: list('dependencies'),
    level: cell('access_level'),
    resourceTypes: list('resource_types'),
    conditionKeys: list('condition_keys'),
    aliases: list('aliases'),
    scope: cell('scope') === '' || cell('scope') === UNREAD ? undefined : list('scope'),
    unread: new Set(TRANSCRIPT_COLUMNS.filter((column) => isUnread(column, cell(column)))),
    note: noteOf(cell('note')),
    line,
  };
}

/** The whole of a cell, or the last of its list: the cell holds more than could be read. */
const UNREAD = '?';
const NONE = 'none';

function isUnread(column: TranscriptColumn, cell: string): boolean {
  return column !== 'note' && /(^|,)\?$/.test(cell);
}

/** What of a note is read by the machine, part by part; the rest is for people. */
function noteOf(note: string): TranscriptNote {
  const parts = note.split('; ');
  const after = (label: string) =>
    parts.find((part) => part.startsWith(`${label}: `))?.slice(label.length + 2);
  return {
    doubtful: parts.includes('?'),
    older: parts.includes('older'),
    when: after('when'),
    policyAction: after('policy action'),
    actionKeys: after('action keys')?.split(',') ?? [],
  };
}

import type { Entry, TableRecord } from '../extraction-record.js';
import { generationNamed } from './authorization-words.js';

/** A table as it was read, with what its header says of the generation of policies that its actions are of. */
export interface ReadTable {
  readonly record: TableRecord;
  readonly generation?: 'identity' | 'policy' | 'both';
}

/**
 * Marks what operations need of identity policies. A table's header tells, then its caption or heading, then the page's
 * title. Where none of them does, a table of APIs beside one that describes actions is about identity policies, unless it
 * says where policies 1.1 can be narrowed to; so is one with actions without a resource type, which these do not know.
 */
export function withGenerations(tables: readonly ReadTable[], title: string): TableRecord[] {
  const ofPage = generationNamed(title);
  const describes = tables.some(({ record }) => record.entries.some((entry) => entry.describes === 'action'));
  return tables.map(({ record, generation }) => {
    const said = generation ?? generationNamed(record.caption ?? '') ?? ofPage;
    const isIdentity = said === undefined ? looksLikeIdentity(record, describes) : said === 'identity';
    return isIdentity ? { ...record, entries: record.entries.map(marked) } : record;
  });
}

function looksLikeIdentity({ entries }: TableRecord, describes: boolean): boolean {
  if (entries.some(({ scope }) => scope !== undefined)) return false;
  return describes || entries.some(({ actions }) => actions.some((action) => action.includes('::')));
}

function marked(entry: Entry): Entry {
  return entry.describes === undefined ? { ...entry, identity: true } : entry;
}

import { readLine } from '../cells/action-tokens.js';
import type { Entry, SkippedRow, TableRecord } from '../extraction-record.js';
import type { ApiSection } from './api-sections.js';
import { generationNamed, saysNoneNeeded } from './authorization-words.js';
import type { PageLine } from './page-lines.js';
import { defined } from '../../defined.js';
import { append } from '../../long-lists.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

const MAX_TEXT = 200;

/**
 * What the authorization part of an API's page says in words, as a table of its own with a row for each sentence: that
 * no permission is needed, or which one is. Undefined where no sentence says either.
 * @param index which table of the page it is to be
 * @param hasTable whether a table says what identity policies must allow
 */
export function statedNeeds(section: ApiSection, index: number, hasTable: boolean): TableRecord | undefined {
  const { authorization } = section;
  if (authorization === undefined) return undefined;
  const sentences = authorization.lines.filter(
    ({ text }) => generationNamed(text) !== undefined || saysNoneNeeded(text),
  );
  const entries: Entry[] = [];
  const skipped: SkippedRow[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const place = { line: sentence.line, row: at + 1 };
    const read = readSentence(sentence, section, hasTable);
    if (typeof read === 'string')
      skipped.push({ ...place, reason: read, text: sentence.text.slice(0, MAX_TEXT) });
    else
      append(
        entries,
        read.map((needs) => ({ ...place, ...needs })),
      );
  }
  if (entries.length === 0) return undefined;
  return {
    index,
    line: authorization.line,
    kind: 'api-permissions',
    caption: authorization.heading,
    rows: sentences.length,
    entries,
    skipped,
    words: true,
  };
}

type Needs = Omit<Entry, 'line' | 'row'>;

function readSentence({ text }: PageLine, section: ApiSection, hasTable: boolean): Needs[] | string {
  const generation = generationNamed(text);
  const none = saysNoneNeeded(text);
  const actions = none ? [] : actionsIn(text);
  if (!none && actions.length === 0) return say('namesNone');
  if (hasTable && generation !== 'policy') return say('tableSays');
  const policy: Needs = defined({
    title: section.title,
    endpoints: section.endpoints,
    actions,
    dependencies: [],
    scenarios: [],
    noPermission: none ? (true as const) : undefined,
    apiName: section.apiName ?? (section.endpoints.length === 0 ? section.title : undefined),
  });
  const identity: Needs = { ...policy, identity: true };
  if (generation === undefined) return [policy, identity];
  return [generation === 'policy' ? policy : identity];
}

function actionsIn(text: string): string[] {
  const named = readLine(text, new Set()).tokens.flatMap(({ action }) => action ?? []);
  return [...new Set(named)].filter((action) => !action.includes('*'));
}

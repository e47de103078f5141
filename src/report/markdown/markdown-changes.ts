import type { PhrasingContent, RootContent } from 'mdast';
import type { ChangeRecord, ChangesRecord } from '../../lint/results/change-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { changeEntry, changeLines, changesSentences, comparedWith } from '../change-lines.js';
import type { ChangeLine } from '../change-lines.js';
import { code, folded, heading, list, OPEN, paragraph, sentence, strong, words } from './mdast.js';

const say = speaker('report', en);

const MARKS: Readonly<Record<ChangeLine['weight'], string>> = { grant: '➕ ', break: '❌ ', note: '' };

/** What a pull request changes: a line for each workload or policy, and below it what is new, what breaks and what is gone. */
export function changeBlocks(changes: ChangesRecord | undefined): RootContent[] {
  if (changes === undefined) return [];
  const told = changesSentences(changes);
  return [
    heading(3, words(say('changesTitle'))),
    ...entryList(changes.entries),
    paragraph(...comparison(changes), words(told === '' ? '' : ` ${told}`)),
  ];
}

/** Workloads and policies that stand open. */
const SHOWN = OPEN * 2;

function entryList(entries: readonly ChangeRecord[]): RootContent[] {
  if (entries.length === 0) return [];
  const open = list(entries.slice(0, SHOWN).map(entryItem));
  if (entries.length <= SHOWN) return [open];
  const rest = list(entries.slice(SHOWN).map(entryItem));
  return [open, ...folded(say('moreEntries', { count: entries.length - SHOWN }), [rest])];
}

function comparison(changes: ChangesRecord): PhrasingContent[] {
  return sentence((place) => comparedWith(changes, { code: (text) => place(code(text)) }));
}

function entryItem(change: ChangeRecord): RootContent[] {
  const lines = changeLines(change);
  const head = sentence((place) =>
    changeEntry(change, {
      name: (text) => place(strong(code(text))),
      code: (text) => place(code(text)),
      words: (text) => place(words(text)),
    }),
  );
  return lines.length === 0 ? [paragraph(...head)] : [paragraph(...head), list(lines.map(lineItem))];
}

function lineItem({ label, weight, items }: ChangeLine): RootContent[] {
  const first = paragraph(
    ...sentence((place) =>
      say('firstItems', { label: `${MARKS[weight]}${label}`, items: items.map((item) => place(code(item))) }),
    ),
  );
  const count = items.length;
  if (count <= OPEN) return [first];
  return count <= MOST_NAMED
    ? [
        first,
        ...folded(say('allItems', { count }), [paragraph(...separated(items.map((item) => [code(item)])))]),
      ]
    : [first, ...folded(say('allItemsByService', { count }), [paragraph(...countsByService(items))])];
}

/** More names than these nobody reads, and a comment that is too long is cut. */
const MOST_NAMED = 150;

/** `ecs` 120, `evs` 11, … */
function countsByService(actions: readonly string[]): PhrasingContent[] {
  const counts = new Map<string, number>();
  for (const action of actions) {
    const service = action.replace(/:.*$/s, '');
    counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return separated([...counts].map(([service, number]) => [code(service), words(` ${number}`)]));
}

function separated(items: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return items.flatMap((item, index) => (index === 0 ? [...item] : [words(', '), ...item]));
}

import type { PhrasingContent, RootContent } from 'mdast';
import type { ChangeRecord, ChangesRecord } from '../../lint/results/lint-record.js';
import { changeHeadline, changeLines, changesSentence, shortCommit } from '../change-lines.js';
import type { ChangeLine } from '../change-lines.js';
import { code, folded, heading, list, OPEN, paragraph, strong, words } from './mdast.js';
import { count } from '../summary.js';

const MARKS: Readonly<Record<ChangeLine['weight'], string>> = { grant: '➕ ', break: '❌ ', note: '' };

/** What a pull request changes: a line for each workload or policy, and below it what is new, what breaks and what is gone. */
export function changeBlocks(changes: ChangesRecord | undefined): RootContent[] {
  if (changes === undefined) return [];
  const { entries } = changes;
  const told = changesSentence(changes);
  return [
    heading(3, words('What changes')),
    ...(entries.length === 0 ? [] : [list(entries.slice(0, SHOWN).map(entryItem))]),
    ...(entries.length > SHOWN
      ? folded(
          `and ${count(entries.length - SHOWN, 'more workload or policy', 'more workloads and policies')}`,
          [list(entries.slice(SHOWN).map(entryItem))],
        )
      : []),
    paragraph(
      words('Compared with '),
      code(changes.since),
      ...(changes.commit === changes.since ? [] : [words(' ('), code(shortCommit(changes)), words(')')]),
      words(told === '' ? '.' : `. ${told}`),
    ),
  ];
}

/** Workloads and policies that stand open. */
const SHOWN = OPEN * 2;

function entryItem(change: ChangeRecord): RootContent[] {
  const policies =
    change.kind === 'workload'
      ? change.policies.flatMap((policy, index) => [words(index === 0 ? ' · ' : ', '), code(policy)])
      : [];
  const formerly =
    change.formerly === undefined ? [] : [words(' (formerly '), code(change.formerly), words(')')];
  const lines = changeLines(change);
  return [
    paragraph(strong(code(change.name)), ...policies, ...formerly, words(` ${changeHeadline(change)}`)),
    ...(lines.length === 0 ? [] : [list(lines.map((line) => lineItem(line)))]),
  ];
}

function lineItem({ label, weight, items }: ChangeLine): RootContent[] {
  const head = words(`${MARKS[weight]}${label}: `);
  if (items.length <= OPEN) return [paragraph(head, ...codes(items))];
  const all = items.length <= MOST_NAMED ? codes(items) : countsByService(items);
  return [
    paragraph(head, ...codes(items.slice(0, OPEN)), words(` and ${items.length - OPEN} more`)),
    ...folded(`all ${items.length}${items.length <= MOST_NAMED ? '' : ', by service'}`, [paragraph(...all)]),
  ];
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
  return [...counts].flatMap(([service, number], index) => [
    ...(index === 0 ? [] : [words(', ')]),
    code(service),
    words(` ${number}`),
  ]);
}

function codes(items: readonly string[]): PhrasingContent[] {
  return items.flatMap((item, index) => [...(index === 0 ? [] : [words(', ')]), code(item)]);
}

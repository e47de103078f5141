import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ChangeRecord, ChangesRecord } from '../../lint/results/lint-record.js';
import { changeHeadline, changeLines, changesSentence, shortCommit } from '../change-lines.js';
import { printable } from '../printable.js';

/** What is different from another revision. */
export function changesSection(changes: ChangesRecord | undefined): Element[] {
  if (changes === undefined) return [];
  const commit =
    changes.commit === changes.since ? [] : [' (', h('code', printable(shortCommit(changes))), ')'];
  return [
    h('section', [
      h('h2', 'What changes'),
      ...(changes.entries.length === 0 ? [] : [h('ul', changes.entries.map(entryItem))]),
      h('p', [
        'Compared with ',
        h('code', printable(changes.since)),
        ...commit,
        `. ${changesSentence(changes)}`,
      ]),
    ]),
  ];
}

function entryItem(change: ChangeRecord): Element {
  const lines = changeLines(change);
  const policies =
    change.kind === 'workload' && change.policies.length > 0 ? [' · ', ...codes(change.policies)] : [];
  const formerly =
    change.formerly === undefined ? [] : [' (formerly ', h('code', printable(change.formerly)), ')'];
  return h('li', [
    h('strong', h('code', printable(change.name))),
    ...policies,
    ...formerly,
    ` ${changeHeadline(change)}`,
    ...(lines.length === 0
      ? []
      : [
          h(
            'ul',
            lines.map(({ label, weight, items }) =>
              h('li', [
                h('span', { className: weight === 'break' ? ['short'] : [] }, `${label}: `),
                ...codes(items),
              ]),
            ),
          ),
        ]),
  ]);
}

function codes(items: readonly string[]): (Element | string)[] {
  return items.flatMap((item, index) => [...(index === 0 ? [] : [', ']), h('code', printable(item))]);
}

import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ChangeRecord, ChangesRecord } from '../../lint/results/change-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { changeEntry, changeLines, changesSentences, comparedWith } from '../change-lines.js';
import type { ChangeLine } from '../change-lines.js';
import { code, sentence, words } from './html-parts.js';

const say = speaker('report', en);

/** What is different from another revision. */
export function changesSection(changes: ChangesRecord | undefined): Element[] {
  if (changes === undefined) return [];
  const entries = changes.entries.map(entryItem);
  return [
    h('section', { id: 'changes' }, [
      h('h2', say('changesTitle')),
      ...(entries.length === 0 ? [] : [h('ul', entries)]),
      h('p', [...comparison(changes), words(` ${changesSentences(changes)}`)]),
    ]),
  ];
}

function comparison(changes: ChangesRecord): ElementContent[] {
  return sentence((place) => comparedWith(changes, { code: (text) => place(code(text)) }));
}

function entryItem(change: ChangeRecord): Element {
  const lines = changeLines(change).map(lineItem);
  const head = sentence((place) =>
    changeEntry(change, {
      name: (text) => place(h('strong', code(text))),
      code: (text) => place(code(text)),
      words: (text) => place(words(text)),
    }),
  );
  return h('li', lines.length === 0 ? head : [...head, h('ul', lines)]);
}

function lineItem({ label, weight, items }: ChangeLine): Element {
  const head = h('span', { className: weight === 'break' ? ['short'] : [] }, label);
  return h(
    'li',
    sentence((place) => say('items', { label: place(head), items: items.map((item) => place(code(item))) })),
  );
}

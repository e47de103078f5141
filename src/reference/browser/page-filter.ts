import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { announce, make } from './dom.js';

const say = speaker('reference-search', en);

/** A field that narrows a long page to the entries that hold every word. */
export function addPageFilter(main: HTMLElement): void {
  const groups = readGroups(main);
  const entries = groups.flatMap((group) => group.entries);
  const head = main.querySelector('h2');
  if (entries.length < 8 || head === null) return;
  const field = make('input', {
    type: 'search',
    id: 'page-filter',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const count = make('span', { class: 'count' }, `${entries.length}`);
  const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
  field.addEventListener('input', () => {
    const words = field.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    let shown = 0;
    for (const group of groups) {
      const matching = group.entries.filter((entry) =>
        words.every((word) => texts.get(entry)?.includes(word)),
      );
      for (const entry of group.entries) entry.hidden = !matching.includes(entry);
      group.heading.hidden = matching.length === 0;
      shown += matching.length;
    }
    count.textContent =
      words.length === 0 ? `${entries.length}` : say('shownOf', { shown, all: entries.length });
    announce(say('shown', { count: shown }));
  });
  head.before(
    make('div', { class: 'page-filter' }, make('label', { for: 'page-filter' }, say('filter')), field, count),
  );
}

interface Group {
  readonly heading: HTMLElement;
  readonly entries: HTMLElement[];
}

function readGroups(main: HTMLElement): Group[] {
  const groups: Group[] = [];
  for (const child of main.children) {
    if (!(child instanceof HTMLElement)) continue;
    if (child.tagName === 'H2') groups.push({ heading: child, entries: [] });
    else if (child.tagName === 'SECTION') groups.at(-1)?.entries.push(child);
  }
  return groups.filter((group) => group.entries.length > 0);
}

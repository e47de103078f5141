import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { announce, make } from './dom.js';

const say = speaker('reference-search', en);

/** What the long tables of a page can do with a script: those of a service are sorted and filtered, of two clouds compared. */
export function addRowTools(main: HTMLElement): void {
  const { kind } = document.body.dataset;
  for (const one of main.querySelectorAll<HTMLTableElement>('.scroll > table')) nameCells(one);
  const table = main.querySelector<HTMLTableElement>('.scroll > table');
  if (table === null) return;
  if (kind === 'table') {
    addFilter(table);
    addSorting(table);
  }
  if (kind === 'compare') addDifferences(table);
}

/** On a narrow screen each cell is a line of its own, which says what it is about. */
function nameCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent);
  for (const row of rowsOf(table))
    for (const [column, cell] of [...row.cells].entries())
      if (column > 0) cell.dataset['head'] = heads[column] ?? '';
}

/** A field that leaves the rows that hold every word. */
function addFilter(table: HTMLTableElement): void {
  const rows = rowsOf(table).map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const field = make('input', { type: 'search', id: 'row-filter', autocomplete: 'off', spellcheck: 'false' });
  const count = make('span', { class: 'count' }, String(rows.length));
  field.addEventListener('input', () => {
    const words = field.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(word));
    const shown = rows.filter(({ row }) => !row.hidden).length;
    count.textContent = say('shownOf', { shown, all: rows.length });
    announce(say('shown', { count: shown }));
  });
  const label = make('label', { for: 'row-filter' }, say('filterRows'));
  table.parentElement?.before(make('div', { class: 'page-filter' }, label, field, count));
}

/** A button in each heading; a second click turns the order round. */
function addSorting(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = table.tBodies[0];
  if (body === undefined) return;
  for (const [column, head] of heads.entries()) {
    const name = head.textContent;
    const button = make('button', { type: 'button', class: 'sort' }, name);
    button.addEventListener('click', () => {
      const descending = head.getAttribute('aria-sort') === 'ascending';
      const sorted = rowsOf(table)
        .map((row) => ({ row, text: row.cells[column]?.textContent ?? '' }))
        // What says nothing comes last, whatever the order.
        .sort(
          (a, b) =>
            Number(a.text === '') - Number(b.text === '') || (descending ? -1 : 1) * compare(a.text, b.text),
        );
      for (const one of heads) one.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      body.append(...sorted.map(({ row }) => row));
      announce(say('sortedBy', { column: name }));
    });
    head.replaceChildren(button);
  }
}

const COLLATOR = new Intl.Collator(['en', 'zh'], { numeric: true });

function compare(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

/** A box that leaves the endpoints for which the clouds need different actions. */
function addDifferences(table: HTMLTableElement): void {
  const same = table.querySelectorAll<HTMLTableRowElement>('tr[data-same]');
  if (same.length === 0) return;
  const box = make('input', { type: 'checkbox', id: 'only-differences' });
  box.addEventListener('change', () => {
    for (const row of same) row.hidden = box.checked;
    announce(say('shown', { count: rowsOf(table).length - (box.checked ? same.length : 0) }));
  });
  const label = make('label', { for: 'only-differences' }, say('onlyDifferences'));
  table.parentElement?.before(make('p', { class: 'only-differences' }, box, ' ', label));
}

function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...(table.tBodies[0]?.rows ?? [])];
}

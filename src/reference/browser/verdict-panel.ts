import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import type { ParseProblem } from '../../policy/syntax/reading.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { judgeText } from '../builder/judge-text.js';
import { verdictRows } from '../builder/verdict-rows.js';
import type { VerdictRow } from '../builder/verdict-rows.js';
import { announce, make } from './dom.js';

const say = speaker('reference-builder', en);

export interface VerdictPanel {
  readonly element: HTMLElement;
  show(catalog: Catalog, operations: readonly Operation[]): void;
}

/** A field for a policy, and what the analysis says of it against the picked operations. */
export function verdictPanel(): VerdictPanel {
  let current: { readonly catalog: Catalog; readonly operations: readonly Operation[] } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const area = make('textarea', {
    id: 'policy-text',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: '{ "Version": "1.1", "Statement": [ … ] }',
  });
  const results = make('div', { class: 'panel', id: 'verdict' });
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 200);
  });
  const element = make(
    'div',
    { class: 'panel check' },
    make('h2', {}, say('check')),
    make(
      'div',
      { class: 'panel' },
      make('label', { for: 'policy-text', class: 'search-label' }, say('paste')),
      area,
    ),
    results,
  );
  return {
    element,
    show: (catalog, operations) => {
      current = { catalog, operations };
      draw();
    },
  };

  function draw(): void {
    if (current === undefined) return;
    results.replaceChildren(...verdictOf(area.value, current.catalog, current.operations));
    if (area.value.trim() !== '') announce(results.querySelector('p')?.textContent ?? '');
  }
}

function verdictOf(text: string, catalog: Catalog, operations: readonly Operation[]): Node[] {
  const judgement = judgeText(text, catalog, operations);
  switch (judgement.status) {
    case 'empty':
      return [make('p', { class: 'soft' }, say('judgedHere'))];
    case 'unreadable':
      return [make('p', {}, say('unreadable')), problemList(judgement.problems)];
    case 'no-policy':
      return [make('p', {}, say('noPolicy', { reason: judgement.reason }))];
    case 'judged': {
      const rows = verdictRows(judgement.verdict);
      return [make('p', {}, summaryOf(rows, operations.length)), rowList(rows)];
    }
  }
}

function problemList(problems: readonly ParseProblem[]): HTMLElement {
  const items = problems.map(({ line, column, message }) => say('problem', { line, column, message }));
  return make('ul', { class: 'verdict' }, ...items.map((item) => make('li', {}, item)));
}

function summaryOf(rows: readonly VerdictRow[], operations: number): string {
  if (operations === 0) return say('noApiPicked');
  const count = rows.filter((row) => row.state !== 'granted' && row.state !== 'no-permission').length;
  return count === 0 ? say('covered') : say('findings', { count });
}

function rowList(rows: readonly VerdictRow[]): HTMLElement {
  const items = rows.map(({ state, subject, detail }) => {
    const label = make('span', { class: `state ${state}` }, say(state));
    return make(
      'li',
      { 'data-state': state },
      make('span', {}, label, ' ', make('code', {}, subject)),
      make('span', { class: 'soft' }, detail),
    );
  });
  return make('ul', { class: 'verdict' }, ...items);
}

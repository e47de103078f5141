import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { judgeText } from '../builder/judge-text.js';
import { verdictRows } from '../builder/verdict-rows.js';
import { announce, make } from './dom.js';

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
    make('h2', {}, 'Check a policy'),
    make(
      'div',
      { class: 'panel' },
      make('label', { for: 'policy-text', class: 'search-label' }, 'Paste a policy, JSON or YAML'),
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
      return [make('p', { class: 'soft' }, 'It is judged against the picked APIs, in this page.')];
    case 'unreadable':
      return [
        make('p', {}, 'This cannot be read.'),
        make(
          'ul',
          { class: 'verdict' },
          ...judgement.problems.map((problem) =>
            make('li', {}, `Line ${problem.line}, column ${problem.column}: ${problem.message}`),
          ),
        ),
      ];
    case 'no-policy':
      return [make('p', {}, `This is no policy: ${judgement.reason}.`)];
    case 'judged': {
      const rows = verdictRows(judgement.verdict);
      const wrong = rows.filter((row) => row.state !== 'granted' && row.state !== 'no-permission').length;
      const summary =
        operations.length === 0
          ? 'No API is picked, so nothing is needed.'
          : wrong === 0
            ? 'The policy covers exactly what is needed.'
            : `${wrong} ${wrong === 1 ? 'finding' : 'findings'}.`;
      return [
        make('p', {}, summary),
        make(
          'ul',
          { class: 'verdict' },
          ...rows.map((row) =>
            make(
              'li',
              { 'data-state': row.state },
              make(
                'span',
                {},
                make('span', { class: `state ${row.state}` }, LABELS[row.state]),
                ' ',
                make('code', {}, row.subject),
              ),
              make('span', { class: 'soft' }, row.detail),
            ),
          ),
        ),
      ];
    }
  }
}

const LABELS: Readonly<Record<ReturnType<typeof verdictRows>[number]['state'], string>> = {
  granted: 'Granted',
  'no-permission': 'No permission needed',
  missing: 'Missing',
  denied: 'Denied',
  conditional: 'Conditional',
  excess: 'Excess',
  unproven: 'Unproven',
};

import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import type { ParseProblem } from '../../policy/syntax/reading.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { judgeText, syntaxOf } from '../builder/judge-text.js';
import { verdictRows } from '../builder/verdict-rows.js';
import type { VerdictRow } from '../builder/verdict-rows.js';
import { announce, make } from './dom.js';

const say = speaker('reference-builder', en);

/** What the rules say of a text; they stand in another room. */
export type LintText = (
  text: string,
  syntax: 'jsonc' | 'yaml',
  for_: { readonly catalog: Catalog; readonly operations: readonly Operation[] },
) => readonly TextFinding[];

interface TextFinding {
  readonly rule: string;
  readonly category: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface VerdictPanel {
  readonly element: HTMLElement;
  show(catalog: Catalog, operations: readonly Operation[]): void;
}

/** A field for a policy, and what the analysis says of it against the picked operations. */
export function verdictPanel(lint: LintText): VerdictPanel {
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
    results.replaceChildren(...verdictOf(area.value, current, lint));
    if (area.value.trim() !== '') announce(results.querySelector('p')?.textContent ?? '');
  }
}

interface Current {
  readonly catalog: Catalog;
  readonly operations: readonly Operation[];
}

function verdictOf(text: string, current: Current, lint: LintText): Node[] {
  const { catalog, operations } = current;
  const judgement = judgeText(text, catalog, operations);
  switch (judgement.status) {
    case 'empty':
      return [make('p', { class: 'soft' }, say('judgedHere'))];
    case 'unreadable':
      return [make('p', {}, say('unreadable')), problemList(judgement.problems)];
    case 'no-policy':
      return [make('p', {}, say('noPolicy', { reason: judgement.reason }))];
    case 'judged': {
      const findings = lint(text, syntaxOf(text), current);
      const rows = verdictRows(judgement.verdict);
      // What the cloud does not take as it stands grants nothing, whatever it says.
      const isRefused = findings.some(
        ({ category, severity }) => category === 'validity' && severity === 'error',
      );
      const shown = isRefused ? rows.filter(({ state }) => state !== 'granted') : rows;
      const summary = isRefused ? say('refusedAsItStands') : summaryOf(rows, operations.length);
      const told = findings.filter((finding) => !isInVerdict(finding));
      return [make('p', {}, summary), ...findingLists(told), rowList(shown)];
    }
  }
}

/** What the verdict shows of the calls that are picked, call by call. */
function isInVerdict({ rule }: TextFinding): boolean {
  return IN_VERDICT.has(rule);
}

const IN_VERDICT: ReadonlySet<string> = new Set([
  'missing-action',
  'missing-dependency',
  'denied-action',
  'conditional-action',
  'excess-action',
  'partial-scenario',
  'unproven-grant',
]);

/** What the rules find in the text itself; each leads to the page of its rule. */
function findingLists(findings: readonly TextFinding[]): HTMLElement[] {
  if (findings.length === 0) return [];
  const items = findings.map(({ rule, severity, message, line, column }) =>
    make(
      'li',
      { 'data-rule': rule },
      make('span', {}, make('span', { class: `state ${severity}` }, say(severity)), ' ', message),
      make(
        'span',
        { class: 'soft' },
        say('atPlace', { line, column }),
        ' · ',
        make('a', { href: `rules/${rule}.html` }, rule),
      ),
    ),
  );
  return [make('ul', { class: 'verdict rules' }, ...items)];
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

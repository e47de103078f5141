import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { LintRecord, WorkloadRecord } from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report-overview.js';
import { speaker } from '../../wording/speaker.js';
import { classesOf } from '../finding-classes.js';
import { isTroubled, POLICY_COLUMNS, policyNumbers } from '../run-overview.js';
import type { Overview, PolicyRow } from '../run-overview.js';
import { printable } from '../printable.js';
import type { ReportInput } from '../report-input.js';
import { shownWorkloads } from '../shown-workloads.js';
import { code, sentence, words } from './html-parts.js';

const say = speaker('report-overview', en);

/** Names of places within the page. */
export interface Anchors {
  readonly ofWorkload: (workload: WorkloadRecord) => string | undefined;
  /** Of a file that no manifest covers: where its first finding stands. */
  readonly ofFile: (path: string) => string | undefined;
}

export function anchorsOf({ policies }: Overview): Anchors {
  const names = new Map<WorkloadRecord | string, string>();
  for (const [index, { workload, files }] of shownRows(policies).entries())
    names.set(workload ?? files[0] ?? '', `policy-${String(index + 1)}`);
  return { ofWorkload: (workload) => names.get(workload), ofFile: (path) => names.get(path) };
}

/** The place of a rule's findings of a class, by the order of the rules: what a rule is called is not ours to trust. */
export function ruleAnchor(className: string, { rules }: Overview, rule: string): string {
  return `${className}-${String(rules.findIndex((row) => row.rule === rule) + 1)}`;
}

/** A line for dangers, one for errors, one for warnings: each rule with how often it found something. */
export function classList(overview: Overview, input: ReportInput): Element[] {
  const items = classesOf(input).flatMap(({ name, countOf }) => {
    const rules = overview.rules.flatMap((row) => {
      const count = countOf(row);
      return count === 0 ? [] : [{ rule: row.rule, count }];
    });
    if (rules.length === 0) return [];
    const line = sentence((place) =>
      say(`${name}Are`, {
        rules: rules.map(({ rule, count }) =>
          place(
            h('a', { href: `#${ruleAnchor(name, overview, rule)}` }, code(rule)),
            words(` ${String(count)}`),
          ),
        ),
      }),
    );
    return [h('li', { className: [name] }, line)];
  });
  return items.length === 0 ? [] : [h('ul', { className: ['classes'] }, items)];
}

/** Where to find what. */
export function contents(overview: Overview, input: ReportInput): Element[] {
  const { record } = input;
  const isThere = {
    changes: record.changes !== undefined,
    policies: shownRows(overview.policies).length > 0,
    ...Object.fromEntries(
      classesOf(input).map(({ name, countOf }) => [name, overview.rules.some((row) => countOf(row) > 0)]),
    ),
    workloads: shownWorkloads(record).length > 0,
    skipped: record.files.some((file) => file.checked === false && file.findings.length === 0),
  } as Readonly<Record<(typeof CONTENTS)[number], boolean>>;
  const links = CONTENTS.filter((name) => isThere[name]).map((name) =>
    h('li', h('a', { href: `#${name}` }, say(`${name}Title`))),
  );
  return links.length < 2 ? [] : [h('nav', { ariaLabel: say('contents') }, h('ul', links))];
}

const CONTENTS = ['changes', 'policies', 'dangers', 'errors', 'warnings', 'workloads', 'skipped'] as const;

/** A line for each policy, those that fall short first. */
export function policySection({ policies }: Overview, anchors: Anchors): Element[] {
  const rows = shownRows(policies);
  if (rows.length === 0) return [];
  const rest = rows.slice(SHOWN);
  return [
    h('section', { id: 'policies' }, [
      h('h2', say('policiesTitle')),
      policyTable(rows.slice(0, SHOWN), rows, anchors),
      ...(rest.length === 0
        ? []
        : [
            h('details', [
              h('summary', say('andPolicies', { count: rest.length })),
              policyTable(rest, rows, anchors),
            ]),
          ]),
    ]),
  ];
}

/** Lines that stand open. */
const SHOWN = 24;

function shownRows(policies: readonly PolicyRow[]): readonly PolicyRow[] {
  return policies.filter((row) => row.workload !== undefined || isTroubled(row));
}

/** @param all the rows that decide which columns there are. */
function policyTable(rows: readonly PolicyRow[], all: readonly PolicyRow[], anchors: Anchors): Element {
  const numbers = all.map(policyNumbers);
  // A column of which nobody knows anything says nothing.
  const columns = POLICY_COLUMNS.map((key, index) => ({ key, index })).filter(({ index }) =>
    numbers.some((row) => row[index] !== undefined),
  );
  const head = [say('policy'), ...columns.map(({ key }) => say(key))].map((name) =>
    h('th', { scope: 'col' }, name),
  );
  const body = rows.map((row) => {
    const own = policyNumbers(row);
    return h('tr', [
      h('th', { scope: 'row' }, policyCell(row, anchors)),
      ...columns.map(({ key, index }) => numberCell(key, own[index])),
    ]);
  });
  return h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: say('policiesTitle') }, [
    h('table', [h('thead', h('tr', head)), h('tbody', body)]),
  ]);
}

function policyCell({ policies, workload, files }: PolicyRow, anchors: Anchors): ElementContent[] {
  const anchor = workload === undefined ? anchors.ofFile(files[0] ?? '') : anchors.ofWorkload(workload);
  const names = (policies.length === 0 ? files : policies).flatMap((name, index) =>
    index === 0 ? [code(name)] : [words(', '), code(name)],
  );
  return anchor === undefined ? names : [h('a', { href: `#${anchor}` }, names)];
}

const BAD: ReadonlySet<string> = new Set(['missing', 'denied', 'dangerous']);

function numberCell(key: string, number: number | undefined): Element {
  const isBad = BAD.has(key) && (number ?? 0) > 0;
  return h(
    'td',
    { className: isBad ? ['number', 'short'] : ['number'] },
    number === undefined ? '–' : String(number),
  );
}

/** Chooses what is shown; the script shows it where there is one to hide anything. */
export function filterBar({ rules }: Overview, record: LintRecord): Element[] {
  const files = record.files.filter(({ findings }) => findings.length > 0).map(({ path }) => path);
  if (rules.length < 2 && files.length < 2) return [];
  return [
    h('div', { id: 'filter', role: 'search', hidden: true }, [
      choice('severity', say('bySeverity'), [
        ['danger', say('dangersTitle')],
        ['error', say('errorsTitle')],
        ['warning', say('warningsTitle')],
      ]),
      choice(
        'rule',
        say('byRule'),
        rules.map(({ rule }) => [printable(rule), printable(rule)] as const),
      ),
      choice(
        'policy',
        say('byPolicy'),
        files.map((path) => [printable(path), printable(path)] as const),
      ),
      h('output', { id: 'shown' }),
    ]),
  ];
}

function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): Element {
  return h('label', [
    `${label} `,
    h('select', { id: `by-${name}` }, [
      h('option', { value: '' }, say('any')),
      ...options.map(([value, text]) => h('option', { value }, text)),
    ]),
  ]);
}

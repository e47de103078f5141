import { greatest } from '../../long-lists.js';
import { en } from '../../wording/en/report-overview.js';
import { en as report } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { grantedIn, isTroubled, POLICY_COLUMNS, policyNumbers } from '../run-overview.js';
import type { Overview, PolicyRow, RuleRow } from '../run-overview.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';
import { shortfalls } from '../summary.js';
import { hanging } from './text-finding.js';
import type { Colors } from './text-finding.js';
import { displayWidth } from './text-width.js';

const say = speaker('report-overview', en);
const sayOfReport = speaker('report', report);

/** Fewer findings than these are seen without a table. */
const LEAST_COUNTED = 4;

/** Rows that are shown before the rest is only counted: both tables and the verdict are to fit on one screen. */
const MOST_POLICIES = 10;
const MOST_RULES = 16;

/** What stands between the findings and the verdict: a table apart from it, lines right above it. */
export interface TableText {
  readonly text: string;
  readonly isTable: boolean;
}

/** The tables below the findings: how each policy stands, and what each rule found. */
export function tableTexts(
  { rules, policies }: Overview,
  style: ReportStyle,
  colors: Colors,
): readonly TableText[] {
  const found = rules.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0);
  const isLong = found >= LEAST_COUNTED;
  return [
    ...policyTexts(policies, isLong, style, colors),
    ...(isLong && rules.length > 1 ? [{ text: ruleTable(rules, style, colors), isTable: true }] : []),
  ];
}

function ruleTable(rules: readonly RuleRow[], style: ReportStyle, colors: Colors): string {
  // No error and no danger is only counted.
  const grave = rules.filter(({ errors, dangerous }) => errors > 0 || dangerous).length;
  const shown = style.detail === 'verbose' ? rules : rules.slice(0, Math.max(MOST_RULES, grave));
  const hidden = rules.length - shown.length;
  return [
    ...numbersThenName(
      [say('errors'), say('warnings'), say('files'), say('fixable')],
      say('rule'),
      shown.map(({ rule, errors, warnings, files, fixable, dangerous }) => ({
        numbers: [errors, warnings, files, fixable],
        name: `${printable(rule)}${dangerous ? ` (${say('dangerous')})` : ''}`,
        tint: tintOf(errors > 0, dangerous, colors),
      })),
      style,
      colors,
    ),
    ...(hidden > 0 ? [colors.dim(say('moreRules', { count: hidden }))] : []),
  ].join('\n');
}

/** A table of several policies of which one at least is not as it should be; of one workload, and where all is well, a line for each. */
function policyTexts(
  policies: readonly PolicyRow[],
  isLong: boolean,
  style: ReportStyle,
  colors: Colors,
): readonly TableText[] {
  const judged = policies.filter(({ workload }) => workload !== undefined);
  const told = policies.filter((row) => row.workload !== undefined || isTroubled(row));
  if (told.length > 1 && told.some(isTroubled) && (isLong || judged.length > 1))
    return [{ text: policyTable(told, style, colors), isTable: true }];
  if (judged.length === 0) return [];
  const shown = style.detail === 'verbose' ? judged : judged.slice(0, MOST_POLICIES);
  const hidden = judged.length - shown.length;
  const lines = shown.flatMap((row) => hanging('', '  ', workloadLine(row), style));
  if (hidden > 0) lines.push(colors.dim(say('moreWorkloads', { count: hidden })));
  return [{ text: lines.join('\n'), isTable: false }];
}

function policyTable(policies: readonly PolicyRow[], style: ReportStyle, colors: Colors): string {
  const shown = style.detail === 'verbose' ? policies : policies.slice(0, MOST_POLICIES);
  const hidden = policies.length - shown.length;
  return [
    ...numbersThenName(
      POLICY_COLUMNS.map((key) => say(key)),
      say('policy'),
      shown.map((row) => ({
        numbers: policyNumbers(row),
        name: nameOf(row),
        tint: tintOf(row.errors > 0, row.dangerous > 0, colors),
      })),
      style,
      colors,
    ),
    ...(hidden > 0 ? [colors.dim(say('morePolicies', { count: hidden }))] : []),
  ].join('\n');
}

function nameOf({ policies, workload }: PolicyRow): string {
  const names = policies.map(printable);
  if (workload?.deduced === true) return names.join(', ');
  if (workload !== undefined && names.length === 0) return printable(workload.manifest);
  return workload === undefined
    ? names.join(', ')
    : say('judged', { policies: names, manifest: printable(workload.manifest) });
}

/** `app.apis.yaml (app.json): 5 calls, 3 granted; 1 action missing and 1 unproven` */
function workloadLine({ workload, ...row }: PolicyRow): string {
  if (workload === undefined) return '';
  const granted = grantedIn({ workload, ...row }) ?? 0;
  const policies = workload.policies.map(printable).join(', ');
  return sayOfReport('workloadLine', {
    workload: workload.deduced === true ? policies : `${printable(workload.manifest)} (${policies})`,
    calls: workload.calls,
    granted,
    whole: granted === workload.calls,
    short: shortfalls(workload),
  });
}

interface Row {
  /** Undefined for what nobody knows. */
  readonly numbers: readonly (number | undefined)[];
  readonly name: string;
  readonly tint: (text: string) => string;
}

/** Names may be of any length: they stand last, and go on below themselves. */
function numbersThenName(
  heads: readonly string[],
  nameHead: string,
  rows: readonly Row[],
  style: ReportStyle,
  colors: Colors,
): readonly string[] {
  // A column of which nobody knows anything says nothing.
  const known = heads.map((_, column) => rows.some(({ numbers }) => numbers[column] !== undefined));
  if (known.includes(false)) {
    const kept = <Item>(items: readonly Item[]): readonly Item[] =>
      items.filter((_, column) => known[column]);
    const narrower = rows.map(({ numbers, ...row }) => ({ ...row, numbers: kept(numbers) }));
    return numbersThenName(kept(heads), nameHead, narrower, style, colors);
  }
  const widths = heads.map((head, column) =>
    greatest([displayWidth(head), ...rows.map(({ numbers }) => shown(numbers[column]).length)]),
  );
  const indent = widths.reduce((sum, width) => sum + width + 2, 0);
  const head = heads.map((text, column) => `${padded(text, widths[column] ?? 0)}  `).join('');
  return [
    colors.dim(`${head}${nameHead}`),
    ...rows.flatMap(({ numbers, name, tint }) => {
      const first = numbers
        .map((number, column) => {
          const text = `${padded(shown(number), widths[column] ?? 0)}  `;
          return number === 0 || number === undefined ? colors.dim(text) : text;
        })
        .join('');
      const [line = '', ...rest] = hanging('', ' '.repeat(indent), name, style);
      return [`${first}${tint(line)}`, ...rest];
    }),
  ];
}

function padded(text: string, width: number): string {
  return `${' '.repeat(width - displayWidth(text))}${text}`;
}

function shown(number: number | undefined): string {
  return number === undefined ? '–' : String(number);
}

function tintOf(isError: boolean, isDangerous: boolean, colors: Colors): (text: string) => string {
  if (isError) return colors.red;
  return isDangerous ? colors.yellow : (text) => text;
}

import { insideOf } from '../inside.js';
import type { PhrasingContent, RootContent } from 'mdast';
import type { FileRecord, Finding } from '../../lint/results/lint-record.js';
import { en as overview } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { reasonsIn } from '../because-chain.js';
import { mostSevereFirst } from '../file-order.js';
import { classesOf } from '../finding-classes.js';
import { dangersOf } from '../run-overview.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { foldSame } from '../same-findings.js';
import type { SameElsewhere } from '../same-findings.js';
import { fileOf } from '../shown-workloads.js';
import type { Anchors } from './markdown-overview.js';
import {
  anchored,
  code,
  folded,
  heading,
  lineBreak,
  link,
  OPEN,
  place,
  prose,
  table,
  words,
} from './mdast.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overview);

/** Findings that a workload's sections tell already, with their reasons. */
const TOLD_BY_WORKLOAD: ReadonlySet<string> = new Set([
  'missing-action',
  'missing-dependency',
  'possibly-missing',
  'denied-action',
  'conditional-action',
  'excess-action',
  'unknown-api',
  'ambiguous-api',
]);

/** Places of one finding that are listed before the rest is only counted. */
const PLACES = 4;

interface Row {
  readonly file: FileRecord;
  readonly finding: Finding;
  readonly elsewhere: SameElsewhere | undefined;
}

/** What no workload tells: dangers and errors, with one of each rule open, and warnings, folded. */
export function findingSections(
  input: ReportInput,
  anchors: Anchors,
  style: ReportStyle,
): { readonly open: readonly RootContent[]; readonly folded: readonly RootContent[] } {
  const rows = rowsOf(input);
  const tableOf = tableWith(anchors, style);
  const [dangers = [], errors = [], warnings = []] = classesOf(input).map(({ holds }) =>
    rows.filter(({ finding }) => holds(finding)),
  );
  return {
    open: [...openSection('dangersTitle', dangers, tableOf), ...openSection('errorsTitle', errors, tableOf)],
    folded:
      warnings.length === 0
        ? []
        : folded(sayOfRun('moreWarnings', { count: countOf(warnings) }), [tableOf(warnings)]),
  };
}

function rowsOf(input: ReportInput): readonly Row[] {
  const { record } = input;
  const judged = new Set(
    record.workloads.flatMap(({ manifest, policies }) => [manifest, ...policies.map(fileOf)]),
  );
  const files = mostSevereFirst(
    record.files.map((file) => ({
      ...file,
      findings: file.findings.filter(({ rule }) => !(judged.has(file.path) && TOLD_BY_WORKLOAD.has(rule))),
    })),
    dangersOf(input),
  );
  const fold = foldSame(files, reasonsIn(record));
  return files.flatMap((file) =>
    file.findings.flatMap((finding) => {
      const elsewhere = fold(finding);
      if (elsewhere === 'shown') return [];
      return { file, finding, elsewhere: elsewhere === 'alone' ? undefined : elsewhere };
    }),
  );
}

function openSection(
  title: 'dangersTitle' | 'errorsTitle',
  rows: readonly Row[],
  tableOf: (rows: readonly Row[]) => RootContent,
): RootContent[] {
  if (rows.length === 0) return [];
  const head = heading(3, words(sayOfRun(title)));
  if (rows.length <= OPEN) return [head, tableOf(rows)];
  // One of each rule comes first, so that none is seen only by who unfolds the rest.
  const first = new Set(new Map(rows.toReversed().map((row) => [row.finding.rule, row])).values());
  const ordered = [...rows.filter((row) => first.has(row)), ...rows.filter((row) => !first.has(row))];
  const shown = Math.max(first.size, OPEN);
  const rest = ordered.slice(shown);
  return [
    head,
    tableOf(ordered.slice(0, shown)),
    ...(rest.length === 0 ? [] : folded(say('moreFindings', { count: countOf(rest) }), [tableOf(rest)])),
  ];
}

/** Those that are folded into one count, too. */
function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { elsewhere }) => sum + 1 + (elsewhere?.places.length ?? 0), 0);
}

/** Makes tables of findings; the first row of each file has its anchor. */
function tableWith(anchors: Anchors, style: ReportStyle): (rows: readonly Row[]) => RootContent {
  const used = new Set<string>();
  const anchorOf = (path: string): string | undefined => {
    const anchor = anchors.ofFile(path);
    if (anchor === undefined || used.has(anchor)) return undefined;
    used.add(anchor);
    return anchor;
  };
  return (rows) =>
    table(
      [say('columnWhere'), say('columnFinding'), say('columnRule')],
      rows.map((row) => findingRow(row, anchorOf, style)),
    );
}

function findingRow(
  { file, finding, elsewhere }: Row,
  anchorOf: (path: string) => string | undefined,
  style: ReportStyle,
): PhrasingContent[][] {
  const doubt = [words(say('doubt', { confidence: finding.confidence }))];
  const others = elsewhere?.places ?? [];
  const anchors = [file, ...others].flatMap(({ path }) => anchorOf(path) ?? []);
  return [
    [
      ...anchors.flatMap(anchored),
      ...place(file.path, finding.line, style),
      ...others.slice(0, PLACES - 1).flatMap(({ path, line }) => [lineBreak, ...place(path, line, style)]),
      ...(others.length < PLACES
        ? []
        : [lineBreak, words(say('more', { count: others.length - PLACES + 1 }))]),
    ],
    [
      words(finding.severity === 'error' ? '❌ ' : '⚠️ '),
      ...prose(finding.message),
      ...doubt,
      ...insideOf(file.path, finding).flatMap((inside) => [lineBreak, code(inside)]),
    ],
    link(finding.url, code(finding.rule)),
  ];
}

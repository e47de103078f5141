import type { PhrasingContent, RootContent } from 'mdast';
import type { FileRecord, Finding, LintRecord } from '../../lint/results/lint-record.js';
import { changeBlocks } from './markdown-changes.js';
import { findingIndex, workloadBlocks } from './markdown-workload.js';
import {
  code,
  folded,
  link,
  OPEN,
  paragraph,
  place,
  prose,
  strong,
  table,
  words,
  writeMarkdown,
} from './mdast.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { caveats, count, hasNews, shownWorkloads, verdictSentence } from '../summary.js';

/** Findings that a workload's sections tell already, with their reasons. */
const TOLD_BY_WORKLOAD: ReadonlySet<string> = new Set([
  'missing-action',
  'denied-action',
  'conditional-action',
  'excess-action',
  'unknown-api',
  'ambiguous-api',
]);

/**
 * The report for a pull request: what it changes where that is known, the verdict in one line, a table for each workload, then what is missing, in excess and
 * unproven with reasons and links, then all other findings. Empty where there is nothing to say.
 */
export function* renderMarkdown({ record }: ReportInput, style: ReportStyle): Generator<string> {
  if (!hasNews(record)) return;
  const pages = findingIndex(record);
  // A workload begins with a heading, so that what stands before it does not bear on how it is written.
  yield writeMarkdown([
    ...changeBlocks(record.changes),
    paragraph(words(mark(record)), strong(words(verdictSentence(record)))),
  ]);
  for (const workload of shownWorkloads(record))
    yield `\n${writeMarkdown(workloadBlocks(workload, pages, style))}`;
  const rest = [
    ...otherFindings(record, style),
    ...caveats(record).map((caveat) => paragraph(words(caveat))),
  ];
  if (rest.length > 0) yield `\n${writeMarkdown(rest)}`;
}

function mark({ summary }: LintRecord): string {
  if (summary.errors > 0) return '❌ ';
  return summary.warnings > 0 ? '⚠️ ' : '✅ ';
}

function otherFindings(record: LintRecord, style: ReportStyle): RootContent[] {
  const judged = new Set(
    record.workloads.flatMap((workload) => [
      workload.manifest,
      ...workload.policies.map((policy) => policy.replace(/#.*$/s, '')),
    ]),
  );
  const rows = record.files.flatMap((file) =>
    file.findings
      .filter((finding) => !(judged.has(file.path) && TOLD_BY_WORKLOAD.has(finding.rule)))
      .map((finding) => findingRow(file, finding, style)),
  );
  if (rows.length === 0) return [];
  const findings = table(['Where', 'Finding', 'Rule'], rows);
  return rows.length > OPEN
    ? folded(count(rows.length, 'more finding'), [findings])
    : [paragraph(strong(words('Other findings'))), findings];
}

function findingRow(file: FileRecord, finding: Finding, style: ReportStyle): PhrasingContent[][] {
  const doubt = finding.confidence === 'certain' ? [] : [words(` (${finding.confidence})`)];
  return [
    place(file.path, finding.line, style),
    [words(finding.severity === 'error' ? '❌ ' : '⚠️ '), ...prose(finding.message), ...doubt],
    link(finding.url, code(finding.rule)),
  ];
}

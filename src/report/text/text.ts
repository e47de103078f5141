import { createColors } from 'picocolors';
import type { FileRecord, Finding, LintRecord } from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report.js';
import { paragraphOf, speaker } from '../../wording/speaker.js';
import { reasonsIn } from '../because-chain.js';
import { mostSevereFirst } from '../file-order.js';
import { dangersOf, overviewOf } from '../run-overview.js';
import type { Overview } from '../run-overview.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { foldSame } from '../same-findings.js';
import type { Fold } from '../same-findings.js';
import { remedySentences } from '../remedies.js';
import { caveats, judgedFiles, verdictSentence } from '../summary.js';
import { changeTexts } from './text-changes.js';
import { findingBlock, hanging } from './text-finding.js';
import type { Colors, FindingContext } from './text-finding.js';
import { tableTexts } from './text-tables.js';

const say = speaker('report', en);

/**
 * The report for a terminal, read from its end: the findings by file, the most severe first, each with a code frame and its
 * because-chain; then how many each rule found and how each policy stands; the verdict last.
 */
export function* renderText(input: ReportInput, style: ReportStyle): Generator<string> {
  let before = '';
  for (const block of blocksOf(input, style, createColors(style.color))) {
    yield before + block;
    before = '\n\n';
  }
  if (before !== '') yield '\n';
}

function* blocksOf(input: ReportInput, style: ReportStyle, colors: Colors): Generator<string> {
  const { record } = input;
  const reasons = reasonsIn(record);
  const files = mostSevereFirst(told(record.files, style), dangersOf(input));
  const fold = foldSame(files, reasons);
  const context: FindingContext = { style, colors, reasons, isUnsaved: record.check !== undefined };
  yield* changeTexts(record.changes, style, colors);
  for (const file of files) yield* fileBlocks(file, input, fold, context);
  if (style.detail === 'normal') yield* skippedBlock(record.files);
  if (style.detail !== 'quiet') yield closing(input, style, colors);
}

function told(files: readonly FileRecord[], { detail }: ReportStyle): readonly FileRecord[] {
  return detail === 'quiet'
    ? files.map((file) => ({
        ...file,
        findings: file.findings.filter(({ severity }) => severity === 'error'),
      }))
    : files;
}

function fileBlocks(file: FileRecord, input: ReportInput, fold: Fold, context: FindingContext): string[] {
  const { findings } = file;
  if (findings.length === 0) return context.style.detail === 'verbose' ? [quietLine(file)] : [];
  const lines = input.textOf(file.path)?.split(/\r\n|\n|\r/) ?? [];
  return findings.flatMap((finding) => foldedBlock(file, finding, fold(finding), lines, context));
}

function foldedBlock(
  file: FileRecord,
  finding: Finding,
  fold: ReturnType<Fold>,
  lines: readonly string[],
  context: FindingContext,
): string[] {
  if (fold === 'shown') return [];
  return [findingBlock(file, finding, fold === 'alone' ? undefined : fold, lines, context)];
}

/** What looks like a policy and was skipped is named without being asked for. */
function skippedBlock(files: readonly FileRecord[]): string[] {
  const skipped = files.filter(({ seen, findings }) => seen !== undefined && findings.length === 0);
  if (skipped.length === 0) return [];
  const more = skipped.length - MOST_SKIPPED;
  return [
    [
      ...skipped.slice(0, MOST_SKIPPED).map(quietLine),
      ...(more > 0 ? [say('skippedMore', { count: more })] : []),
    ].join('\n'),
  ];
}

/** Skipped files that are named one by one. */
const MOST_SKIPPED = 10;

function quietLine(file: FileRecord): string {
  const path = printable(file.path);
  if (file.checked !== false) return say('fileClean', { path });
  return say('fileSkipped', { path, reason: printable(file.reason ?? say('noPolicy')) });
}

function closing(input: ReportInput, style: ReportStyle, colors: Colors): string {
  const { record } = input;
  const overview: Overview = overviewOf(input);
  const tables = tableTexts(overview, style, colors);
  const [first = '', ...rest] = hanging('', '  ', verdictText(record, overview, style), style);
  const sentence = verdictSentence(record);
  const bold = first.includes(sentence) ? first.replace(sentence, () => colors.bold(sentence)) : first;
  const verdict = [`${verdictMark(record, colors)} ${bold}`, ...rest].join('\n');
  return tables.map(({ text, isTable }) => `${text}\n${isTable ? '\n' : ''}`).join('') + verdict;
}

function verdictText(record: LintRecord, overview: Overview, style: ReportStyle): string {
  return paragraphOf([
    verdictSentence(record),
    ...remedySentences(record, overview),
    ...caveats(record, style.detail === 'verbose'),
  ]);
}

function verdictMark(record: LintRecord, colors: Colors): string {
  const { summary } = record;
  if (summary.errors > 0 || judgedFiles(record) === 0) return colors.red('✖');
  return summary.warnings > 0 ? colors.yellow('⚠') : colors.green('✔');
}

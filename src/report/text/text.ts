import { createColors } from 'picocolors';
import type { FileRecord, Finding, WorkloadRecord } from '../../lint/results/lint-record.js';
import { grantedCalls } from '../../lint/results/shelf.js';
import { originsOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { codeFrame } from './code-frame.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { caveats, count, shortfalls, shownWorkloads, verdictSentence } from '../summary.js';
import { changeTexts } from './text-changes.js';

type Colors = ReturnType<typeof createColors>;

/** Reasons and related places that are listed before the rest is only counted. */
const LISTED = 4;

/** The report for a terminal: each finding with a code frame and its because-chain, then the workloads and the verdict. */
export function* renderText(input: ReportInput, style: ReportStyle): Generator<string> {
  const { record } = input;
  const colors = createColors(style.color);
  const reasons = reasonsIn(record);
  let before = '';
  for (const block of blocksOf(input, style, colors, reasons)) {
    yield before + block;
    before = '\n\n';
  }
  if (before !== '') yield '\n';
}

function* blocksOf(
  input: ReportInput,
  style: ReportStyle,
  colors: Colors,
  reasons: Reasons,
): Generator<string> {
  const { record } = input;
  yield* changeTexts(record.changes, style, colors);
  for (const file of record.files) yield* fileBlocks(file, input, style, colors, reasons);
  if (style.detail !== 'quiet') yield closing(input, style, colors);
}

function fileBlocks(
  file: FileRecord,
  input: ReportInput,
  style: ReportStyle,
  colors: Colors,
  reasons: Reasons,
): string[] {
  const findings =
    style.detail === 'quiet'
      ? file.findings.filter((finding) => finding.severity === 'error')
      : file.findings;
  const lines = findings.length === 0 ? [] : (input.textOf(file.path)?.split(/\r\n|\n|\r/) ?? []);
  const blocks = findings.map((finding) => findingBlock(file, finding, lines, style, colors, reasons));
  if (style.detail === 'verbose' && findings.length === 0)
    blocks.push(
      `${printable(file.path)}: ${file.checked ? 'no findings' : `skipped, ${printable(file.reason ?? 'no policy')}`}`,
    );
  return blocks;
}

function findingBlock(
  { path, cloud }: Pick<FileRecord, 'path' | 'cloud'>,
  finding: Finding,
  lines: readonly string[],
  style: ReportStyle,
  colors: Colors,
  reasons: Reasons,
): string {
  const tint = finding.severity === 'error' ? colors.red : colors.yellow;
  const doubt = finding.confidence === 'certain' ? '' : ` ${colors.dim(`(${finding.confidence})`)}`;
  const frame = codeFrame(lines, finding, { columns: style.columns - 2, dim: colors.dim, mark: tint });
  const because = reasons(path, finding);
  const declared = new Set(because.map((reason) => `${reason.manifest ?? ''}:${reason.line ?? ''}`));
  const related = finding.related.filter((at) => !declared.has(`${at.path}:${at.line}`));
  const notes: Note[] = [
    ...capped(because.map(reasonText), 'because'),
    ...capped(
      related.map((at) => `${printable(at.path)}:${at.line}:${at.column}: ${printable(at.message)}`),
      'related',
    ),
    ...(finding.fix
      ? [{ label: 'fix', text: 'run with --fix' }]
      : (finding.suggestions ?? []).map((suggestion) => ({
          label: 'suggest',
          text: printable(suggestion.message),
        }))),
    ...(cloud === undefined ? [] : [{ label: 'cloud', text: printable(cloud) }]),
    { label: 'see', text: printable(finding.url) },
  ];
  return [
    `${colors.bold(printable(path))}:${finding.line}:${finding.column} ${tint(colors.bold(finding.severity))} ${colors.bold(finding.rule)}${doubt}`,
    `  ${printable(finding.message)}`,
    ...frame.map((line) => `  ${line}`),
    ...notes.map((note) => `  ${colors.cyan(note.label.padEnd(7))}  ${note.text}`),
  ].join('\n');
}

function reasonText(reason: Reason): string {
  const { listed, more } = originsOf(reason);
  return [
    printable(reasonSentence(reason)),
    ...(reason.manifest === undefined || reason.line === undefined
      ? []
      : [`declared in ${printable(reason.manifest)}:${reason.line}`]),
    ...listed.map(({ label }) => `found at ${printable(label)}`),
    ...(more > 0 ? [`and at ${more} more`] : []),
  ].join(', ');
}

interface Note {
  readonly label: string;
  readonly text: string;
}

function capped(texts: readonly string[], label: string): Note[] {
  const notes = texts.slice(0, LISTED).map((text, index) => ({ label: index === 0 ? label : '', text }));
  return texts.length > LISTED
    ? [...notes, { label: '', text: `and ${texts.length - LISTED} more (--format json lists all)` }]
    : notes;
}

function closing({ record }: ReportInput, style: ReportStyle, colors: Colors): string {
  const { errors, warnings, checked } = record.summary;
  const mark =
    errors > 0 || checked === 0 ? colors.red('✖') : warnings > 0 ? colors.yellow('⚠') : colors.green('✔');
  const told = caveats(record).map((caveat) =>
    style.detail === 'verbose' || !caveat.includes('skipped')
      ? caveat
      : caveat.replace(/\.$/, ' (--verbose tells why).'),
  );
  return [
    ...shownWorkloads(record).map((workload) => workloadLine(workload, colors)),
    `${mark} ${colors.bold(verdictSentence(record))}${told.length === 0 ? '' : ` ${told.join(' ')}`}`,
  ].join('\n');
}

/** `app.apis.yaml (app.json): 5 calls, 3 granted; 1 action missing, 1 unproven` */
function workloadLine(workload: WorkloadRecord, colors: Colors): string {
  const granted = grantedCalls(workload);
  const short = shortfalls(workload);
  const name = `${printable(workload.manifest)} ${colors.dim(`(${workload.policies.map(printable).join(', ')})`)}`;
  return `${name}: ${count(workload.calls, 'call')}, ${granted === workload.calls ? 'all' : granted} granted${short.length === 0 ? '' : `; ${short.join(', ')}`}`;
}

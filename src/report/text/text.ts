import { createColors } from 'picocolors';
import type { FileRecord, Finding, LintRecord, WorkloadRecord } from '../../lint/results/lint-record.js';
import { grantedCalls } from '../../lint/results/shelf.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { labelOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { codeFrame } from './code-frame.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { caveats, shortfalls, shownWorkloads, verdictSentence } from '../summary.js';
import { changeTexts } from './text-changes.js';

const say = speaker('report', en);

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
  if (style.detail === 'normal') yield* skippedBlock(record.files);
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
  return style.detail === 'verbose' && findings.length === 0 ? [quietLine(file)] : blocks;
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
  if (file.checked) return say('fileClean', { path });
  return say('fileSkipped', { path, reason: printable(file.reason ?? say('noPolicy')) });
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
    ...capped(because.map(reasonText), say('labelBecause')),
    ...capped(
      related.map((at) => `${printable(at.path)}:${at.line}:${at.column}: ${printable(at.message)}`),
      say('labelRelated'),
    ),
    ...remedies(finding),
    ...(finding.address === undefined
      ? []
      : [
          {
            label: say('labelInside'),
            text: say('inside', { path: printable(path), address: printable(finding.address) }),
          },
        ]),
    ...(cloud === undefined ? [] : [{ label: say('labelCloud'), text: printable(cloud) }]),
    { label: say('labelSee'), text: printable(finding.url) },
  ];
  const place = `${colors.bold(printable(path))}:${finding.line}:${finding.column}`;
  return [
    `${place} ${tint(colors.bold(finding.severity))} ${colors.bold(finding.rule)}${doubt}`,
    `  ${printable(finding.message)}`,
    ...frame.map((line) => `  ${line}`),
    ...notes.map((note) => `  ${colors.cyan(note.label.padEnd(7))}  ${note.text}`),
  ].join('\n');
}

function remedies({ fix, suggestions = [] }: Finding): Note[] {
  if (fix) return [{ label: say('labelFix'), text: say('runWithFix') }];
  return suggestions.map(({ message }) => ({ label: say('labelSuggest'), text: printable(message) }));
}

function reasonText(reason: Reason): string {
  const { manifest, line, origins = [] } = reason;
  return say('reason', {
    reason: printable(reasonSentence(reason)),
    declared: manifest === undefined || line === undefined ? [] : [`${printable(manifest)}:${line}`],
    places: origins.map((origin) => printable(labelOf(origin))),
  });
}

interface Note {
  readonly label: string;
  readonly text: string;
}

function capped(texts: readonly string[], label: string): Note[] {
  const notes = texts.slice(0, LISTED).map((text, index) => ({ label: index === 0 ? label : '', text }));
  return texts.length > LISTED
    ? [...notes, { label: '', text: say('moreInJson', { count: texts.length - LISTED }) }]
    : notes;
}

function closing({ record }: ReportInput, style: ReportStyle, colors: Colors): string {
  const told = caveats(record, style.detail === 'verbose');
  const verdict = [`${verdictMark(record, colors)} ${colors.bold(verdictSentence(record))}`, ...told].join(
    ' ',
  );
  return [...shownWorkloads(record).map((workload) => workloadLine(workload, colors)), verdict].join('\n');
}

function verdictMark({ summary }: LintRecord, colors: Colors): string {
  if (summary.errors > 0 || summary.checked === 0) return colors.red('✖');
  return summary.warnings > 0 ? colors.yellow('⚠') : colors.green('✔');
}

/** `app.apis.yaml (app.json): 5 calls, 3 granted; 1 action missing and 1 unproven` */
function workloadLine(workload: WorkloadRecord, colors: Colors): string {
  const granted = grantedCalls(workload);
  const policies = colors.dim(`(${workload.policies.map(printable).join(', ')})`);
  return say('workloadLine', {
    workload: `${printable(workload.manifest)} ${policies}`,
    calls: workload.calls,
    granted,
    whole: granted === workload.calls,
    short: shortfalls(workload),
  });
}

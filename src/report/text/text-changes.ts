import type { createColors } from 'picocolors';
import type { ChangeRecord, ChangesRecord } from '../../lint/results/lint-record.js';
import { changeHeadline, changeLines, changesSentence, shortCommit } from '../change-lines.js';
import type { ChangeLine } from '../change-lines.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';

type Colors = ReturnType<typeof createColors>;

/** Names that are listed in one line before the rest is only counted. */
const LISTED = 8;

/** What is different from another revision, for a terminal: a block for each workload or policy, and one for the whole. */
export function changeTexts(
  changes: ChangesRecord | undefined,
  style: ReportStyle,
  colors: Colors,
): string[] {
  if (changes === undefined || style.detail === 'quiet') return [];
  const commit = changes.commit === changes.since ? '' : ` (${shortCommit(changes)})`;
  const head = `${colors.bold('changes')} since ${printable(changes.since)}${commit}`;
  const told = changesSentence(changes);
  return [
    [
      told === '' ? head : `${head}: ${told.slice(0, 1).toLowerCase()}${told.slice(1)}`,
      ...changes.entries.flatMap((change) => entryLines(change, style, colors)),
    ].join('\n'),
  ];
}

function entryLines(change: ChangeRecord, style: ReportStyle, colors: Colors): string[] {
  const policies =
    change.kind === 'workload' && change.policies.length > 0
      ? ` ${colors.dim(`(${change.policies.map(printable).join(', ')})`)}`
      : '';
  const formerly = change.formerly === undefined ? '' : `, formerly ${printable(change.formerly)},`;
  return [
    `  ${colors.bold(printable(change.name))}${policies}${formerly} ${changeHeadline(change)}`,
    ...changeLines(change).map((line) => lineText(line, style, colors)),
  ];
}

function lineText({ label, weight, items }: ChangeLine, style: ReportStyle, colors: Colors): string {
  const tint = weight === 'grant' ? colors.yellow : weight === 'break' ? colors.red : colors.dim;
  const shown = style.detail === 'verbose' ? items : items.slice(0, LISTED);
  const more = items.length > shown.length ? ` and ${items.length - shown.length} more` : '';
  return `    ${tint(`${label}:`)} ${shown.map(printable).join(', ')}${more}`;
}

import type { ChangeRecord, ChangesRecord } from '../../lint/results/change-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { changeHeadline, changeLines, changesSentences, shortCommit } from '../change-lines.js';
import type { ChangeLine } from '../change-lines.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';
import { hanging } from './text-finding.js';
import type { Colors } from './text-finding.js';

const say = speaker('report', en);

/** What is different from another revision, for a terminal: a block for each workload or policy, and one for the whole. */
export function changeTexts(
  changes: ChangesRecord | undefined,
  style: ReportStyle,
  colors: Colors,
): string[] {
  if (changes === undefined || style.detail === 'quiet') return [];
  const head = comparison(changes, colors);
  const told = changesSentences(changes);
  return [
    [
      told === '' ? head : say('changesAndTold', { head, told }),
      ...changes.entries.flatMap((change) => entryLines(change, style, colors)),
    ].join('\n'),
  ];
}

function comparison(changes: ChangesRecord, colors: Colors): string {
  const title = colors.bold(say('changes'));
  const revision = printable(changes.since);
  return changes.commit === changes.since
    ? say('changesSince', { title, revision })
    : say('changesSinceCommit', { title, revision, commit: shortCommit(changes) });
}

function entryLines(change: ChangeRecord, style: ReportStyle, colors: Colors): string[] {
  const { kind, policies, formerly } = change;
  const name = printable(change.name);
  const entry = say('entryLine', {
    name,
    policies: kind === 'workload' ? policies.map(printable) : [],
    formerly: formerly === undefined ? [] : [printable(formerly)],
    headline: changeHeadline(change),
  });
  return [
    ...hanging('  ', '    ', entry, style).map((line) => line.replace(name, () => colors.bold(name))),
    ...changeLines(change).flatMap((line) => lineTexts(line, style, colors)),
  ];
}

function lineTexts(
  { label, weight, items }: ChangeLine,
  style: ReportStyle,
  colors: Colors,
): readonly string[] {
  const key = style.detail === 'verbose' ? 'everyItem' : 'firstFewItems';
  const head = `${label}:`;
  const [first = '', ...rest] = hanging(
    '    ',
    '      ',
    say(key, { label: head, items: items.map(printable) }),
    style,
  );
  return [first.replace(head, () => tintOf(weight, colors)(head)), ...rest];
}

function tintOf(weight: ChangeLine['weight'], colors: Colors): Colors['red'] {
  if (weight === 'grant') return colors.yellow;
  return weight === 'break' ? colors.red : colors.dim;
}

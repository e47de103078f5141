import { createColors } from 'picocolors';
import type { WitnessRecord } from '../../lint/results/change-record.js';
import { witnessText } from '../../report/change-lines.js';
import { code, list, paragraph, strong, words, writeMarkdown } from '../../report/markdown/mdast.js';
import { printable } from '../../report/printable.js';
import { say } from './diff-wording.js';
import type { PolicyDiff } from './policy-diff.js';

/** For a terminal: a line for each policy, below it a request for each direction and what was not decided. */
export function policyDiffText(diffs: readonly PolicyDiff[], color: boolean): string {
  const colors = createColors(color);
  return diffs
    .map((diff) =>
      [
        say('policyDirection', {
          names: printable(namesOf(diff)),
          direction: colors.bold(directionOf(diff)),
        }),
        ...linesOf(diff).map(({ sign, label, text }) => {
          const tint = sign === '-' ? colors.red : colors.green;
          return `  ${sign === '~' ? colors.yellow(sign) : tint(sign)} ${say('policyRequest', { label, request: printable(text) })}`;
        }),
        '',
      ].join('\n'),
    )
    .join('');
}

export function policyDiffMarkdown(diffs: readonly PolicyDiff[]): string {
  return writeMarkdown(
    diffs.flatMap((diff) => {
      const lines = linesOf(diff);
      const head = paragraph(code(namesOf(diff)), words(': '), strong(words(directionOf(diff))));
      return lines.length === 0
        ? [head]
        : [head, list(lines.map(({ label, text }) => [paragraph(words(`${label}: `), code(text))]))];
    }),
  );
}

/** `old.json → new.json` */
function namesOf({ old, new: now }: PolicyDiff): string {
  return `${old ?? '–'} → ${now ?? '–'}`;
}

function directionOf({ access }: PolicyDiff): string {
  return say('policyDirectionName', { direction: access?.direction ?? 'other' });
}

interface Line {
  readonly sign: '+' | '-' | '~';
  readonly label: string;
  readonly text: string;
}

function linesOf({ access }: PolicyDiff): readonly Line[] {
  if (access === undefined) return [];
  const { gained, lost, undecided } = access;
  const request = (sign: '+' | '-', witness: WitnessRecord | undefined, label: string): readonly Line[] =>
    witness === undefined ? [] : [{ sign, label, text: witnessText(witness) }];
  const stopped = (stop: string | undefined, label: string): readonly Line[] =>
    stop === undefined ? [] : [{ sign: '~', label, text: stop }];
  return [
    ...request('+', gained, say('onlyNew')),
    ...stopped(undecided.gained, say('onlyNewUndecided')),
    ...request('-', lost, say('onlyOld')),
    ...stopped(undecided.lost, say('onlyOldUndecided')),
  ];
}

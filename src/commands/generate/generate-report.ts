import type { Remark, Synthesis } from '../../analysis/synthesis/synthesise.js';
import type { Unproven } from '../../analysis/verdict.js';
import type { Call } from '../../calls/call.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import type { Io } from '../io/io.js';

const say = speaker('commands-calls', en);

/** Says on stderr what the written policies cannot say: calls left out, choices made, names not known. */
export function reportOn({ stderr }: Io, { unproven, remarks, policies, reasons }: Synthesis): void {
  const lines = [
    ...unproven.flatMap(unprovenLine),
    ...remarks.flatMap(remarkLine),
    ...generationLine(remarks),
    ...upperBoundLine(reasons),
  ];
  if (policies.some(({ group }) => group === 'obs')) lines.push(say('createTwice'));
  for (const line of lines) stderr.write(`${printable(line)}\n`);
}

function unprovenLine(unproven: Unproven): string | [] {
  if ('site' in unproven) return [];
  const { resolution, reason } = unproven;
  const told = { place: placeOf(resolution.call), call: nameOf(resolution.call), reason };
  if (resolution.status === 'ambiguous')
    return say('ambiguous', { ...told, operations: resolution.candidates.map(({ id }) => id) });
  return resolution.status === 'unknown' && resolution.near.length > 0
    ? say('unknown', { ...told, names: resolution.near })
    : say('unproven', told);
}

function remarkLine(remark: Remark): string | [] {
  if (remark.kind === 'generation') return [];
  const { call, operation } = remark.call;
  const place = placeOf(call);
  switch (remark.kind) {
    case 'malformed':
    case 'wildcard':
      return say(remark.kind, { place, operation: operation.id, action: remark.action });
    case 'cases':
      return say('casesLeftOut', {
        place,
        call: nameOf(call),
        cases: remark.cases.map(({ scenario, needs }) =>
          say('caseNeeds', { scenario, actions: needs.map(({ action }) => action) }),
        ),
        first: remark.cases[0]?.scenario ?? '',
      });
    case 'scenario':
      return say('scenarioChosen', {
        place,
        call: nameOf(call),
        chosen: remark.chosen,
        others: remark.others,
      });
  }
}

function generationLine(remarks: readonly Remark[]): string[] {
  const actions = remarks.flatMap((remark) => (remark.kind === 'generation' ? remark.action : []));
  return actions.length === 0 ? [] : [say('untold', { actions })];
}

/** What only calls that may happen need is granted all the same. */
function upperBoundLine(reasons: Synthesis['reasons']): string[] {
  const bound = [...reasons.values()].filter((because) => because.every(({ call }) => call.possible)).length;
  return bound === 0 ? [] : [say('upperBound', { bound, all: reasons.size })];
}

function placeOf({ file, span }: Call): string {
  return [file, span.start.line, span.start.column].join(':');
}

function nameOf({ api, operation }: Call): string {
  return [api ?? [], operation ?? []].flat().join(' · ');
}

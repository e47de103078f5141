import type { Remark, Synthesis } from '../../analysis/synthesise.js';
import type { Unproven } from '../../analysis/verdict.js';
import type { Call } from '../../calls/call.js';
import { printable } from '../../report/printable.js';
import type { Io } from '../io/io.js';

/** Says on stderr what the written policies cannot say: calls left out, choices made, names not known. */
export function reportOn({ stderr }: Io, { unproven, remarks, policies, reasons }: Synthesis): void {
  const lines = [
    ...unproven.flatMap(unprovenLine),
    ...remarks.flatMap(remarkLine),
    ...generationLine(remarks),
    ...upperBoundLine(reasons),
  ];
  if (policies.some(({ group }) => group === 'obs'))
    lines.push(
      'the policy for OBS must be created twice, as a global and as a project-level policy, and both granted',
    );
  for (const line of lines) stderr.write(`${printable(line)}\n`);
}

function unprovenLine(unproven: Unproven): string | [] {
  if ('site' in unproven) return [];
  const { resolution, reason } = unproven;
  const told =
    resolution.status === 'ambiguous'
      ? `; say which with "operation": ${resolution.candidates.map(({ id }) => id).join(', ')}`
      : resolution.status === 'unknown' && resolution.near.length > 0
        ? `; near: ${resolution.near.join(', ')}`
        : '';
  return `${placeOf(resolution.call)}: unproven call ${nameOf(resolution.call)}: ${reason}${told}`;
}

function remarkLine(remark: Remark): string | [] {
  switch (remark.kind) {
    case 'scenario': {
      const { call } = remark.call;
      return `${placeOf(call)}: ${nameOf(call)} has several scenarios; granted is what "${remark.chosen}" needs, not ${remark.others.map((other) => `"${other}"`).join(' or ')}`;
    }
    case 'malformed':
      return `${placeOf(remark.call.call)}: the documentation of ${remark.call.operation.id} names "${remark.action}", which is no action; it is left out`;
    case 'wildcard':
      return `${placeOf(remark.call.call)}: the documentation gives ${remark.action} as a dependency of ${remark.call.operation.id}, which is more than anybody can be said to need: not granted; add what of it you know to be needed`;
    case 'generation':
      return [];
  }
}

function generationLine(remarks: readonly Remark[]): string[] {
  const untold = remarks.flatMap((remark) => (remark.kind === 'generation' ? remark.action : []));
  return untold.length === 0
    ? []
    : [
        `the catalog does not tell what these dependencies are called in 5.0, they stand as they are: ${untold.join(', ')}`,
      ];
}

/** What only calls that may happen need is granted all the same. */
function upperBoundLine(reasons: Synthesis['reasons']): string[] {
  const bound = [...reasons.values()].filter((because) => because.every(({ call }) => call.possible)).length;
  if (bound === 0) return [];
  return [`an upper bound: ${bound} of ${reasons.size} actions are needed only by calls that may happen`];
}

function placeOf({ file, span }: Call): string {
  return `${file}:${String(span.start.line)}:${String(span.start.column)}`;
}

function nameOf({ api, operation }: Call): string {
  return `"${[api, operation].filter((part) => part !== undefined).join(' · ')}"`;
}

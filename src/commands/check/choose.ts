import { append } from '../../long-lists.js';
import { en } from '../../wording/en/commands-check.js';
import { speaker } from '../../wording/speaker.js';
import { printable } from '../../report/printable.js';
import type { Io } from '../io/io.js';
import type { Decision, PolicyUnit } from './assign.js';

const say = speaker('commands-check', en);

type Undecided = Extract<Decision, { status: 'undecided' }>;

/** The decisions, with those that somebody at a terminal makes in the place of those that could not be made. */
export async function choose(io: Io, decisions: readonly Decision[]): Promise<readonly Decision[]> {
  const { ask } = io;
  if (ask === undefined) return decisions;
  const chosen: Decision[] = [];
  for (const decision of decisions)
    append(chosen, decision.status === 'undecided' ? await askFor(ask, decision) : [decision]);
  return chosen;
}

async function askFor(ask: NonNullable<Io['ask']>, decision: Undecided): Promise<readonly Decision[]> {
  const { units, sources, folder } = decision;
  const answer = await ask(
    [
      printable(say('whose', { folder })),
      ...units.map(({ name }, index) => printable(`  ${String(index + 1)}) ${name}`)),
      `  a) ${say('together', { count: units.length })}`,
      `  n) ${say('none')}`,
      '> ',
    ].join('\n'),
  );
  const isOne = /^\d+$/.test(answer.trim());
  const one = isOne ? units[Number(answer) - 1] : undefined;
  const unit = answer.trim().toLowerCase() === 'a' ? together(units) : one;
  if (unit === undefined) return [decision];
  const others = one === undefined ? [] : units.filter((other) => other !== one);
  return [
    { status: 'decided', unit, sources, by: 'choice', folder },
    ...others.map((other): Decision => ({ status: 'alone', unit: other })),
  ];
}

/** Several policies as one that acts. */
function together([first, ...others]: readonly PolicyUnit[]): PolicyUnit | undefined {
  return first === undefined
    ? undefined
    : { ...first, policies: [first, ...others].flatMap(({ policies }) => policies) };
}

import type { Doubt, Operation, Scope } from '../../../catalog/model/model.js';
import { needsOf } from '../assemble-actions.js';
import type { RowFact } from '../row-fact.js';
import { setKey } from './row-keys.js';
import { en as doubts } from '../../../wording/en/doubts.js';
import { writer } from '../../../wording/speaker.js';

const note = writer(doubts);

export function factsOf({ entry }: RowFact): Pick<Operation, 'actions' | 'dependent_actions' | 'scenarios'> {
  return {
    actions: entry.actions,
    dependent_actions: entry.dependencies.filter((name) => !entry.actions.includes(name)),
    scenarios: entry.scenarios.map(({ when, actions, dependencies }) => ({
      when,
      actions,
      dependent_actions: dependencies,
    })),
  };
}

/** Each different opinion once, with the first source that holds it. */
export function conflicts(winner: RowFact, others: readonly RowFact[]): Doubt[] {
  const said = new Map<string, Doubt>();
  for (const other of others) {
    const was = difference(winner, other);
    if (was === undefined || said.has(was)) continue;
    const older = isOlder(other, winner);
    said.set(was, {
      kind: 'conflict',
      confidence: older ? 'likely' : 'doubtful',
      note: older ? note('olderSays') : note('otherSays'),
      was,
      source: other.source,
    });
  }
  return [...said.values()];
}

function isOlder(other: RowFact, than: RowFact): boolean {
  const [date, newer] = [other.source.updated, than.source.updated];
  return other.generation > than.generation || (date !== undefined && newer !== undefined && date < newer);
}

function difference(winner: RowFact, other: RowFact): string | undefined {
  const parts: string[] = [];
  const list = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));
  const [mine, theirs] = [factsOf(winner), factsOf(other)];
  // Pages without a column of dependencies list all in one: only what is needed as a whole is a matter of opinion.
  const sameNeeds =
    setKey(needsOf(mine)) === setKey(needsOf(theirs)) && mine.scenarios.length === theirs.scenarios.length;
  if (!sameNeeds && setKey(mine.actions) !== setKey(theirs.actions))
    parts.push(`actions: ${list(theirs.actions)}`);
  if (!sameNeeds && setKey(mine.dependent_actions) !== setKey(theirs.dependent_actions))
    parts.push(`dependent actions: ${list(theirs.dependent_actions)}`);
  if (scenarioKey(winner) !== scenarioKey(other)) {
    const scenarios = theirs.scenarios.map(
      ({ when, actions, dependent_actions }) => `${when} (${list([...actions, ...dependent_actions])})`,
    );
    parts.push(`scenarios: ${list(scenarios)}`);
  }
  const scope = scopeDifference(winner.entry.scope ?? {}, other.entry.scope ?? {});
  if (scope !== '') parts.push(`scope: ${scope}`);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function scopeDifference(mine: Scope, theirs: Scope): string {
  const keys = ['project', 'enterprise_project', 'resource', 'tag'] as const;
  return keys
    .filter((key) => mine[key] !== undefined && theirs[key] !== undefined && mine[key] !== theirs[key])
    .map((key) => `${key} ${theirs[key] ? 'yes' : 'no'}`)
    .join(', ');
}

function scenarioKey({ entry }: RowFact): string {
  return entry.scenarios
    .map((scenario) => setKey([...scenario.actions, ...scenario.dependencies]))
    .sort()
    .join('|');
}

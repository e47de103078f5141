import type { ActionGroup } from './action-cell.js';
import type { EntryScenario } from '../extraction-record.js';

/** The case that none of the labels names. */
export const OTHERWISE = 'otherwise';

/**
 * Cases in the cells of a row: groups of actions under labels. Labels of the action column and of the dependency column
 * pair up by their words, or by their order where the numbers agree. What stands under no label belongs to each case.
 * Empty where the labels are none: no labels, or labels that only name the actions' service.
 *
 * A label says when something is needed, not that one of the cases must arise: where all of them need the same and some
 * more, there is a case besides that needs the same alone. A server can be created without any public address.
 */
export function pairScenarios(
  required: readonly ActionGroup[],
  dependent: readonly ActionGroup[],
): EntryScenario[] {
  const own = labelled(required);
  const extra = labelled(dependent);
  const common = plain(required, own);
  const commonExtra = plain(dependent, extra);
  const cases = own.length > 0 ? own : extra;
  if (cases.length === 0 || (cases.length === 1 && common.length === 0)) return [];
  const partner = (group: ActionGroup, index: number, groups: readonly ActionGroup[]): readonly string[] => {
    const byLabel = groups.find((other) => key(other.label) === key(group.label));
    return (byLabel ?? (groups.length === cases.length ? groups[index] : undefined))?.actions ?? [];
  };
  const scenarios = cases.map((group, index): EntryScenario => ({
    when: group.label,
    actions: unique([...common, ...(own.length > 0 ? group.actions : [])]),
    dependencies: unique([
      ...commonExtra,
      ...(own.length > 0 ? partner(group, index, extra) : group.actions),
    ]),
  }));
  // "One or the other" stands under its own name: one of them is needed.
  if (cases.every((group) => group.actions.includes(group.label))) return scenarios;
  const base = cases.length === 1 ? { actions: common, dependencies: commonExtra } : sharedNeeds(scenarios);
  return withOtherwise(scenarios, base);
}

type Needs = Pick<EntryScenario, 'actions' | 'dependencies'>;

/** Cases whose own actions differ altogether (restart or delete) are all that there are. */
function withOtherwise(scenarios: readonly EntryScenario[], base: Needs): EntryScenario[] {
  const count = ({ actions, dependencies }: Needs): number => actions.length + dependencies.length;
  const isNamed = scenarios.some((scenario) => count(scenario) === count(base));
  if (base.actions.length === 0 || isNamed) return [...scenarios];
  return [{ when: OTHERWISE, ...base }, ...scenarios];
}

function sharedNeeds(scenarios: readonly EntryScenario[]): Needs {
  return {
    actions: shared(scenarios.map(({ actions }) => actions)),
    dependencies: shared(scenarios.map(({ dependencies }) => dependencies)),
  };
}

function shared(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((name) => others.every((list) => list.includes(name)));
}

/** Groups whose label tells cases apart; not where each label is only the service of its actions (`ECS: ecs:…`). */
function labelled(groups: readonly ActionGroup[]): ActionGroup[] {
  const named = groups.filter((group) => group.label !== '');
  return named.every((group) =>
    group.actions.every((action) => key(group.label) === action.split(':')[0]?.toLowerCase()),
  )
    ? []
    : named;
}

function plain(groups: readonly ActionGroup[], named: readonly ActionGroup[]): string[] {
  return unique(groups.filter((group) => !named.includes(group)).flatMap((group) => group.actions));
}

function key(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.。:]+/g, '');
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

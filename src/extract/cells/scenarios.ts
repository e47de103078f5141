import type { ActionGroup } from './action-cell.js';
import type { EntryScenario } from '../extraction-record.js';

/**
 * Alternatives in the cells of a row: groups of actions under labels. Labels of the action column and of the
 * dependency column pair up by their words, or by their order where the numbers agree. What stands under no label
 * belongs to each alternative. Empty where the labels are none: no labels, or labels that only name the actions' service.
 */
export function pairScenarios(
  required: readonly ActionGroup[],
  dependent: readonly ActionGroup[],
): EntryScenario[] {
  const own = labelled(required);
  const extra = labelled(dependent);
  const common = plain(required, own);
  const commonExtra = plain(dependent, extra);
  const alternatives = own.length > 0 ? own : extra;
  if (alternatives.length === 0 || (alternatives.length === 1 && common.length === 0)) return [];
  const partner = (group: ActionGroup, index: number, groups: readonly ActionGroup[]): readonly string[] => {
    const byLabel = groups.find((other) => key(other.label) === key(group.label));
    return (byLabel ?? (groups.length === alternatives.length ? groups[index] : undefined))?.actions ?? [];
  };
  const scenarios = alternatives.map((group, index): EntryScenario => ({
    when: group.label,
    actions: unique([...common, ...(own.length > 0 ? group.actions : [])]),
    dependencies: unique([
      ...commonExtra,
      ...(own.length > 0 ? partner(group, index, extra) : group.actions),
    ]),
  }));
  // One label beside plain actions is a case that needs more; without it the plain actions are enough.
  if (alternatives.length === 1)
    return [{ when: 'otherwise', actions: common, dependencies: commonExtra }, ...scenarios];
  return scenarios;
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

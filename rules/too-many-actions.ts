import type { Element, Policy, Statement } from '../src/policy/model/policy.js';
import { createLimitRule } from './shared/families/limit.js';
import type { Measured } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-actions',
  description: 'Statements or policies with more actions than the cloud takes',
  error: 'IAM.1033',
  limit: 'actions',
  message: `{where, select, policy {The policy} other {"{where}"}} lists {count, number} actions, but the cloud takes at
    most {max, number}; split it or use wildcards.`,
  ofPolicy: inAllStatements,
  ofStatement: ({ action, notAction }, max) =>
    [action, notAction].flatMap((list) =>
      list === undefined
        ? []
        : [
            {
              at: list.items[max]?.node,
              data: { count: list.items.length, where: list.member.name.value },
            },
          ],
    ),
});

/** `where` is the name of a list, or the policy. */
type Counts = Readonly<{ count: number; where: string }>;

/** The parameters limit the array, the error code does not say what it counts; where one array is too long already, that is enough. */
function inAllStatements({ statements }: Policy, max: number): readonly Measured<Counts>[] {
  const lists = statements.map(listed);
  if (lists.some((items) => items.length > max)) return [];
  const items = lists.flat();
  return [{ at: items[max]?.node, data: { count: items.length, where: 'policy' }, confidence: 'doubtful' }];
}

function listed({ action, notAction }: Statement): readonly Element[] {
  return [...(action?.items ?? []), ...(notAction?.items ?? [])];
}

import type { Element, Policy, Statement } from '../src/policy/model/policy.js';
import { createLimitRule } from './shared/limit.js';
import type { Measured } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-actions',
  description: 'Statements or policies with more actions than the cloud takes',
  error: 'IAM.1033',
  limit: 'actions',
  message: 'Unexpected {{count}} actions in {{where}}, expected at most {{max}}; split it or use wildcards.',
  ofPolicy: inAllStatements,
  ofStatement: ({ action, notAction }, max) =>
    [action, notAction].flatMap((list) =>
      list === undefined
        ? []
        : [
            {
              count: list.items.length,
              at: list.items[max]?.node,
              data: { where: `"${list.member.name.value}"` },
            },
          ],
    ),
});

/** The parameters limit the array, the error code does not say what it counts; where one array is too long already, that is enough. */
function inAllStatements({ statements }: Policy, max: number): readonly Measured[] {
  const lists = statements.map(listed);
  if (lists.some((items) => items.length > max)) return [];
  const items = lists.flat();
  return [
    { count: items.length, at: items[max]?.node, data: { where: 'one policy' }, confidence: 'doubtful' },
  ];
}

function listed({ action, notAction }: Statement): readonly Element[] {
  return [...(action?.items ?? []), ...(notAction?.items ?? [])];
}

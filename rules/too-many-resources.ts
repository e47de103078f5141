import type { Statement } from '../src/policy/model/policy.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-resources',
  description: 'Statements with more resources than the cloud takes',
  error: 'IAM.1040, IAM.1037',
  limit: 'resources',
  message: `"{element}" lists {count, number} resources, but the cloud takes at most {max, number};
    split the statement or use wildcards.`,
  ofStatement: ({ resource, notResource }: Statement, max: number) =>
    [resource, notResource].flatMap((list) =>
      list === undefined
        ? []
        : [
            {
              at: list.items[max]?.node,
              data: { count: list.items.length, element: list.member.name.value },
            },
          ],
    ),
});

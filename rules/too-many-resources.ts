import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-resources',
  description: 'Statements with more resources than the cloud takes',
  error: 'IAM.1040, IAM.1037',
  limit: 'resources',
  message:
    'Unexpected {{count}} resources in "{{element}}", expected at most {{max}}; split the statement or use wildcards.',
  ofStatement: ({ resource, notResource }, max) =>
    [resource, notResource].flatMap((list) =>
      list === undefined
        ? []
        : [
            {
              count: list.items.length,
              at: list.items[max]?.node,
              data: { element: list.member.name.value },
            },
          ],
    ),
});

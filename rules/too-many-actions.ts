import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-actions',
  description: 'Statements with more actions than the cloud takes',
  error: 'IAM.1033',
  limit: 'actions',
  message: 'Unexpected {{count}} actions in "{{element}}", expected at most {{max}}; split the statement or use wildcards.',
  ofStatement: ({ action, notAction }, max) => [action, notAction].flatMap((list) => (list === undefined ? [] : [{ count: list.items.length, at: list.items[max]?.node, data: { element: list.member.name.value } }])),
});

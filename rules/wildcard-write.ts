import { createWildcardLevelRule } from './shared/families/wildcard-level.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createWildcardLevelRule({
  id: 'wildcard-write',
  docs: {
    description: 'Actions that create, change or delete under a wildcard',
    category: 'danger',
    recommended: false,
    strict: 'warning',
    sources: [IAM_PAGES.policySyntax],
    kinds: ['policy', 'identity-policy'],
  },
  level: 'write',
  known: `"{pattern}" stands for
    {count, plural,
      one {an action that creates, changes or deletes}
      other {# actions that create, change or delete}}: {examples, list, 3}; list the actions by name.`,
  unknown: `"{pattern}" stands for actions that create, change or delete, as its name suggests;
    list the actions by name.`,
});

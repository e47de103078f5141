import json from '@eslint/json';

/** The rule that ESLint and Spectral are given: no action that ends in a wildcard. */
const noWildcard = {
  meta: { type: 'problem', messages: { wildcard: 'Unexpected wildcard.' } },
  create: (context) => ({
    'Member[name.value="Action"] > Array > Element > String'(node) {
      if (node.value.endsWith(':*')) context.report({ node, messageId: 'wildcard' });
    },
  }),
};

export default [
  {
    files: ['**/*.json'],
    language: 'json/json',
    plugins: { json, bench: { rules: { 'no-wildcard': noWildcard } } },
    rules: { 'bench/no-wildcard': 'warn' },
  },
];

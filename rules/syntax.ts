import { createRule } from '../src/lint/rule.js';

/** The engine reports it: a text that cannot be read has no tree for rules to look at. */
export const rule = createRule({
  id: 'syntax',
  meta: {
    type: 'problem',
    docs: {
      description: 'Files that cannot be read as JSON, YAML or HCL',
      category: 'validity',
      recommended: 'error',
      sources: ['https://www.rfc-editor.org/rfc/rfc8259', 'https://yaml.org/spec/1.2.2/'],
    },
    messages: {
      syntax: 'Unexpected text that is not {{syntax}}, expected what the parser names.',
      'too-deep': 'Unexpected nesting deeper than any policy, expected less.',
    },
  },
  create: () => ({}),
});

import { createRule } from '../src/lint/rule.js';
import { lineTable, spanAt } from '../src/policy/syntax/line-table.js';

/**
 * A file that cannot be read at all has no tree for rules to look at: the engine reports it under this name. What was read
 * over is reported here: one broken policy among the others of a Terraform file, comments in strict JSON.
 */
export const rule = createRule({
  id: 'syntax',
  meta: {
    type: 'problem',
    docs: {
      description: 'Files that cannot be read as JSON, YAML or HCL',
      category: 'validity',
      recommended: 'error',
      sources: ['https://www.rfc-editor.org/rfc/rfc8259', 'https://yaml.org/spec/1.2.2/'],
      kinds: [
        'role',
        'policy',
        'identity-policy',
        'resource-policy',
        'agency-policy',
        'bucket-policy',
        'topic-policy',
      ],
    },
    messages: {
      syntax: '{problem}.',
      'too-deep': 'The file is nested deeper than any policy; check how it was made.',
      comment: 'JSON has no comments; remove this one, or name the file .jsonc.',
      'trailing-comma': 'JSON has no comma behind the last item; remove it.',
    },
  },
  create(context) {
    return {
      document() {
        if (context.source.problems.length === 0) return;
        const lines = lineTable(context.text);
        for (const { code, message, offset, endOffset } of context.source.problems) {
          context.report({
            at: spanAt(lines, [offset, endOffset]),
            messageId: code,
            data: { problem: message },
            key: `${code} ${context.text.slice(offset, endOffset)}`,
          });
        }
      },
    };
  },
});

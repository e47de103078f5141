import { createRule } from '../src/lint/rule.js';
import type { StringNode } from '../src/policy/model/ast.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'duplicate-sid',
  meta: {
    type: 'problem',
    docs: {
      description: 'Statements of one policy with the same name',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        accessAnalyzer('Unique Sids required'),
      ],
      kinds: ['identity-policy', 'resource-policy'],
    },
    messages: {
      duplicate: 'The statement in line {line} has the Sid "{sid}" already; choose another name.',
    },
  },
  create(context) {
    return {
      policy({ statements }) {
        const first = new Map<string, StringNode>();
        for (const { sid } of statements) {
          if (sid === undefined || sid.value.trim() === '') continue;
          const before = first.get(sid.value);
          if (before === undefined) first.set(sid.value, sid);
          else
            context.report({
              at: sid,
              messageId: 'duplicate',
              data: { sid: sid.value, line: before.loc.start.line },
              related: [{ path: context.path, at: before, message: related('first') }],
            });
        }
      },
    };
  },
});

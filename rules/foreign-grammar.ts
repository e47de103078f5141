import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'foreign-grammar',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Bucket and topic policies, which have a grammar of their own and are not judged',
      category: 'validity',
      // They are right where they belong; this only makes visible that nothing was checked.
      recommended: false,
      strict: 'warning',
      sources: [
        'https://support.huaweicloud.com/usermanual-iam5/iam_01_1289.html',
        'https://github.com/huaweicloudDocs/smn',
      ],
      kinds: ['bucket-policy', 'topic-policy'],
    },
    messages: {
      foreign:
        'Unexpected {{grammar}}, expected an IAM policy; it has a grammar of its own and was not judged.',
    },
  },
  create(context) {
    return {
      policy({ kind, statementMember, versionMember, node }) {
        const at = statementMember?.name ?? versionMember?.name ?? node;
        context.report({
          at,
          messageId: 'foreign',
          data: { grammar: kind === 'topic-policy' ? 'SMN topic policy' : 'OBS bucket policy' },
        });
      },
    };
  },
});

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
      foreign: `{kind, select, bucket-policy {An OBS bucket policy} topic-policy {An SMN topic policy}}
        has a grammar of its own and was not judged; check it by hand.`,
    },
  },
  create(context) {
    return {
      policy({ kind, statementMember, versionMember, node }) {
        const at = statementMember?.name ?? versionMember?.name ?? node;
        context.report({
          at,
          messageId: 'foreign',
          data: { kind: kind === 'topic-policy' ? kind : 'bucket-policy' },
        });
      },
    };
  },
});

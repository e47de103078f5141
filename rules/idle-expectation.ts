import { slowness } from '../src/lint/config/glob.js';
import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'idle-expectation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Expectations of policies that are not there',
      category: 'access',
      recommended: 'error',
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/expectations.md'],
    },
    messages: {
      absent: `"{policy}" means no policy that is here{near, plural, =0 {; name one that is,
        relative to this file.} other {; did you mean {near, list, or}?}}`,
      slow: '"{policy}" means no policy: {why}.',
      none: 'There is no policy in the folder of this file or below it; name the policies that are meant under "policies".',
    },
  },
  create(context) {
    return {
      expectations({ absent, file, policies, unread }) {
        for (const { name, near } of absent) {
          const why = slowness(name.path);
          if (why === undefined)
            context.report({ at: name.span, messageId: 'absent', data: { policy: name.text, near } });
          else context.report({ at: name.span, messageId: 'slow', data: { policy: name.text, why } });
        }
        const [first] = file.expectations;
        if (file.policies === undefined && policies === 0 && unread.length === 0 && first !== undefined)
          context.report({ at: first.span, messageId: 'none', key: file.path });
      },
    };
  },
});

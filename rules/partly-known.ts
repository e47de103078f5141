import { createRule } from '../src/lint/rule.js';
import { whyUnknown } from '../src/policy/model/holes.js';

export const rule = createRule({
  id: 'partly-known',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Parts of policies that are only known where the policies are put to use',
      category: 'validity',
      recommended: false,
      strict: 'warning',
      sources: ['https://developer.hashicorp.com/terraform/language/expressions'],
    },
    messages: {
      hole: `This part of the policy is not checked: {why};
        write it out, give it a default, or lint the plan ("terraform show -json").`,
    },
  },
  create(context) {
    return {
      document() {
        for (const hole of context.source.holes)
          context.report({ at: hole, messageId: 'hole', data: { why: whyUnknown(hole) } });
      },
    };
  },
});

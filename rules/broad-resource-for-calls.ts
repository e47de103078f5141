import { broadGrant } from '../src/analysis/broad-resources.js';
import { createRule } from '../src/lint/rule.js';
import type { Edit } from '../src/lint/results/lint-record.js';
import { insertMember, removeElements, replaceElementByMany, replaceValue } from '../src/policy/edit/edit.js';
import type { Statement } from '../src/policy/model/policy.js';
import { isGrant } from './shared/grants/granted.js';
import { reasonOf } from './shared/reasons/because-facts.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'broad-resource-for-calls',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions that are allowed for more resources than the declared calls name',
      category: 'calls',
      recommended: 'warning',
      sources: [
        IAM_PAGES.resourceLevelServices,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
      kinds: ['policy', 'identity-policy'],
    },
    messages: {
      every: `{actions, list, 3} {actions, plural, one {is} other {are}} allowed for every resource; the declared calls name
        {resources, list, 3}; list these in Resource.`,
      more: `Resource allows {actions, list, 3} for more than the declared calls name; list {resources, list, 3}
        instead.`,
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy)) return;
        const [judged] = context.workloads;
        const own = context.workloads.map(({ workload }) => workload);
        const broad = broadGrant(statement, policy, own);
        if (judged === undefined || broad === undefined) return;
        const { actions, resources, because, confidence } = broad;
        const reason = reasonOf(because, judged.catalog);
        const at = statement.resource?.member.name ?? statement.action?.items[0]?.node ?? statement.node;
        context.report({
          at,
          messageId: statement.resource === undefined ? 'every' : 'more',
          data: { actions, resources },
          facts: { resources, calls: reason.facts['calls'] ?? [] },
          confidence,
          related: reason.related,
          fix: () => narrowed(context.text, statement, resources),
        });
      },
    };
  },
});

function narrowed(
  text: string,
  statement: Statement,
  resources: readonly string[],
): readonly Edit[] | undefined {
  if (statement.resource === undefined) return insertMember(text, statement.node, 'Resource', resources);
  const { value } = statement.resource.member;
  if (value.type !== 'Array') return replaceValue(text, value, resources);
  const [first, ...others] = value.elements;
  if (first === undefined) return undefined;
  if (others.length === 0) return replaceElementByMany(text, value, first, resources);
  const kept = new Set(resources);
  const gone = value.elements.filter((element) => !(element.type === 'String' && kept.has(element.value)));
  // Where all that is named stands there already, the rest only goes.
  return value.elements.length - gone.length === resources.length
    ? removeElements(text, value, gone)
    : replaceValue(text, value, resources);
}

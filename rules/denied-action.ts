import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import { reasonOf } from './shared/reasons/because-facts.js';
import { requestFacts, requestPlaces } from './shared/reasons/request-places.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'denied-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that a declared call needs and a policy denies',
      category: 'calls',
      recommended: 'error',
      sources: [IAM_PAGES.authorization],
    },
    messages: {
      denied: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}},
        but denied here, and no Allow outweighs a Deny; leave it out of the Deny.`,
      request: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}}{resources, plural, =0 {} other { on {resources, list}}}
        {context, plural, =0 {} other {with {context, list, plain}}}, but that is denied here, and no Allow outweighs a Deny;
        leave it out of the Deny.`,
    },
  },
  create(context) {
    return {
      workload({ verdict, catalog }) {
        for (const { action, by, request, because, confidence } of verdict.denied) {
          for (const site of by) {
            if (!context.owns(site.policy.policy)) continue;
            const reason = reasonOf(because, catalog);
            const { call, others } = reason;
            const finding = {
              at: nodeOf(site),
              facts: defined({
                ...reason.facts,
                pattern: site.element?.value,
                request: request && requestFacts(action, request),
              }),
              confidence,
              related: reason.related,
              key: request === undefined ? action : `${action} ${request.resource}`,
              url: reason.url,
            };
            if (request === undefined)
              context.report({ ...finding, messageId: 'denied', data: { action, call, others } });
            else
              context.report({
                ...finding,
                messageId: 'request',
                data: { action, call, others, ...requestPlaces(request) },
              });
          }
        }
      },
    };
  },
});

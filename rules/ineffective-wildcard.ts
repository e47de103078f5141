import { createRule } from '../src/lint/rule.js';
import { isWildcard, matches, serviceOf } from '../src/policy/grants/pattern.js';
import { actionNames, unknownType } from './shared/names/action-names.js';
import { actionsOf } from './shared/elements/listed.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'ineffective-wildcard',
  meta: {
    type: 'problem',
    docs: {
      description: 'Wildcards that match no action of a service that the catalog knows',
      category: 'no-effect',
      recommended: 'warning',
      sources: [errorCodes('IAM.1036')],
    },
    messages: {
      none: `"{pattern}" matches
        {count, plural, one {not the only action} other {none of the # actions}}
        that the documentation of {service} names; correct it or remove it.`,
    },
    confidence: 'likely',
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        for (const { value, node } of actionsOf(statement)) {
          const service = serviceOf(value);
          const names =
            service === undefined || !isWildcard(value) ? [] : actionNames(service, kind, context.catalog);
          // That no action has its type, `unknown-resource-type` says better.
          if (
            service === undefined ||
            names.length === 0 ||
            unknownType(value, names) !== undefined ||
            names.some((name) => matches(value, name))
          )
            continue;
          context.report({
            at: node,
            messageId: 'none',
            data: { pattern: value, service, count: names.length },
          });
        }
      },
    };
  },
});

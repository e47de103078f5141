import type { Catalog, ServiceFacts } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { foldAction, isWildcard, serviceOf } from '../src/policy/grants/pattern.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { AGENCY_USES, ESCALATIONS, SENSITIVE_ACTIONS } from '../src/policy/facts/sensitive-actions.js';
import { hasIdentityFacts } from './shared/names/identity-facts.js';
import { littleKnown } from './shared/reasons/little-known.js';
import { meantActions } from './shared/names/misspelt-action.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

/** More would not help to choose. */
const SHOWN = 2;

export const rule = createRule({
  id: 'unknown-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that the catalog does not know',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [errorCodes('IAM.1036'), IAM_PAGES.permissionsAndActions],
    },
    messages: {
      unknown: `The documentation of {service} names no action "{action}";
        check the name, which may exist without being documented.`,
      unread: `No page of {service} that was read names the action "{action}", and not all of its pages were;
        check the name.`,
      near: 'The documentation of {service} names no action "{action}"; did you mean {near, list, or}?',
      replace: 'Replace it by "{action}".',
    },
    confidence: 'likely',
    options: {
      properties: {
        undocumented: { type: 'boolean', description: 'Report names that are like no known one, too.' },
      },
      defaults: { undocumented: true },
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ action, notAction }, policy) {
        for (const { value, node } of [...(action?.items ?? []), ...(notAction?.items ?? [])]) {
          const service = serviceThatLacks(value, policy.kind, context.catalog);
          if (service === undefined) continue;
          const near = meantActions(value, service).slice(0, SHOWN);
          const data = { action: value, service: service.name };
          if (near.length > 0) {
            context.report({
              at: node,
              messageId: 'near',
              data: { ...data, near },
              facts: { near, ...littleKnown(service.name, context.catalog) },
              suggest: near.map((name) => ({
                messageId: 'replace',
                data: { action: name },
                edits: () => replaceString(context.text, node, name),
              })),
            });
          } else if (context.options.undocumented) {
            const messageId = isReadInPart(policy.kind, service, context.catalog) ? 'unread' : 'unknown';
            context.report({
              at: node,
              messageId,
              data,
              facts: { ...littleKnown(service.name, context.catalog) },
              confidence: 'doubtful',
            });
          }
        }
      },
    };
  },
});

function isReadInPart(kind: PolicyKind, { name }: ServiceFacts, catalog: Catalog): boolean {
  const version = kind === 'role' || kind === 'policy' ? '1.1' : '5.0';
  return catalog.coverage(name)?.partial.includes(version) === true;
}

/** What other sources than the catalog's pages name, each said beside the name. */
const NAMED_ELSEWHERE = new Set(
  [...ESCALATIONS.map(({ action }) => action), ...AGENCY_USES, ...SENSITIVE_ACTIONS].map(foldAction),
);

/** Three names joined by colons: other forms are another rule's. */
const WELL_FORMED = /^[\w-]+:[\w-]+:[\w-]+$/;

/** The service of an action that the catalog does not know, where it knows the service; undefined for all others. */
function serviceThatLacks(action: string, kind: PolicyKind, catalog: Catalog): ServiceFacts | undefined {
  if (
    isWildcard(action) ||
    !WELL_FORMED.test(action) ||
    catalog.action(action) !== undefined ||
    catalog.formerAction(action) !== undefined ||
    NAMED_ELSEWHERE.has(foldAction(action)) ||
    catalog.isNamedElsewhere(action)
  )
    return undefined;
  const service = catalog.service(serviceOf(action) ?? '');
  return service === undefined || kind === 'role' || kind === 'policy' || hasIdentityFacts(service)
    ? service
    : undefined;
}

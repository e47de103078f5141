import { nearNames } from '../src/calls/resolve/near-names.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { resourceParts } from '../src/policy/grants/resource.js';
import { takesResourcesOf } from '../src/policy/facts/resource-homes.js';
import { foreignCloud } from '../src/policy/facts/foreign-languages.js';
import { RESOURCE_SERVICES } from '../src/policy/facts/service-scopes.js';
import { servicesOf } from './shared/elements/condition-facts.js';
import { namedResourcesOf } from './shared/elements/listed.js';
import { isKnownService, meantServices } from './shared/names/meant-services.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'resource-service',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Resources of a service or type that does not exist, or of another service than the actions',
      category: 'validity',
      recommended: 'warning',
      strict: 'error',
      sources: [errorCodes('IAM.1043 to IAM.1048'), IAM_PAGES.resourceLevelServices],
      kinds: ['role', 'policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      service: `The documentation names no service "{service}";
        {near, plural, =0 {check the name.} other {did you mean {near, list, or}?}}`,
      other: `The resource is of "{service}", whose actions the statement does not name;
        name resources of {services, list, or}.`,
      type: 'The service {service} has no resource type "{type}"; use {types, list, or}.',
      replace: 'Write "{resource}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        const own = servicesOf(statement);
        for (const { value: resource, node } of namedResourcesOf(statement)) {
          const parts = resourceParts(resource);
          if (parts === undefined || !/^[\w-]+$/.test(parts.service)) continue;
          const { service, type } = parts;
          const replaceBy = (index: number, names: readonly string[]) =>
            names.map((name) => {
              const replacement = resource.split(':').with(index, name).join(':');
              return {
                messageId: 'replace' as const,
                data: { resource: replacement },
                edits: () => replaceString(context.text, node, replacement),
              };
            });
          const types = typesOf(service, kind, context.catalog);
          if (!isKnownService(service, context.catalog)) {
            // Names of other clouds are another rule's.
            const near = meantServices(service, '', context.catalog);
            if (foreignCloud(service) === undefined)
              context.report({
                at: node,
                messageId: 'service',
                data: { service, near },
                confidence: near.length === 0 ? 'doubtful' : undefined,
                suggest: replaceBy(0, near),
              });
          } else if (own !== undefined && !isTakenBy(own, service)) {
            context.report({
              at: node,
              messageId: 'other',
              data: { service, services: [...own] },
            });
          } else if (
            types.length > 0 &&
            /^[\w-]+$/.test(type) &&
            !types.some((one) => one.toLowerCase() === type)
          ) {
            context.report({
              at: node,
              messageId: 'type',
              data: { service, type, types },
              suggest: replaceBy(3, nearNames(type, types)),
            });
          }
        }
      },
    };
  },
});

/** Whether any of the services takes resources of one: of its own, or of another's. */
function isTakenBy(services: ReadonlySet<string>, service: string): boolean {
  return services.has(service) || [...services].some((one) => takesResourcesOf(one, service));
}

/** The resource types of a service; none where the documentation does not list them for this kind of policy. */
function typesOf(service: string, kind: PolicyKind, catalog: Catalog): readonly string[] {
  const documented = catalog.service(service)?.model.resources?.map((resource) => resource.type_name) ?? [];
  const classic = Object.hasOwn(RESOURCE_SERVICES, service) ? (RESOURCE_SERVICES[service]?.types ?? []) : [];
  return kind === 'policy' || kind === 'role' ? [...new Set([...classic, ...documented])] : documented;
}

import type { Catalog } from '../src/catalog/catalog.js';
import type { ExpectedAction } from '../src/expectations/expectation.js';
import { createRule } from '../src/lint/rule.js';
import { isWildcard, matches, serviceOf } from '../src/policy/grants/pattern.js';
import { closestWord } from '../src/wording/edit-distance.js';
import { isKnownService, meantServices } from './shared/names/meant-services.js';
import { meantActions } from './shared/names/misspelt-action.js';

export const rule = createRule({
  id: 'unknown-expected-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Expected actions that the catalog does not know',
      category: 'access',
      recommended: 'warning',
      strict: 'error',
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/expectations.md'],
    },
    messages: {
      action: `No action that is documented is "{action}"{near, plural, =0 {;
        check the name, as what is misspelt is neither forbidden nor asked for.} other {; did you mean {near, list, or}?}}`,
      service: `No service is known as "{service}"{near, plural, =0 {;
        check the name, as what is misspelt is neither forbidden nor asked for.} other {; did you mean {near, list, or}?}}`,
    },
    confidence: 'likely',
  },
  create(context) {
    return {
      expectations({ file: { expectations } }) {
        for (const expectation of expectations) {
          if (!('actions' in expectation)) continue;
          for (const action of expectation.actions) {
            const unknown = unknownIn(action, context.catalog);
            if (unknown !== undefined) context.report({ at: action.span, ...unknown });
          }
        }
      },
    };
  },
});

/** More would not help to choose. */
const SHOWN = 2;

function unknownIn({ text }: ExpectedAction, catalog: Catalog) {
  const service = serviceOf(text);
  if (service === undefined) return undefined;
  const rest = text.slice(service.length);
  if (!isKnownService(service, catalog)) {
    const near = meantServices(service, rest, catalog).slice(0, SHOWN);
    return { messageId: 'service', data: { service, near } } as const;
  }
  if (catalog.service(service) === undefined || isNamed(text, catalog)) return undefined;
  return { messageId: 'action', data: { action: text, near: nearActions(text, service, catalog) } } as const;
}

function isNamed(action: string, catalog: Catalog): boolean {
  if (!isWildcard(action))
    return (
      catalog.action(action) !== undefined ||
      catalog.formerAction(action) !== undefined ||
      catalog.successorsOf(action).length > 0 ||
      catalog.isNamedElsewhere(action)
    );
  const actions = catalog.service(serviceOf(action) ?? '')?.actions ?? new Map();
  return [...actions.keys()].some((name: string) => matches(action, name));
}

/** Of a pattern, the same with the type of resources that is most like its own. */
function nearActions(action: string, service: string, catalog: Catalog): readonly string[] {
  const facts = catalog.service(service);
  if (facts === undefined) return [];
  if (!isWildcard(action)) return meantActions(action, facts).slice(0, SHOWN);
  const [, type = '', operation = '*'] = action.split(':');
  const types = new Map(
    [...facts.actions.values()].flatMap(({ name }) => {
      const [, known = ''] = name.split(':');
      return known === '' || known.includes('*') ? [] : [[known.toLowerCase(), known] as const];
    }),
  );
  const near = closestWord(type.toLowerCase(), [...types.keys()], SHOWN);
  return near === undefined ? [] : [`${service}:${types.get(near) ?? near}:${operation}`];
}

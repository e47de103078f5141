import { nearNames } from '../src/calls/resolve/near-names.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { GLOBAL_KEYS, GLOBAL_PREFIX, globalKey, keyPrefix } from '../src/policy/facts/condition-keys.js';
import { renameKey } from '../src/policy/edit/edit.js';
import { rememberFor } from '../src/remember.js';
import { toAscii } from '../src/policy/syntax/look-alikes.js';
import type { Statement } from '../src/policy/model/policy.js';
import { servicesOf } from './shared/elements/condition-facts.js';
import { conditionsOf } from './shared/elements/listed.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { isKnownService, meantServices } from './shared/names/meant-services.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-condition-key',
  meta: {
    type: 'problem',
    docs: {
      description: 'Condition keys that no document names, or that belong to another service',
      category: 'validity',
      recommended: 'warning',
      strict: 'error',
      sources: [IAM_PAGES.policySyntax, 'https://support.huaweicloud.com/usermanual-iam5/iam_01_1287.html'],
    },
    messages: {
      prefix: '"{key}" names no service before a colon; write a key such as {near, list, or}.',
      noService: `"{prefix}" of the condition key "{key}" is no service;
        {near, plural, =0 {check the name.} other {write a key such as {near, list, or}.}}`,
      foreign: '"{key}" is a condition key of another cloud; write one such as {near, list, or}.',
      global: `The documentation names no global condition key "{key}";
        {near, plural, =0 {check the name.} other {did you mean {near, list, or}?}}`,
      service:
        '"{key}" is a condition key of another service; use one of {services, list, or}, or a global one.',
      key: `The documentation of {service} names no condition key "{key}";
        {near, plural, =0 {check the name.} other {did you mean {near, list, or}?}}`,
      replace: 'Write "{key}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { entry } of conditionsOf(statement)) {
          // Blanks and look-alikes are other rules'.
          const key = (toAscii(entry.key) ?? entry.key).trim();
          const fault = hasPlaceholder(key) ? undefined : faultOf(key, statement, context.catalog);
          if (fault === undefined) continue;
          const { near } = fault.data;
          context.report({
            at: entry.member.name,
            ...fault,
            // New keys appear faster than anybody lists them.
            confidence: near.length === 0 && fault.messageId !== 'service' ? 'doubtful' : undefined,
            suggest: near.map((name) => ({
              messageId: 'replace',
              data: { key: name },
              edits: () => renameKey(context.text, entry.member, name),
            })),
          });
        }
      },
    };
  },
});

interface Meant {
  readonly key: string;
  /** Names that may be meant. */
  readonly near: readonly string[];
}

type Fault =
  | { readonly messageId: 'prefix' | 'foreign' | 'global'; readonly data: Meant }
  | { readonly messageId: 'noService'; readonly data: Meant & { readonly prefix: string } }
  | { readonly messageId: 'service'; readonly data: Meant & { readonly services: readonly string[] } }
  | { readonly messageId: 'key'; readonly data: Meant & { readonly service: string } };

/** Prefixes of global keys of other clouds, and `hw`, which documents of GES still use. */
const FOREIGN = new Set(['aws', 'acs', 'qcs']);
const OTHER_GLOBAL = new Set(['hw']);

function faultOf(key: string, statement: Statement, catalog: Catalog): Fault | undefined {
  const prefix = keyPrefix(key);
  if (prefix === GLOBAL_PREFIX) {
    const near = nearGlobal(key.slice(2));
    return globalKey(key) === undefined ? { messageId: 'global', data: { key, near } } : undefined;
  }
  if (prefix === undefined) return { messageId: 'prefix', data: { key, near: nearGlobalOr(key) } };
  if (FOREIGN.has(prefix))
    return { messageId: 'foreign', data: { key, near: nearGlobalOr(key.slice(prefix.length + 1)) } };
  if (OTHER_GLOBAL.has(prefix)) return undefined;
  const own = servicesOf(statement);
  if (own !== undefined && !own.has(prefix))
    return { messageId: 'service', data: { key, near: [], services: [...own] } };
  if (own === undefined && !isPrefix(prefix, catalog))
    return { messageId: 'noService', data: { key, prefix, near: nearOfOtherPrefix(key, prefix, catalog) } };
  const documented = keysOf(prefix, catalog);
  if (documented.length === 0 || isAmong(documented, key)) return undefined;
  return { messageId: 'key', data: { key, near: nearNames(key, documented), service: prefix } };
}

/** Whether keys may begin so: with a service, or as documented keys do. */
function isPrefix(prefix: string, catalog: Catalog): boolean {
  return isKnownService(prefix, catalog) || prefixesOf(catalog).has(prefix);
}

const prefixesOf = rememberFor((catalog: Catalog): ReadonlySet<string> => {
  const models = catalog.services.flatMap((name) => catalog.service(name)?.model ?? []);
  const keys = models.flatMap((model) => model.condition_keys ?? []);
  return new Set(keys.flatMap(({ key }) => keyPrefix(key) ?? []));
});

/** The same key below the prefix that is meant: that of global keys, or a service spelled nearly so. */
function nearOfOtherPrefix(key: string, prefix: string, catalog: Catalog): readonly string[] {
  const rest = key.slice(prefix.length + 1);
  const global = nearGlobal(rest);
  return global.length > 0
    ? global
    : meantServices(prefix, '', catalog).map((service) => `${service}:${rest}`);
}

/** The condition keys that the documentation of a service names. */
function keysOf(service: string, catalog: Catalog): readonly string[] {
  return (catalog.service(service)?.model.condition_keys ?? [])
    .map((candidate) => candidate.key)
    .filter((candidate) => keyPrefix(candidate) === service);
}

/** A documented key with a slash takes the name of a tag behind it. */
function isAmong(documented: readonly string[], key: string): boolean {
  const folded = key.toLowerCase();
  return documented.some((candidate) => {
    const slash = candidate.indexOf('/');
    return (
      candidate.toLowerCase() === folded ||
      (slash !== -1 && folded.startsWith(candidate.slice(0, slash + 1).toLowerCase()))
    );
  });
}

/** What other clouds call a global key, in lower case. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['multifactorauthpresent', 'MFAPresent'],
  ['multifactorauthage', 'MFAAge'],
  ['principalarn', 'PrincipalUrn'],
  ['sourcearn', 'SourceUrn'],
]);

/** Global keys with nearly the name, which keeps the name of a tag. */
function nearGlobal(name: string): readonly string[] {
  const slash = name.indexOf('/');
  const [base, tag] = slash === -1 ? [name, ''] : [name.slice(0, slash), name.slice(slash + 1)];
  const candidates = GLOBAL_KEYS.filter(({ named }) => named === (slash !== -1)).map(({ key }) =>
    key.slice(2),
  );
  const exact = OTHER_NAMES.get(base.toLowerCase());
  return (exact === undefined ? nearNames(base, candidates, 2) : [exact]).map(
    (near) => `${GLOBAL_PREFIX}:${near}${tag}`,
  );
}

/** One to show how they look, where none has nearly the name. */
function nearGlobalOr(name: string): readonly string[] {
  const near = nearGlobal(name);
  return near.length > 0 ? near : ['g:UserName'];
}

import { nearNames } from '../src/calls/resolve/near-names.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { GLOBAL_KEYS, GLOBAL_PREFIX, globalKey, keyPrefix } from '../src/policy/facts/condition-keys.js';
import { renameKey } from '../src/policy/edit/edit.js';
import { toAscii } from '../src/policy/syntax/look-alikes.js';
import type { Statement } from '../src/policy/model/policy.js';
import { servicesOf } from './shared/condition-facts.js';
import { conditionsOf } from './shared/listed.js';
import { hasPlaceholder } from './shared/placeholder.js';

export const rule = createRule({
  id: 'unknown-condition-key',
  meta: {
    type: 'problem',
    docs: {
      description: 'Condition keys that no document names, or that belong to another service',
      category: 'validity',
      recommended: 'warning',
      strict: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略语法.md',
        'https://support.huaweicloud.com/usermanual-iam5/iam_01_1287.html',
      ],
    },
    messages: {
      prefix:
        'Unexpected condition key "{{key}}" without a service before a colon, expected one such as {{near}}.',
      foreign: 'Unexpected condition key "{{key}}" of another cloud, expected one such as {{near}}.',
      global: 'Unexpected global condition key "{{key}}", expected one that the documentation names{{near}}.',
      service:
        'Unexpected condition key "{{key}}" of another service, expected one of {{services}} or a global one.',
      key: 'Unexpected condition key "{{key}}", expected one that the documentation of {{service}} names{{near}}.',
      replace: 'Write "{{key}}".',
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
          const { messageId, near, data } = fault;
          const names = near.map((name) => `"${name}"`).join(' or ');
          context.report({
            at: entry.member.name,
            messageId,
            data: {
              ...data,
              key,
              near:
                messageId === 'prefix' || messageId === 'foreign'
                  ? names
                  : near.length === 0
                    ? ''
                    : `, such as ${names}`,
            },
            // New keys appear faster than anybody lists them.
            ...(near.length === 0 && messageId !== 'service' ? { confidence: 'doubtful' } : {}),
            suggest: (messageId === 'service' ? [] : near).map((name) => ({
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

interface Fault {
  readonly messageId: 'prefix' | 'foreign' | 'global' | 'service' | 'key';
  readonly near: readonly string[];
  readonly data: Readonly<Record<string, string>>;
}

/** Prefixes of global keys of other clouds, and `hw`, which documents of GES still use. */
const FOREIGN = new Set(['aws', 'acs', 'qcs']);
const OTHER_GLOBAL = new Set(['hw']);

function faultOf(key: string, statement: Statement, catalog: Catalog): Fault | undefined {
  const prefix = keyPrefix(key);
  if (prefix === GLOBAL_PREFIX)
    return globalKey(key) === undefined
      ? { messageId: 'global', near: nearGlobal(key.slice(2)), data: {} }
      : undefined;
  if (prefix === undefined || FOREIGN.has(prefix)) {
    const near = nearGlobal(prefix === undefined ? key : key.slice(prefix.length + 1));
    return {
      messageId: prefix === undefined ? 'prefix' : 'foreign',
      near: near.length > 0 ? near : ['g:UserName'],
      data: {},
    };
  }
  if (OTHER_GLOBAL.has(prefix)) return undefined;
  const own = servicesOf(statement);
  if (own !== undefined && !own.has(prefix))
    return {
      messageId: 'service',
      near: [],
      data: { services: [...own].map((name) => `"${name}"`).join(', ') },
    };
  const documented = (catalog.service(prefix)?.model.condition_keys ?? [])
    .map((candidate) => candidate.key)
    .filter((candidate) => keyPrefix(candidate) === prefix);
  const folded = key.toLowerCase();
  if (
    documented.length === 0 ||
    documented.some(
      (candidate) =>
        candidate.toLowerCase() === folded ||
        (candidate.includes('/') &&
          folded.startsWith(candidate.slice(0, candidate.indexOf('/') + 1).toLowerCase())),
    )
  )
    return undefined;
  return { messageId: 'key', near: nearNames(key, documented), data: { service: prefix } };
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

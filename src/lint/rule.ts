import { defined } from '../defined.js';
import type { PolicyKind } from '../policy/model/policy.js';
import type { Sentences } from '../wording/speaker.js';
import { ruleUrl } from './policy-rule.js';
import type { PolicyRule } from './policy-rule.js';
import { IAM_KINDS } from './rule-definition.js';
import type { NoOptions, RuleDefinition, RuleMeta, RuleOptions } from './rule-definition.js';
import { examine } from './run/examine.js';

/**
 * Makes a rule. A rule lives in `rules/<id>.ts`, exports itself as `rule`, and says what it looks at by the listeners
 * that `create` returns; this wrapper turns them into one ESLint visitor and calls only those that fit the file.
 */
export function createRule<const Messages extends Sentences, Options extends RuleOptions = NoOptions>(
  definition: RuleDefinition<Messages, Options>,
): PolicyRule {
  const { id, meta } = definition;
  const kinds = new Set<PolicyKind>(meta.docs.kinds ?? IAM_KINDS);
  return {
    id,
    docs: meta.docs,
    messages: meta.messages,
    meta: {
      type: meta.type,
      docs: {
        description: meta.docs.description,
        recommended: meta.docs.recommended !== false,
        url: ruleUrl(id),
      },
      messages: eslintMessages(meta.messages),
      ...eslintOptions(meta.options),
      ...defined({ fixable: meta.fixable === true ? ('code' as const) : undefined }),
      hasSuggestions: meta.hasSuggestions === true,
    },
    examine: (source, options) => examine(definition, kinds, source, options),
    create(eslint) {
      const source = eslint.sourceCode;
      if (source.kind === 'none') return {};
      source.settings ??= eslint.settings?.['lint-policies'];
      return {
        Document() {
          // The runner has examined the file already, and calls ESLint only for what was found.
          const reports =
            source.examined === undefined
              ? examine(definition, kinds, source, eslint.options[0] as Options | undefined)
              : (source.examined.get(id) ?? []);
          for (const report of reports) eslint.report(report);
        },
      };
    },
  };
}

/** What ESLint may say: the sentence, which is finished when it is reported. Its own places know no plurals and lists. */
function eslintMessages(messages: Sentences): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(messages).map((id) => [id, '{{sentence}}']));
}

function eslintOptions(options: RuleMeta<Sentences, RuleOptions>['options']) {
  if (options === undefined) return { schema: [], defaultOptions: [] };
  const { properties, defaults } = options;
  return {
    schema: [{ type: 'object', properties, additionalProperties: false } as const],
    defaultOptions: [defaults],
  };
}

import type { PolicyKind } from '../policy/model/policy.js';
import { IAM_KINDS, ruleUrl } from './rule-contract.js';
import type { NoOptions, PolicyRule, RuleDefinition, RuleOptions } from './rule-contract.js';
import { examine } from './run/examine.js';

/**
 * Makes a rule. A rule lives in `rules/<id>.ts`, exports itself as `rule`, and says what it looks at by the listeners
 * that `create` returns; this wrapper turns them into one ESLint visitor and calls only those that fit the file.
 */
export function createRule<Message extends string, Options extends RuleOptions = NoOptions>(
  definition: RuleDefinition<Message, Options>,
): PolicyRule {
  const { id, meta } = definition;
  const kinds = new Set<PolicyKind>(meta.docs.kinds ?? IAM_KINDS);
  return {
    id,
    docs: meta.docs,
    meta: {
      type: meta.type,
      docs: {
        description: meta.docs.description,
        recommended: meta.docs.recommended !== false,
        url: ruleUrl(id),
      },
      messages: meta.messages,
      schema:
        meta.options === undefined
          ? []
          : [{ type: 'object', properties: meta.options.properties, additionalProperties: false }],
      defaultOptions: meta.options === undefined ? [] : [meta.options.defaults],
      ...(meta.fixable === true ? { fixable: 'code' as const } : {}),
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

import { DOCS_URL } from '../project.js';
import { phrase } from '../wording/speaker.js';
import type { Sentences } from '../wording/speaker.js';
import type { PolicySourceCode } from './language/source-code.js';
import type { JsonValue } from './results/lint-record.js';
import type { RuleReport } from './results/rule-report.js';
import type { RuleDocs, RuleOptions } from './rule-definition.js';

/** A finished rule: what ESLint takes, and what the registry, presets and documentation read. */
export interface PolicyRule {
  readonly id: string;
  readonly docs: RuleDocs;
  /** Its sentences in English, with their places. */
  readonly messages: Sentences;
  /** What ESLint reads. */
  readonly meta: {
    readonly type: 'problem' | 'suggestion' | 'layout';
    readonly docs: { readonly description: string; readonly recommended: boolean; readonly url: string };
    readonly messages: Readonly<Record<string, string>>;
    readonly schema: readonly {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, JsonValue>>;
      readonly additionalProperties: false;
    }[];
    readonly defaultOptions: readonly RuleOptions[];
    readonly fixable?: 'code';
    readonly hasSuggestions: boolean;
  };
  /** What the rule finds in a file, as ESLint takes it. An error of the rule is thrown, or kept where somebody collects. */
  readonly examine: (source: PolicySourceCode, options: RuleOptions | undefined) => readonly RuleReport[];
  readonly create: (context: EslintContext) => Readonly<Record<string, () => void>>;
}

/** The part of ESLint's rule context that is used here. */
export interface EslintContext {
  readonly options: readonly unknown[];
  readonly sourceCode: PolicySourceCode;
  readonly settings?: Readonly<Record<string, unknown>>;
  report(descriptor: RuleReport): void;
}

/** What a rule reports, in one line without a full stop, in the language that is spoken. */
export function descriptionOf({ id, docs }: Pick<PolicyRule, 'id' | 'docs'>): string {
  return phrase(`rules/${id}`, 'description', docs.description, {});
}

/** Where a rule's page is published. */
export function ruleUrl(id: string): string {
  return `${DOCS_URL}/rules/${id}.md`;
}

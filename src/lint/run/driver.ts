import type { ESLint, Linter as LinterTypes } from 'eslint';
import { NAMESPACE, bareRule } from '../language/directives.js';
import { UNUSED_SUPPRESSION_RULE } from '../results/findings.js';
import { PolicyLanguage } from '../language/language.js';
import { createLinter } from './linter.js';
import { toMessages } from '../results/messages.js';
import { TOOL } from '../../project.js';
import type { PolicyRule } from '../policy-rule.js';
import type { RuleOptions } from '../rule-definition.js';
import type { RuleReport } from '../results/rule-report.js';
import type { ActiveRule } from '../config/rule-settings.js';
import { openSink } from './sink.js';
import type { Sink } from './sink.js';
import type { PolicySourceCode } from '../language/source-code.js';

export interface DriverResult {
  readonly messages: readonly LinterTypes.LintMessage[];
  /** How many findings comments suppressed. */
  readonly suppressed: number;
  readonly sink: Sink;
}

/** Runs rules over one parsed file. */
export type Driver = (source: PolicySourceCode, active: ReadonlyMap<string, ActiveRule>) => DriverResult;

/** ESLint wants a name below its working directory; which file it is, rules learn from their source. */
const FILE_NAME = 'policy';

const ESLINT_LEVEL = { off: 'off', warning: 'warn', error: 'error' } as const;

const UNSUPPRESSABLE: ReadonlySet<string> = new Set(['suppression-without-reason']);

/**
 * Runs these rules over files. They look at a file by themselves; ESLint's `Linter` is called only where comments may
 * suppress what they found: to load it takes longer than to lint a policy, and to set up eighty rules for a file longer
 * than they need.
 */
export function createDriver(rules: readonly PolicyRule[]): Driver {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const verify = createVerify(rules);
  return (source, active) => {
    const sink = openSink(source);
    source.examined = examineAll(source, active, byId);
    if (source.directives.length === 0)
      return { messages: toMessages(source.text, source.examined, active), suppressed: 0, sink };
    const unused = active.get(UNUSED_SUPPRESSION_RULE)?.severity;
    const { messages, suppressed } = verify(source, active, {
      filename: FILE_NAME,
      reportUnusedDisableDirectives: ESLINT_LEVEL[unused ?? 'off'],
    });
    // A comment cannot excuse itself for giving no reason. A message without a name is ESLint's own, about a directive.
    const kept = suppressed.filter(({ ruleId }) => ruleId !== null && UNSUPPRESSABLE.has(bareRule(ruleId)));
    const shown = [
      ...messages.filter(({ messageId }) => messageId !== undefined || unused !== undefined),
      ...kept,
    ];
    return {
      messages: kept.length === 0 ? shown : shown.sort((a, b) => a.line - b.line || a.column - b.column),
      suppressed: suppressed.length - kept.length,
      sink,
    };
  };
}

function examineAll(
  source: PolicySourceCode,
  active: ReadonlyMap<string, ActiveRule>,
  rules: ReadonlyMap<string, PolicyRule>,
): ReadonlyMap<string, readonly RuleReport[]> {
  const examined = new Map<string, readonly RuleReport[]>();
  for (const [id, { options }] of active) {
    const rule = rules.get(id);
    const reports =
      rule?.examine(
        source,
        options === undefined ? undefined : { ...rule.meta.defaultOptions[0], ...options },
      ) ?? [];
    if (reports.length > 0) examined.set(id, reports);
  }
  return examined;
}

type Verify = (
  source: PolicySourceCode,
  active: ReadonlyMap<string, ActiveRule>,
  options: VerifyOptions,
) => {
  readonly messages: readonly LinterTypes.LintMessage[];
  readonly suppressed: readonly LinterTypes.LintMessage[];
};

function createVerify(rules: readonly PolicyRule[]): Verify {
  const plugin = pluginOf(rules);
  let linter: LanguageLinter | undefined;
  const configs = new Map<ReadonlyMap<string, ActiveRule>, PreparedConfig>();
  return (source, active, options) => {
    const config = configs.get(active) ?? toPreparedConfig(plugin, active);
    configs.set(active, config);
    linter ??= createLinter() as unknown as LanguageLinter;
    const messages = linter.verify(source, config, options);
    return { messages, suppressed: linter.getSuppressedMessages() };
  };
}

/** The plugin that ESLint is given. Its types know only rules and languages for JavaScript. */
export function pluginOf(rules: readonly PolicyRule[]): ESLint.Plugin {
  const plugin = {
    meta: { name: TOOL.name, version: TOOL.version, namespace: NAMESPACE },
    languages: { policy: new PolicyLanguage() },
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule])),
  };
  return plugin as unknown as ESLint.Plugin;
}

/** `Linter` as it is: it takes a source of any language, which its types do not say. */
interface LanguageLinter {
  verify(source: PolicySourceCode, config: PreparedConfig, options: VerifyOptions): LinterTypes.LintMessage[];
  getSuppressedMessages(): LinterTypes.LintMessage[];
}

interface VerifyOptions {
  readonly filename: string;
  readonly reportUnusedDisableDirectives: 'off' | 'warn' | 'error';
}

/** A list of configurations that knows what to say of any file, as ESLint's own `FlatConfigArray` does. */
type PreparedConfig = readonly never[] & { readonly getConfig: () => object };

/**
 * The configuration as ESLint makes it of the plain one. It would do so for every file again, merging and checking all
 * rules, which takes longer than to parse a policy and to run the rules over it.
 */
function toPreparedConfig(plugin: ESLint.Plugin, active: ReadonlyMap<string, ActiveRule>): PreparedConfig {
  const rules = new Map(Object.entries(plugin.rules ?? {}).map(([id, rule]) => [`${NAMESPACE}/${id}`, rule]));
  const config = {
    plugins: { [NAMESPACE]: plugin },
    language: plugin.languages?.['policy'],
    languageOptions: {},
    linterOptions: {},
    settings: {},
    rules: Object.fromEntries(
      [...active].map(([id, { severity, options }]) => {
        const defaults = rules.get(`${NAMESPACE}/${id}`)?.meta?.defaultOptions?.[0] as
          RuleOptions | undefined;
        return [`${NAMESPACE}/${id}`, [severity === 'error' ? 2 : 1, { ...defaults, ...options }]];
      }),
    ),
    getRuleDefinition: (id: string) => rules.get(id),
  };
  return Object.assign([], { getConfig: () => config });
}

function toEslintConfig(plugin: ESLint.Plugin, active: ReadonlyMap<string, ActiveRule>): LinterTypes.Config {
  return {
    files: [FILE_NAME],
    plugins: { [NAMESPACE]: plugin },
    language: `${NAMESPACE}/policy`,
    rules: Object.fromEntries(
      [...active].map(([id, { severity, options }]) => [
        `${NAMESPACE}/${id}`,
        (options === undefined
          ? [ESLINT_LEVEL[severity]]
          : [ESLINT_LEVEL[severity], options]) as LinterTypes.RuleEntry,
      ]),
    ),
  };
}

/** What is wrong with a rule's options, by its schema; undefined where nothing is. */
export function checkOptions(rule: PolicyRule, options: RuleOptions): string | undefined {
  try {
    createLinter().verify(
      '',
      toEslintConfig(pluginOf([rule]), new Map([[rule.id, { severity: 'error', options }]])),
      { filename: FILE_NAME },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, fault = error.message] = /^\s*(Value .*)$/m.exec(error.message) ?? [];
    return fault.trim();
  }
}

import { Linter } from 'eslint/universal';
import type { ESLint, Linter as LinterTypes } from 'eslint';
import { NAMESPACE } from './directives.js';
import { PolicyLanguage } from './language.js';
import type { PolicyRule } from './rule.js';
import type { ActiveRule } from './rule-settings.js';
import { openSink } from './sink.js';
import type { Sink } from './sink.js';
import type { PolicySourceCode } from './source-code.js';

export interface DriverResult {
  readonly messages: readonly LinterTypes.LintMessage[];
  readonly suppressed: readonly LinterTypes.LintMessage[];
  readonly sink: Sink;
}

/** Runs rules over one parsed file. */
export type Driver = (source: PolicySourceCode, active: ReadonlyMap<string, ActiveRule>) => DriverResult;

/** ESLint wants a name below its working directory; which file it is, rules learn from their source. */
const FILE_NAME = 'policy';

/** Drives ESLint's `Linter` with these rules. */
export function createDriver(rules: readonly PolicyRule[]): Driver {
  const plugin = { meta: { name: 'lint-policies', namespace: NAMESPACE }, languages: { policy: new PolicyLanguage() }, rules: Object.fromEntries(rules.map((rule) => [rule.id, rule])) };
  const linter = new Linter() as unknown as LanguageLinter;
  const configs = new Map<ReadonlyMap<string, ActiveRule>, LinterTypes.Config>();

  return (source, active) => {
    let config = configs.get(active);
    if (config === undefined) {
      config = toEslintConfig(plugin as unknown as ESLint.Plugin, active);
      configs.set(active, config);
    }
    const sink = openSink(source);
    const messages = linter.verify(source, config, { filename: FILE_NAME, reportUnusedDisableDirectives: 'error' });
    return { messages, suppressed: linter.getSuppressedMessages(), sink };
  };
}

/** `Linter` as it is: it takes a source of any language, which its types do not say. */
interface LanguageLinter {
  verify(source: PolicySourceCode, config: LinterTypes.Config, options: { readonly filename: string; readonly reportUnusedDisableDirectives: 'error' }): LinterTypes.LintMessage[];
  getSuppressedMessages(): LinterTypes.LintMessage[];
}

function toEslintConfig(plugin: ESLint.Plugin, active: ReadonlyMap<string, ActiveRule>): LinterTypes.Config {
  return {
    files: [FILE_NAME],
    plugins: { [NAMESPACE]: plugin },
    language: `${NAMESPACE}/policy`,
    rules: Object.fromEntries([...active].map(([id, { severity, options }]) => [`${NAMESPACE}/${id}`, [severity === 'error' ? 2 : 1, ...(options === undefined ? [] : [options])] as LinterTypes.RuleEntry])),
  };
}

/** The library: types of the model and of the records, and the functions behind each command. */
export type * from './catalog/model.js';
export type * from './extract/record.js';
export type * from './lint/record.js';
export type { EslintContext, PolicyRule, RuleCategory, RuleContext, RuleDefinition, RuleDocs, RuleFinding, RuleListeners, RuleOptions, RuleSuggestion } from './lint/rule.js';
export type { LintInput, LintResult } from './lint/runner.js';
export type { ExpectedError, InvalidCase, RuleCase, RuleCases } from './lint/tester.js';
export type { LintConfig } from './lint/config.js';
export type { UserConfig } from './lint/config-schema.js';
export { loadCatalog } from './catalog/load.js';
export { DEFAULT_CONFIG, defineConfig } from './lint/config.js';
export { loadConfig } from './lint/config-file.js';
export { createRule } from './lint/rule.js';
export { lintFiles } from './lint/runner.js';
export { testRule } from './lint/tester.js';

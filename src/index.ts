/**
 * The library: the types of the model and of the records, and the functions behind each command. What needs an HTML parser
 * is loaded when it is called.
 */
import type { ServiceCatalog } from './catalog/model/model.js';
import type { Assembly } from './extract/assemble/assemble.js';
import type { SourcePage } from './extract/assemble/source-page.js';
import type { PageRecord } from './extract/extraction-record.js';

export type * from './catalog/model/model.js';
export type { Assembly } from './extract/assemble/assemble.js';
export type { SourcePage } from './extract/assemble/source-page.js';
export type * from './extract/extraction-record.js';
export type * from './lint/results/lint-record.js';
export type { Verdict, Workload, WorkloadPolicy } from './analysis/verdict.js';
export type { Call, Manifest, Resolution } from './calls/call.js';
export type { Catalog, ServiceFacts } from './catalog/catalog.js';
export type { LintConfig, UserConfig, UserSuppression } from './lint/config/config.js';
export type { EslintContext, PolicyRule } from './lint/policy-rule.js';
export type {
  RuleCategory,
  RuleContext,
  RuleDefinition,
  RuleDocs,
  RuleFinding,
  RuleListeners,
  RuleOptions,
  RuleSuggestion,
} from './lint/rule-definition.js';
export type { LintInput, LintResult } from './lint/run/runner.js';
export type { ExpectedError, InvalidCase, RuleCase, RuleCases } from './lint/tester.js';
export type { DocumentNode, RootNode } from './policy/model/ast.js';
export type { Policy, PolicyKind, Statement } from './policy/model/policy.js';

export { judge } from './analysis/judge.js';
export { synthesise } from './analysis/synthesis/synthesise.js';
export { parseManifest } from './calls/manifest/manifest.js';
export { resolveCall } from './calls/resolve/resolve.js';
export { diffCatalogs } from './catalog/change/catalog-diff.js';
export { loadCatalog } from './catalog/yaml/load.js';
export { createCatalog } from './catalog/index/memory.js';
export { DEFAULT_CONFIG, defineConfig } from './lint/config/config.js';
export { loadConfig } from './lint/config/config-file.js';
export { createRule } from './lint/rule.js';
export { lintFiles } from './lint/run/runner.js';
export { testRule } from './lint/tester.js';
export { compileGrants } from './policy/grants/grant.js';
export { loadSyntax, parsePolicyText } from './policy/syntax/parse-policy.js';
export { policyOf } from './policy/model/view.js';

/** Reads the permission tables of one page (HTML, Markdown, or the JSON of an authorization schema). */
export async function extractPage(bytes: Uint8Array, file: string): Promise<PageRecord> {
  const page = await import('./extract/extract-page.js');
  return page.extractPage(bytes, file);
}

/** Makes the catalogs of a cloud of page records; ids of `existing` ones are kept. */
export async function assembleCatalog(
  cloud: string,
  pages: readonly SourcePage[],
  existing: readonly ServiceCatalog[] = [],
): Promise<Assembly> {
  const assemble = await import('./extract/assemble/assemble.js');
  return assemble.assembleCatalog(cloud, pages, existing);
}

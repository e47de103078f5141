import { rules } from '../../rules/registry.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Operation } from '../catalog/model/model.js';
import { activeRules } from '../lint/config/rule-settings.js';
import { readManifestSource, readPolicySource } from '../lint/language/read-source.js';
import type { Severity } from '../lint/results/lint-record.js';
import { openSink } from '../lint/run/sink.js';
import { attachWorkspace, createWorkspace } from '../lint/run/workspace.js';
import { RULE_CATEGORIES } from '../lint/rule-definition.js';
import type { RuleCategory } from '../lint/rule-definition.js';
import type { Syntax } from '../policy/model/ast.js';
import { manifestText } from '../reference/snippets/manifest-snippet.js';

/** What a rule finds in a text that stands in no file. */
export interface TextFinding {
  readonly rule: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** The recommended rules: as the command has them where nobody configures anything. */
const ACTIVE = activeRules('recommended', rules, []);

/** Runs every recommended rule over a policy that is to cover some operations, in the order of the text; none of a text that cannot be read. */
export function lintText(
  text: string,
  syntax: Syntax,
  { catalog, operations }: { readonly catalog: Catalog; readonly operations: readonly Operation[] },
): TextFinding[] {
  const reading = readPolicySource({ path: POLICY, text, syntax });
  if (!reading.ok) return [];
  const { source } = reading;
  const calls = operations.map(({ id }) => ({ id, endpoint: undefined, shared: true }));
  const manifest = readManifestSource({
    path: MANIFEST,
    text: manifestText(catalog.cloud, calls, [POLICY]),
  }).source;
  openSink(source);
  attachWorkspace(
    source,
    createWorkspace({
      cloudOf: () => catalog.cloud,
      catalogs: () => catalog,
      manifests: manifest === undefined || operations.length === 0 ? [] : [manifest],
      files: { find: (path) => (path === POLICY ? source : undefined), isLinted: (path) => path === POLICY },
    }),
  );
  return [...ACTIVE]
    .flatMap(([id, { severity, options }]): TextFinding[] => {
      const rule = rules.find((one) => one.id === id);
      return (rule?.examine(source, options) ?? []).map(({ loc, data }) => ({
        rule: id,
        category: rule?.docs.category ?? RULE_CATEGORIES[0],
        severity,
        message: data.sentence,
        line: loc.start.line,
        column: loc.start.column,
      }));
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

const POLICY = 'policy.json';
const MANIFEST = 'policy.apis.yaml';

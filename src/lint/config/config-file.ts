import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { rules as ownRules } from '../../../rules/registry.js';
import { didYouMean, nearNames } from '../../calls/resolve/near-names.js';
import { readText } from '../../files.js';
import type { MemberNode, ValueNode } from '../../policy/model/ast.js';
import { loadSyntax, parsePolicyText, syntaxOf } from '../../policy/syntax/parse-policy.js';
import { Problem } from '../../problem.js';
import type { Span } from '../../span.js';
import { DEFAULT_CONFIG } from './config.js';
import type { ConfigSuppression, LintConfig, UserConfig } from './config.js';
import { checkOptions } from '../run/driver.js';
import { checkGlob } from './glob.js';
import { loadModule } from './load-module.js';
import { loadPluginRules } from '../language/plugin-rules.js';
import type { PolicyRule } from '../policy-rule.js';
import type { RuleSetting, RuleSettings } from './rule-settings.js';

/** Names of a configuration file, in the order in which they are looked for. */
const NAMES = ['js', 'mjs', 'ts', 'mts', 'json', 'jsonc', 'yaml', 'yml'].map(
  (extension) => `lint-policies.config.${extension}`,
);

/**
 * The configuration of a working directory: the file that is named, else `lint-policies.config.*` in the directory itself
 * (never above it, nor below: a configuration is code, and only the user's own is run), else the defaults.
 * @param trusted whether its code may be run: that of a module, and of plugins.
 * @throws Problem code `config`, with line and column where the file is JSON or YAML; also for code that may not be run.
 */
export async function loadConfig(cwd: string, file?: string, trusted = true): Promise<LintConfig> {
  const name = file ?? NAMES.find((candidate) => existsSync(resolve(cwd, candidate)));
  if (name === undefined) return DEFAULT_CONFIG;
  const path = resolve(cwd, name);
  if (!existsSync(path))
    throw new Problem(
      'config',
      'no such configuration file; check the path, or run "lint-policies init" for one',
      { file: name },
    );
  const shown = relative(cwd, path).replaceAll('\\', '/') || basename(path);
  const isCode = /\.(?:[cm]?[jt]s)$/.test(path);
  if (isCode && !trusted)
    throw new Problem('config', 'is code, and not the code of whoever runs this; it is not run', {
      file: shown,
    });
  const places = isCode ? await readModule(path, shown) : await readData(path, shown);
  const user = await validate(places);
  if (!trusted && (user.plugins ?? []).length > 0)
    throw problemAt(places, ['plugins'], 'names code, and not the code of whoever runs this; it is not run');
  return resolveConfig(user, places, dirname(path));
}

/** A configuration's value, and where its parts stand. */
interface ConfigSource {
  readonly file: string;
  readonly value: unknown;
  /** The node at a path of keys, or the nearest above it; undefined for a module. */
  readonly nodeAt: (path: readonly PropertyKey[]) => { readonly loc: Span } | undefined;
}

async function readModule(path: string, file: string): Promise<ConfigSource> {
  const module = await loadModule(path, file);
  if (module['default'] === undefined)
    throw new Problem('config', 'no default export; write "export default { … }"', { file });
  return { file, value: module['default'], nodeAt: () => undefined };
}

async function readData(path: string, file: string): Promise<ConfigSource> {
  const syntax = syntaxOf(path) === 'yaml' ? 'yaml' : 'jsonc';
  await loadSyntax(syntax);
  const parsed = parsePolicyText(readText(path), { syntax });
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new Problem('config', first?.message ?? 'unreadable', {
      file,
      ...(first === undefined ? {} : { line: first.line, column: first.column }),
    });
  }
  const [root, second] = parsed.document.body;
  if (second !== undefined)
    throw new Problem('config', 'several documents in one file; keep one', {
      file,
      line: second.loc.start.line,
      column: second.loc.start.column,
    });
  const odd = root === undefined ? undefined : protoIn(root.value);
  // The schema would pass over it.
  if (odd !== undefined)
    throw new Problem('config', 'unknown key "__proto__"; remove it', {
      file,
      line: odd.loc.start.line,
      column: odd.loc.start.column,
    });
  return {
    file,
    value: root === undefined ? {} : plainValue(root.value),
    nodeAt: (keys) => (root === undefined ? undefined : nodeAt(root.value, keys)),
  };
}

function plainValue(node: ValueNode): unknown {
  switch (node.type) {
    case 'Object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plainValue(value)]));
    case 'Array':
      return node.elements.map(plainValue);
    case 'Null':
      return null;
    case 'Unknown':
      return undefined;
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
  }
}

function protoIn(node: ValueNode): MemberNode | undefined {
  if (node.type === 'Array') return node.elements.map(protoIn).find((member) => member !== undefined);
  if (node.type !== 'Object') return undefined;
  return (
    node.members.find(({ name }) => name.value === '__proto__') ??
    node.members.map(({ value }) => protoIn(value)).find((member) => member !== undefined)
  );
}

function nodeAt(root: ValueNode, keys: readonly PropertyKey[]): { readonly loc: Span } {
  let node: { readonly loc: Span } = root;
  let value: ValueNode = root;
  for (const key of keys) {
    const member: MemberNode | undefined =
      value.type === 'Object' ? value.members.find(({ name }) => name.value === key) : undefined;
    const next: ValueNode | undefined =
      value.type === 'Array' && typeof key === 'number' ? value.elements[key] : member?.value;
    if (next === undefined) break;
    node = member?.name ?? next;
    value = next;
  }
  return node;
}

async function validate(source: ConfigSource): Promise<UserConfig> {
  const { configSchema } = await import('./config-schema.js');
  const result = configSchema.safeParse(source.value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined
    ? problemAt(source, [], 'not a configuration')
    : describeIssue(issue, source, Object.keys(configSchema.shape));
}

function describeIssue(issue: z.core.$ZodIssue, source: ConfigSource, topLevel: readonly string[]): Problem {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = issue.path.length === 0 ? didYouMean(nearNames(key, topLevel)) : '';
    return problemAt(
      source,
      [...issue.path, key],
      `unknown key "${key}"${near === '' ? '; remove it or correct its spelling' : near}`,
    );
  }
  const where = issue.path.map(String).join('.');
  const last = issue.path.at(-1);
  if (last === 'reason')
    return problemAt(source, issue.path, `${where}: a reason is needed; say why in a sentence`);
  if (issue.path[0] === 'rules' || issue.path[2] === 'rules')
    return problemAt(
      source,
      issue.path,
      `${where}: expected "off", "warning" or "error", or one of them with options: ["error", { … }]`,
    );
  return problemAt(
    source,
    issue.path,
    `${where === '' ? '' : `${where}: `}${issue.message.replace(/^Invalid (?:input|option): /, '')}`,
  );
}

function problemAt(
  { file, nodeAt: find }: ConfigSource,
  path: readonly PropertyKey[],
  message: string,
): Problem {
  const place = find(path)?.loc.start;
  return new Problem('config', message, {
    file,
    ...(place === undefined ? {} : { line: place.line, column: place.column }),
  });
}

async function resolveConfig(user: UserConfig, source: ConfigSource, folder: string): Promise<LintConfig> {
  const localRules = await loadPluginRules(user.plugins ?? [], folder, source.file);
  for (const [index, rule] of localRules.entries()) {
    if (
      ownRules.some(({ id }) => id === rule.id) ||
      localRules.findIndex(({ id }) => id === rule.id) !== index
    ) {
      throw problemAt(
        source,
        ['plugins'],
        `the rule "${rule.id}" of a plugin has a name that is taken; give it another`,
      );
    }
  }
  const known = new Map([...ownRules, ...localRules].map((rule) => [rule.id, rule]));
  const settings = (layer: UserConfig['rules'], path: readonly PropertyKey[]): RuleSettings => {
    for (const [id, setting] of Object.entries(layer ?? {}))
      checkSetting(id, setting, known, source, [...path, id]);
    return layer ?? {};
  };
  const checked = (patterns: string | readonly string[], path: readonly PropertyKey[]): readonly string[] =>
    checkGlobs(patterns, source, path);
  return {
    file: source.file,
    cloud: user.cloud ?? DEFAULT_CONFIG.cloud,
    preset: user.preset ?? DEFAULT_CONFIG.preset,
    rules: settings(user.rules, ['rules']),
    overrides: (user.overrides ?? []).map(({ files, rules }, index) => ({
      files: checked(files, ['overrides', index, 'files']),
      rules: settings(rules, ['overrides', index, 'rules']),
    })),
    suppressions: (user.suppressions ?? []).map((entry, index): ConfigSuppression => ({
      rules: asList(entry.rule).map((id) => knownRule(id, known, source, ['suppressions', index, 'rule'])),
      files: checked(entry.files, ['suppressions', index, 'files']),
      where: entry.where ?? {},
      reason: entry.reason,
      expires: entry.expires,
      file: source.file,
      span: source.nodeAt(['suppressions', index])?.loc ?? START,
    })),
    files: user.files === undefined ? [] : checked(user.files, ['files']),
    ignores: (user.ignores ?? []).map(({ files, reason }, index) => ({
      files: checked(files, ['ignores', index, 'files']),
      reason,
    })),
    catalogs: (user.catalogs ?? []).map((path) => resolve(folder, path)),
    manifests: user.manifests ?? [],
    workloads: Object.entries(user.workloads ?? {}).map(([name, { policies, sources, cloud }]) => ({
      name,
      policies: checked(policies, ['workloads', name, 'policies']),
      sources: checked(sources, ['workloads', name, 'sources']),
      cloud,
    })),
    baseline: user.baseline,
    failOn: user.failOn ?? DEFAULT_CONFIG.failOn,
    localRules,
  };
}

const START: Span = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

function checkSetting(
  id: string,
  setting: RuleSetting,
  known: ReadonlyMap<string, PolicyRule>,
  source: ConfigSource,
  path: readonly PropertyKey[],
): void {
  const rule = known.get(knownRule(id, known, source, path));
  const options = typeof setting === 'string' ? undefined : setting[1];
  if (rule === undefined || options === undefined) return;
  const properties = Object.keys(rule.meta.schema[0]?.properties ?? {});
  for (const name of Object.keys(options)) {
    if (!properties.includes(name)) {
      const near = didYouMean(nearNames(name, properties));
      throw problemAt(
        source,
        [...path, 1, name],
        `the rule "${id}" has no option "${name}"${near !== '' ? near : properties.length === 0 ? '; it has none' : `; it has ${properties.join(', ')}`}`,
      );
    }
  }
  const fault = checkOptions(rule, options);
  if (fault !== undefined) throw problemAt(source, [...path, 1], `options of the rule "${id}": ${fault}`);
}

function knownRule(
  id: string,
  known: ReadonlyMap<string, PolicyRule>,
  source: ConfigSource,
  path: readonly PropertyKey[],
): string {
  if (known.has(id)) return id;
  const near = didYouMean(nearNames(id, known.keys()));
  throw problemAt(
    source,
    path,
    `there is no rule "${id}"${near === '' ? '; "lint-policies rules" lists them' : near}`,
  );
}

function checkGlobs(
  patterns: string | readonly string[],
  source: ConfigSource,
  path: readonly PropertyKey[],
): readonly string[] {
  const list = asList(patterns);
  for (const pattern of list) {
    try {
      checkGlob(pattern);
    } catch (error) {
      throw error instanceof Problem ? problemAt(source, path, error.message) : error;
    }
  }
  return list;
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

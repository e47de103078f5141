import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { rules as ownRules } from '../../../rules/registry.js';
import { nearNames } from '../../calls/resolve/near-names.js';
import { Problem } from '../../problem.js';
import type { Span } from '../../span.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import { loadPluginRules } from '../language/plugin-rules.js';
import { DEFAULT_CONFIG } from './config.js';
import type { ConfigSuppression, LintConfig, UserConfig } from './config.js';
import { checkGlobs, checkSetting, knownRule } from './config-checks.js';
import { problemAt, readData, readModule } from './config-source.js';
import type { ConfigSource } from './config-source.js';
import type { RuleSettings } from './rule-settings.js';

const say = speaker('lint', en);

/** Names of a configuration file, in the order in which they are looked for. */
export const CONFIG_NAMES = ['js', 'mjs', 'ts', 'mts', 'json', 'jsonc', 'yaml', 'yml'].map(
  (extension) => `lint-policies.config.${extension}`,
);

/**
 * The configuration of a working directory: the file that is named, else `lint-policies.config.*` in the directory itself
 * (never above it, nor below: a configuration is code, and only the user's own is run), else the defaults.
 * @param trusted whether its code may be run: that of a module, and of plugins.
 * @throws Problem code `config`, with line and column where the file is JSON or YAML; also for code that may not be run.
 */
export async function loadConfig(cwd: string, file?: string, trusted = true): Promise<LintConfig> {
  const name = file ?? CONFIG_NAMES.find((candidate) => existsSync(resolve(cwd, candidate)));
  if (name === undefined) return DEFAULT_CONFIG;
  const path = resolve(cwd, name);
  if (!existsSync(path)) throw new Problem('config', say('noConfig'), { file: name });
  const shown = relative(cwd, path).replaceAll('\\', '/') || basename(path);
  const isCode = /\.(?:[cm]?[jt]s)$/.test(path);
  if (isCode && !trusted) throw new Problem('config', say('codeNotRun'), { file: shown });
  const places = isCode ? await readModule(path, shown) : await readData(path, shown);
  const user = await validate(places);
  if (!trusted && (user.plugins ?? []).length > 0)
    throw problemAt(places, ['plugins'], say('namesCodeNotRun'));
  return resolveConfig(user, places, dirname(path));
}

async function validate(source: ConfigSource): Promise<UserConfig> {
  const { configSchema } = await import('./config-schema.js');
  const result = configSchema.safeParse(source.value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined
    ? problemAt(source, [], say('noConfiguration'))
    : describeIssue(issue, source, Object.keys(configSchema.shape));
}

function describeIssue(issue: z.core.$ZodIssue, source: ConfigSource, topLevel: readonly string[]): Problem {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = issue.path.length === 0 ? nearNames(key, topLevel) : [];
    return problemAt(source, [...issue.path, key], say('unknownKey', { key, near }));
  }
  const where = issue.path.map(String).join('.');
  const last = issue.path.at(-1);
  if (last === 'reason') return problemAt(source, issue.path, say('reasonMissing', { where }));
  if (issue.path[0] === 'rules' || issue.path[2] === 'rules')
    return problemAt(source, issue.path, say('noSetting', { where }));
  const fault = issue.message.replace(/^Invalid (?:input|option): /, '');
  return problemAt(source, issue.path, where === '' ? fault : say('wrongValue', { where, fault }));
}

async function resolveConfig(user: UserConfig, source: ConfigSource, folder: string): Promise<LintConfig> {
  const localRules = await loadPluginRules(user.plugins ?? [], folder, source.file);
  for (const [index, rule] of localRules.entries()) {
    if (
      ownRules.some(({ id }) => id === rule.id) ||
      localRules.findIndex(({ id }) => id === rule.id) !== index
    ) {
      throw problemAt(source, ['plugins'], say('ruleTaken', { rule: rule.id }));
    }
  }
  const known = new Map([...ownRules, ...localRules].map((rule) => [rule.id, rule]));
  const settings = (layer: UserConfig['rules'], path: readonly PropertyKey[]): RuleSettings => {
    for (const [id, setting] of Object.entries(layer ?? {}))
      checkSetting(id, setting, known, source, [...path, id]);
    return layer ?? {};
  };
  const checked = (patterns: string | readonly string[], path: readonly PropertyKey[]): readonly string[] =>
    checkGlobs(asList(patterns), source, path);
  return {
    file: source.file,
    lang: user.lang,
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
      file: source.file,
    })),
    baseline: user.baseline,
    failOn: user.failOn ?? DEFAULT_CONFIG.failOn,
    newAccess: user.newAccess?.allow ?? DEFAULT_CONFIG.newAccess,
    localRules,
    nested: [],
  };
}

const START: Span = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

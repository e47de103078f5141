import type { LintConfig } from './config.js';
import { createGlob } from './glob.js';
import { configFor } from './config-for.js';
import type { PolicyRule } from '../policy-rule.js';
import { activeRules } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';

/** The rules that are on for a file. Files with the same overrides share one map, so that it is translated for ESLint once. */
export function createRuleResolver(
  config: LintConfig,
  rules: readonly PolicyRule[],
): (path: string) => ReadonlyMap<string, ActiveRule> {
  const resolvers = new Map(
    [config, ...config.nested].map((one) => [one, createScopeResolver(one, rules)] as const),
  );
  return (path) => resolvers.get(configFor(config, path))?.(path) ?? new Map();
}

function createScopeResolver(
  { preset, rules: settings, overrides, base }: LintConfig,
  rules: readonly PolicyRule[],
): (path: string) => ReadonlyMap<string, ActiveRule> {
  const layers = overrides.map(({ files, rules: layer }) => ({ matches: createGlob(files, base), layer }));
  const known = new Map<string, ReadonlyMap<string, ActiveRule>>();
  return (path) => {
    const matching = layers.filter(({ matches }) => matches(path));
    const key = layers.map((layer) => (matching.includes(layer) ? '1' : '0')).join('');
    const active =
      known.get(key) ?? activeRules(preset, rules, [settings, ...matching.map(({ layer }) => layer)]);
    known.set(key, active);
    return active;
  };
}

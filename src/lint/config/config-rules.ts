import type { LintConfig } from './config.js';
import { createGlob } from './glob.js';
import type { PolicyRule } from '../policy-rule.js';
import { activeRules } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';

/** The rules that are on for a file. Files with the same overrides share one map, so that it is translated for ESLint once. */
export function createRuleResolver(
  { preset, rules: settings, overrides }: LintConfig,
  rules: readonly PolicyRule[],
): (path: string) => ReadonlyMap<string, ActiveRule> {
  const layers = overrides.map(({ files, rules: layer }) => ({ matches: createGlob(files), layer }));
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

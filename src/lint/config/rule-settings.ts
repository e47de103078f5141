import type { RuleOptions } from '../rule-definition.js';
import type { PolicyRule } from '../policy-rule.js';
import type { Severity } from '../results/lint-record.js';

/** Presets: every rule's own word on its severity, or nothing. */
export const PRESETS = ['recommended', 'strict', 'off'] as const;
export type Preset = (typeof PRESETS)[number];

export const LEVELS = ['off', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** `error`, or `[error, { max: 3 }]`. */
export type RuleSetting = Level | readonly [Level, RuleOptions?];

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Severity of a rule in a preset; undefined where the preset leaves it off. */
export function severityIn(preset: Preset, { docs }: Pick<PolicyRule, 'docs'>): Severity | undefined {
  if (preset === 'off') return undefined;
  const recommended = docs.recommended === false ? undefined : docs.recommended;
  return preset === 'strict' ? (docs.strict ?? recommended) : recommended;
}

/** A rule that is switched on, with the options its user gave. */
export interface ActiveRule {
  readonly severity: Severity;
  readonly options: RuleOptions | undefined;
}

/** Puts settings one over the other: a bare severity keeps the options below it. */
export function activeRules(
  preset: Preset,
  rules: readonly PolicyRule[],
  layers: readonly RuleSettings[],
): ReadonlyMap<string, ActiveRule> {
  const active = new Map<string, ActiveRule>();
  for (const rule of rules) {
    let level: Level = severityIn(preset, rule) ?? 'off';
    let options: RuleOptions | undefined;
    for (const layer of layers) {
      const setting = layer[rule.id];
      if (setting === undefined) continue;
      if (typeof setting === 'string') level = setting;
      else {
        level = setting[0];
        options = setting[1] ?? options;
      }
    }
    if (level !== 'off') active.set(rule.id, { severity: level, options });
  }
  return active;
}

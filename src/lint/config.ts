import type { Span } from '../span.js';
import type { UserConfig } from './config-schema.js';
import type { JsonValue } from './record.js';
import type { PolicyRule } from './rule.js';
import type { Preset, RuleSettings } from './rule-settings.js';

/** The configuration as the engine takes it: read, checked, with its local rules loaded. */
export interface LintConfig {
  /** Where it was read from; undefined where there is none. */
  readonly file: string | undefined;
  readonly cloud: string;
  readonly preset: Preset;
  readonly rules: RuleSettings;
  /** Later ones win. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleSettings }[];
  readonly suppressions: readonly ConfigSuppression[];
  /** Globs of files that are linted when a folder is; empty means every file that may hold a policy. */
  readonly files: readonly string[];
  readonly ignores: readonly { readonly files: readonly string[]; readonly reason: string }[];
  /** Catalog folders that are laid over the shipped one. */
  readonly catalogs: readonly string[];
  readonly manifests: readonly string[];
  readonly baseline: string | undefined;
  readonly failOn: FailOn;
  readonly localRules: readonly PolicyRule[];
}

export const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** A finding that is accepted, and why. */
export interface ConfigSuppression {
  readonly rules: readonly string[];
  readonly files: readonly string[];
  /** Values that the finding's `data` must have. */
  readonly where: Readonly<Record<string, JsonValue>>;
  readonly reason: string;
  /** `2026-12-31`: the last day that it holds. */
  readonly expires: string | undefined;
  /** The configuration file, and where the entry stands in it. */
  readonly file: string;
  readonly span: Span;
}

/** Gives an editor the types of a configuration in JavaScript or TypeScript. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}

/** What holds where nobody configured anything. */
export const DEFAULT_CONFIG: LintConfig = {
  file: undefined,
  cloud: 'huaweicloud',
  preset: 'recommended',
  rules: {},
  overrides: [],
  suppressions: [],
  files: [],
  ignores: [],
  catalogs: [],
  manifests: [],
  baseline: undefined,
  failOn: 'error',
  localRules: [],
};

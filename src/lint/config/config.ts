import type { Span } from '../../span.js';
import type { Language } from '../../wording/language-choice.js';
import type { JsonValue } from '../results/lint-record.js';
import type { PolicyRule } from '../policy-rule.js';
import type { Preset, RuleSettings } from './rule-settings.js';

/** What a configuration file may say, as its user writes it. Spelt out, as the package brings no types of what checks it. */
export interface UserConfig {
  readonly $schema?: string | undefined;
  /** The rules to start from; left out: recommended. */
  readonly preset?: Preset | undefined;
  /** What is said is said in this language; left out: that of whoever runs it. */
  readonly lang?: Language | undefined;
  /** Cloud of policies whose manifest names none; left out: huaweicloud. */
  readonly cloud?: string | undefined;
  /** Folders with catalog YAML that is laid over the shipped catalog. */
  readonly catalogs?: readonly string[] | undefined;
  /** Files that are linted when a folder is; left out: every file that may hold a policy. */
  readonly files?: string | readonly string[] | undefined;
  /** Manifests that do not stand beside their policy. */
  readonly manifests?: readonly string[] | undefined;
  /** Which policies are for which sources, by name, where `check` cannot tell by itself. */
  readonly workloads?: Readonly<Record<string, UserWorkload>> | undefined;
  /** Severity of each rule, or [severity, options]; a bare severity keeps the options below it. */
  readonly rules?: RuleSettings | undefined;
  /** Other settings for some files; later ones win. */
  readonly overrides?:
    readonly { readonly files: string | readonly string[]; readonly rules: RuleSettings }[] | undefined;
  /** Files that are never linted, and why. */
  readonly ignores?:
    readonly { readonly files: string | readonly string[]; readonly reason: string }[] | undefined;
  /** Findings that are accepted, and why; one that matches nothing is reported. */
  readonly suppressions?: readonly UserSuppression[] | undefined;
  /** File of findings that were there before. */
  readonly baseline?: string | undefined;
  /** From which severity on the command exits 1; left out: error. */
  readonly failOn?: FailOn | undefined;
  /** What a change may newly allow, where `failOn` is `new-access`. */
  readonly newAccess?: { readonly allow: readonly string[] } | undefined;
  /** Modules that export rules of your own, by path, or in JavaScript themselves. */
  readonly plugins?: readonly (string | { readonly rules: readonly PolicyRule[] })[] | undefined;
}

export interface UserWorkload {
  /** Files, folders or globs; a policy inside a file as `main.tf#huaweicloud_identity_role.ops`. */
  readonly policies: string | readonly string[];
  /** Files, folders or globs of the code, or of the Terraform, that calls. */
  readonly sources: string | readonly string[];
  readonly cloud?: string | undefined;
}

export interface UserSuppression {
  readonly rule: string | readonly string[];
  /** Globs. */
  readonly files: string | readonly string[];
  /** Values that the finding's data must have, such as { "action": "ecs:*:*" }. */
  readonly where?: Readonly<Record<string, JsonValue>> | undefined;
  readonly reason: string;
  /** The last day that it holds: 2026-12-31. */
  readonly expires?: string | undefined;
}

/** The configuration as the engine takes it: read, checked, with its local rules loaded. */
export interface LintConfig {
  /** Where it was read from; undefined where there is none. */
  readonly file: string | undefined;
  /** Undefined: the language of whoever runs it. */
  readonly lang: Language | undefined;
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
  readonly workloads: readonly ConfigWorkload[];
  readonly baseline: string | undefined;
  readonly failOn: FailOn;
  /** Patterns of actions that a change may newly allow. */
  readonly newAccess: readonly string[];
  readonly localRules: readonly PolicyRule[];
  /** Where the run's paths begin, from the folder of a configuration that stands above it: its globs are relative to that. */
  readonly base?: string | undefined;
  /** Those of folders below, the nearest first; each holds for its files in place of this one. */
  readonly nested: readonly NestedConfig[];
}

/** A configuration in a folder below that of the run. Its globs and paths are the run's. */
export interface NestedConfig extends LintConfig {
  /** Relative to the working directory. */
  readonly folder: string;
}

/** `new-access`: what a change newly allows, whatever is found besides. */
export const FAIL_ON = ['error', 'warning', 'new-access', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Which policies are for which sources. */
export interface ConfigWorkload {
  readonly name: string;
  /** Files, folders or globs, and files with an address. */
  readonly policies: readonly string[];
  readonly sources: readonly string[];
  readonly cloud: string | undefined;
  /** The configuration file. */
  readonly file: string;
  /** As that of the configuration. */
  readonly base?: string | undefined;
}

/** A finding that is accepted, and why. */
export interface ConfigSuppression {
  readonly rules: readonly string[];
  readonly files: readonly string[];
  /** Folders that have a configuration of their own, so that this one is not for them. */
  readonly elsewhere?: readonly string[];
  /** As that of the configuration. */
  readonly base?: string | undefined;
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
  lang: undefined,
  cloud: 'huaweicloud',
  preset: 'recommended',
  rules: {},
  overrides: [],
  suppressions: [],
  files: [],
  ignores: [],
  catalogs: [],
  manifests: [],
  workloads: [],
  baseline: undefined,
  failOn: 'error',
  newAccess: [],
  localRules: [],
  nested: [],
};

import type { LintConfig } from './config.js';

/** The configuration that holds for a file: the nearest above it. */
export function configFor(config: LintConfig, path: string): LintConfig {
  return config.nested.find(({ folder }) => path.startsWith(`${folder}/`)) ?? config;
}

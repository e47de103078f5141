import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readText } from '../../files.js';
import { readBaseline } from '../../lint/config/baseline.js';
import type { Baseline } from '../../lint/config/baseline.js';
import type { LintConfig } from '../../lint/config/config.js';
import type { Io } from '../io/io.js';
import type { LintOptions } from './lint-options.js';

const DEFAULT_BASELINE = 'lint-policies.baseline.json';

/**
 * The baseline that the options or the configuration name; undefined where neither does.
 * @throws Problem where it cannot be read.
 */
export function openBaseline(
  { cwd }: Pick<Io, 'cwd'>,
  options: LintOptions,
  config: LintConfig,
): Baseline | undefined {
  const file = baselineFile(options, config);
  if (file === undefined) return undefined;
  const path = resolve(cwd, file);
  // Writing the first baseline: there is none to read yet.
  if (options.writeBaseline !== undefined && !existsSync(path)) return undefined;
  return readBaseline(readText(path), file);
}

/** The file that `--write-baseline` writes, or that is read. */
export function baselineFile(
  { baseline, writeBaseline: write }: LintOptions,
  config: LintConfig,
): string | undefined {
  if (typeof write === 'string') return write;
  return baseline ?? config.baseline ?? (write === true ? DEFAULT_BASELINE : undefined);
}

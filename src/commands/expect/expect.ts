import type { ExitCode, Io } from '../io/io.js';
import { lintOnce } from '../lint/lint-once.js';
import type { LintOptions } from '../lint/lint-options.js';

export type ExpectOptions = Pick<
  LintOptions,
  'paths' | 'catalog' | 'cloud' | 'config' | 'format' | 'output' | 'failOn' | 'baseline' | 'quiet' | 'verbose'
>;

/**
 * Judges expectations (`*.expect.yaml`) alone, as `lint` judges them among all else: 1 where one is broken, or nobody can say
 * whether it is kept.
 */
export async function run(io: Io, options: ExpectOptions): Promise<ExitCode> {
  return lintOnce(io, { ...options, manifest: [] }, { onlyExpectations: true });
}

import { createText } from '../../files.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-check.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from '../io/io.js';
import { lintOnce } from '../lint/lint-once.js';
import type { LintOptions } from '../lint/lint-options.js';
import { resolve } from 'node:path';
import { deduce } from './deduce.js';
import { inSources } from './in-sources.js';

const say = speaker('commands-check', en);

export interface CheckOptions extends Omit<LintOptions, 'fix' | 'watch' | 'since' | 'stdinFilename'> {
  /** Writes what was decided as manifests, so that `lint` judges the same without looking at sources. */
  readonly save?: boolean | undefined;
}

/**
 * Finds policies and the sources of calls below the paths, decides which sources are whose workload, and lints as if
 * manifests said so. Writes no file unless `save` asks for it. Exits as `lint` does.
 */
export async function run(io: Io, { save = false, ...options }: CheckOptions): Promise<ExitCode> {
  return lintOnce(io, options, {
    takesSources: true,
    deduce: async (input, config) => {
      const { manifests, check } = await deduce(io, input, options, config);
      if (save) writeManifests(io, manifests);
      return {
        manifests,
        told: (record) => inSources({ ...record, check }, save ? [] : manifests),
      };
    },
  });
}

/** What is there already stays as it is. */
function writeManifests({ cwd, stderr }: Io, manifests: readonly SourceFile[]): void {
  for (const { path, text } of manifests) {
    const isNew = createText(resolve(cwd, path), text);
    stderr.write(`${printable(say(isNew ? 'saved' : 'kept', { file: path }))}\n`);
  }
}

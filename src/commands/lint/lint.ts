import { Problem } from '../../problem.js';
import type { ExitCode, Io } from '../io/io.js';
import { lintOnce } from './lint-once.js';
import type { LintOptions } from './lint-options.js';

/** Lints policies and manifests; the default command. */
export async function run(io: Io, options: LintOptions): Promise<ExitCode> {
  checkOptions(options);
  if (options.watch === true) return (await import('./watch.js')).watch(io, options);
  return lintOnce(io, options);
}

function checkOptions({
  paths,
  fix,
  cache,
  cacheLocation,
  stdinFilename,
  watch,
  writeBaseline: write,
  reason,
  expires,
  since,
  newOnly,
  format,
  output,
}: LintOptions): void {
  const loose = format.filter(({ file }) => file === undefined).length;
  if (output !== undefined && loose > 1)
    throw new Problem(
      'usage',
      'several formats cannot share the file of --output; give each its own: --format sarif=report.sarif',
    );
  if (output !== undefined && loose === 0 && format.length > 0)
    throw new Problem(
      'usage',
      '--output has nothing to write: each --format has a file of its own; leave out the one or the other',
    );
  const stdin = paths.includes('-');
  if (stdin && fix === true) throw new Problem('usage', '--fix cannot write to standard input; name a file');
  if (stdin && watch === true) throw new Problem('usage', '--watch cannot watch standard input; name a file');
  if (!stdin && stdinFilename !== undefined)
    throw new Problem('usage', '--stdin-filename names standard input; add "-" to the paths');
  if (cacheLocation !== undefined && cache !== true)
    throw new Problem('usage', '--cache-location says where a cache is, and none is used; add --cache');
  if (newOnly === true && since === undefined)
    throw new Problem('usage', '--new-only needs a revision to compare with; add --since REV');
  if (write !== undefined && since !== undefined)
    throw new Problem(
      'usage',
      '--write-baseline takes all findings and --since compares them; use one of the two',
    );
  if (write !== undefined && reason === undefined)
    throw new Problem(
      'usage',
      '--write-baseline needs a reason why these findings may stay; add --reason "…"',
    );
  if (write === undefined && (reason !== undefined || expires !== undefined))
    throw new Problem('usage', '--reason and --expires belong to --write-baseline');
}

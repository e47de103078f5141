import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from '../io/io.js';
import { lintOnce } from './lint-once.js';
import type { LintOptions } from './lint-options.js';

const say = speaker('commands-lint', en);

/** Lints policies and manifests; the default command. */
export async function run(io: Io, options: LintOptions): Promise<ExitCode> {
  for (const [contradicts, sentence] of CONTRADICTIONS)
    if (contradicts(options)) throw new Problem('usage', say(sentence));
  if (options.watch === true) return (await import('./watch.js')).watch(io, options);
  return lintOnce(io, options);
}

/** Options that cannot stand together, and what is said of them. The first that holds is told. */
const CONTRADICTIONS = [
  [({ output, format }) => output !== undefined && withoutFile(format) > 1, 'outputShared'],
  [
    ({ output, format }) => output !== undefined && format.length > 0 && withoutFile(format) === 0,
    'outputIdle',
  ],
  [({ fix, paths }) => fix === true && paths.includes('-'), 'fixOfStandardInput'],
  [({ watch, paths }) => watch === true && paths.includes('-'), 'watchOfStandardInput'],
  [({ stdinFilename, paths }) => stdinFilename !== undefined && !paths.includes('-'), 'nameOfNothing'],
  [({ cacheLocation, cache }) => cacheLocation !== undefined && cache !== true, 'locationWithoutCache'],
  [({ newOnly, since }) => newOnly === true && since === undefined, 'newWithoutRevision'],
  [({ writeBaseline, since }) => writeBaseline !== undefined && since !== undefined, 'baselineOfChanges'],
  [
    ({ writeBaseline, reason }) => writeBaseline !== undefined && reason === undefined,
    'baselineWithoutReason',
  ],
  [
    ({ writeBaseline, reason, expires }) =>
      writeBaseline === undefined && (reason !== undefined || expires !== undefined),
    'reasonWithoutBaseline',
  ],
] as const satisfies readonly (readonly [(options: LintOptions) => boolean, keyof typeof en])[];

function withoutFile(format: LintOptions['format']): number {
  return format.filter(({ file }) => file === undefined).length;
}

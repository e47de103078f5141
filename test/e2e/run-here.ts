import { resolve } from 'node:path';
import { CommanderError } from '@commander-js/extra-typings';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { firstLanguage } from '../../src/cli/asked-language.js';
import { createProgram } from '../../src/cli/program.js';
import { reportFailure } from '../../src/commands/io/failure.js';
import type { Io } from '../../src/commands/io/io.js';
import { defined } from '../../src/defined.js';
import { speakIn } from '../../src/wording/language-choice.js';
import type { Outcome, RunOptions } from './run.js';

/**
 * What `run` does, without a process of its own: a tenth of the time. For claims about what a command says and writes, not
 * about the process, its streams, signals or the files of the package.
 */
export async function runHere(
  args: readonly string[],
  { cwd = '.', env = {}, input = '' }: RunOptions = {},
): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof said): Io['stdout'] => ({
    write: (text) => void (said[name] += typeof text === 'string' ? text : Buffer.from(text).toString()),
    isTTY: false,
    columns: 100,
    color: false,
  });
  const io: Io = {
    cwd: resolve(cwd),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: () => Promise.resolve(Buffer.from(input)),
  };
  let code = 0;
  await speakIn(firstLanguage(args, env));
  const program = createProgram(async ({ lang }, run) => {
    code = await run({ ...io, ...defined({ lang }) });
  });
  listenTo(program, io);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
    else code = reportFailure(io, error);
  }
  await speakIn('en');
  return { code, ...said };
}

/** What Commander says by itself goes where the commands write, too. */
function listenTo(program: Pick<CommandUnknownOpts, 'configureOutput' | 'commands'>, io: Io): void {
  program.configureOutput({
    writeOut: (text) => {
      io.stdout.write(text);
    },
    writeErr: (text) => {
      io.stderr.write(text);
    },
  });
  for (const command of program.commands) listenTo(command, io);
}

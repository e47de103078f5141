import { parse } from 'node:path';
import { CommanderError } from '@commander-js/extra-typings';
import { reportFailure } from '../commands/io/failure.js';
import type { ExitCode, Io } from '../commands/io/io.js';
import { NO_WISHES, processIo } from '../commands/io/process-io.js';
import { superviseOutput } from '../commands/io/supervise-output.js';
import { speakIn } from '../wording/language-choice.js';
import { firstLanguage } from './asked-language.js';
import { createProgram } from './program.js';

/** Runs a command line; whatever ends it is told of, and has its exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  superviseOutput();
  await speakIn(firstLanguage(args, process.env));
  let code: ExitCode = 0;
  const program = createProgram(async (wishes, run) => {
    code = await run(processIo(wishes));
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said already what is wrong with the arguments, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFailure(ioOfFailure(), error);
  }
}

/** What is told must be told also where the working directory is gone, from which files are named. */
function ioOfFailure(): Io {
  try {
    return processIo(NO_WISHES);
  } catch {
    return processIo(NO_WISHES, parse(process.execPath).root);
  }
}

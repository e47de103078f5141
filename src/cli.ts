#!/usr/bin/env node
import { CommanderError } from '@commander-js/extra-typings';
import { createProgram } from './cli/program.js';
import { reportFailure } from './commands/io/failure.js';
import type { ExitCode } from './commands/io/io.js';
import { processIo, superviseOutput } from './commands/io/process-io.js';

superviseOutput();
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(async (color, run) => {
    code = await run(processIo(color));
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said already what is wrong with the arguments, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFailure(processIo(undefined), error);
  }
}

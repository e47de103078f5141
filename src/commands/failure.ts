import { formatProblem, Problem } from '../problem.js';
import { TOOL } from '../project.js';
import { printable } from '../report/printable.js';
import type { ExitCode, Io } from './io.js';

/** Tells of whatever ended a command: a problem in one line (exit 2), a bug with its stack (exit 3). */
export function reportFailure(io: Io, error: unknown): ExitCode {
  if (error instanceof Problem) {
    io.stderr.write(`${printable(formatProblem(error))}\n`);
    return 2;
  }
  reportBug(io, error);
  return 3;
}

/** A failure that no user can mend: what happened, where in the code, and whom to tell. */
export function reportBug(io: Io, error: unknown, where?: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`internal error${where === undefined ? '' : ` ${printable(where)}`}\n`);
  for (const line of stack.split('\n')) io.stderr.write(`${printable(line)}\n`);
  io.stderr.write(`this is a bug in ${TOOL.name} ${TOOL.version}; please report it: ${TOOL.url}/issues\n`);
}

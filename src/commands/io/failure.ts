import { isAbsolute, relative, sep } from 'node:path';
import { systemProblem } from '../../file-problem.js';
import { formatProblem, Problem } from '../../problem.js';
import { TOOL } from '../../project.js';
import { printable } from '../../report/printable.js';
import type { ExitCode, Io } from './io.js';

/** Tells of whatever ended a command: a problem in one line (exit 2), a bug with its stack (exit 3). */
export function reportFailure(io: Io, error: unknown): ExitCode {
  const problem = error instanceof Problem ? error : systemProblem(error);
  if (problem !== undefined) {
    reportProblem(io, problem);
    return 2;
  }
  reportBug(io, error);
  return 3;
}

/** A problem as one line; files below the working directory are named from there. */
export function reportProblem({ cwd, stderr }: Pick<Io, 'cwd' | 'stderr'>, problem: Problem): void {
  const { code, message, where } = problem;
  const file = where === undefined || !isAbsolute(where.file) ? undefined : relative(cwd, where.file);
  const below =
    file !== undefined && file !== '' && !isAbsolute(file) && file !== '..' && !file.startsWith(`..${sep}`);
  stderr.write(
    `${printable(formatProblem(below ? new Problem(code, message, { ...where, file: file.split(sep).join('/') }) : problem))}\n`,
  );
}

/** A failure that no user can mend: what happened, where in the code, and whom to tell. */
export function reportBug(io: Io, error: unknown, where?: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`internal error${where === undefined ? '' : ` ${printable(where)}`}\n`);
  for (const line of stack.split('\n')) io.stderr.write(`${printable(line)}\n`);
  io.stderr.write(`this is a bug in ${TOOL.name} ${TOOL.version}; please report it: ${TOOL.url}/issues\n`);
}

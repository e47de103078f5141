import { isAbsolute, relative, sep } from 'node:path';
import { systemProblem } from '../../file-problem.js';
import { formatProblem, Problem } from '../../problem.js';
import { TOOL } from '../../project.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from './io.js';

const say = speaker('commands', en);

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
  stderr.write(`${printable(formatProblem(namedFrom(cwd, problem)))}\n`);
}

function namedFrom(folder: string, problem: Problem): Problem {
  const { code, message, where } = problem;
  const file = where === undefined ? undefined : pathBelow(folder, where.file);
  return file === undefined ? problem : new Problem(code, message, { ...where, file });
}

/** The path of a file from a folder, `/` as separator; undefined where it is named relatively already, or is elsewhere. */
function pathBelow(folder: string, file: string): string | undefined {
  if (!isAbsolute(file)) return undefined;
  const path = relative(folder, file);
  const isBelow = path !== '' && !isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`);
  return isBelow ? path.split(sep).join('/') : undefined;
}

/**
 * A failure that no user can mend: what happened, where in the code, and whom to tell.
 * @param what happened, where more is known than that it is a failure of ours.
 */
export function reportBug(io: Io, error: unknown, what: string = say('internalError')): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`${printable(what)}\n`);
  for (const line of stack.split('\n')) io.stderr.write(`${printable(line)}\n`);
  const { name: tool, version, url } = TOOL;
  io.stderr.write(`${say('reportIt', { tool, version, address: `${url}/issues` })}\n`);
}

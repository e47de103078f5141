import { fileProblem } from '../../file-problem.js';
import { formatProblem } from '../../problem.js';
import { en } from '../../wording/en/commands.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands', en);

/**
 * What becomes of output that cannot be written. A reader that left (`| head`) is no error: the rest is dropped, and the
 * exit code stays. A full disk is one: it is told of, and the process ends with 2, whatever the command came to.
 */
export function superviseOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const message = formatProblem(fileProblem(say('standardOutput'), error));
    if (!process.stderr.destroyed) process.stderr.write(`${message}\n`);
    process.once('exit', () => {
      if (process.exitCode !== 3) process.exitCode = 2;
    });
  });
  // Whoever cannot hear of it cannot be told.
  process.stderr.on('error', () => undefined);
}

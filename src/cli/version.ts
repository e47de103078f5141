import { superviseOutput } from '../commands/io/supervise-output.js';
import { TOOL } from '../project.js';

/** What `--version` says in `program.ts`, without one. */
export function writeVersion(): void {
  superviseOutput();
  process.stdout.write(`${TOOL.version}\n`);
}

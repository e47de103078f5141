import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createProgram } from '../../src/cli/program.js';
import { memoryIo } from '../commands/memory-io.js';

/** A command of a guide with what is printed behind it. */
export interface GuideCommand {
  readonly command: string;
  readonly shown: string;
}

/** The files that a guide shows: a paragraph that ends in its name and a colon, and the block below it. */
export function writeGuideFiles(guide: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  for (const [, name = '', text = ''] of guide.matchAll(/`([\w./-]+)`[^\n`]*:\n\n```\w+\n(.*?)^```$/gms)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** `$ lint-policies …` in a block of a console, and the lines below it. */
export function guideCommands(guide: string): readonly GuideCommand[] {
  return Array.from(
    guide.matchAll(/^```console\n\$ (.*?)\n(.*?)^```$/gms),
    ([, command = '', shown = '']) => ({
      command,
      shown,
    }),
  );
}

/** What a command prints, standard output and diagnostics, with what it ended with where that is not 0. */
export async function printed(command: string, cwd: string): Promise<string> {
  const io = memoryIo(cwd);
  let code = 0;
  const program = createProgram(async (_, run) => {
    code = await run({ ...io, stdout: { ...io.stdout, columns: 100 } });
  });
  const [, ...args] = command.match(/'[^']*'|\S+/g) ?? [];
  await program.parseAsync(
    args.map((word) => word.replace(/^'(.*)'$/s, '$1')),
    { from: 'user' },
  );
  return `${io.out()}${io.err()}${code === 0 ? '' : `exit code ${String(code)}\n`}`;
}

import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { ExitCode, Io } from '../commands/io/io.js';
import type { Wishes } from '../commands/io/process-io.js';
import { greatest } from '../long-lists.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('cli', en);

/** Runs a command in the world as the options of the whole command line want it. */
export type Execute = (wishes: Wishes, run: Action) => Promise<void>;
export type Action = (io: Io) => Promise<ExitCode>;

/** What a declaration gets: the program to add its commands to, and how to run them. */
export interface Declaration {
  readonly program: Command<[], OptionValues>;
  readonly act: (run: Action) => Promise<void>;
}

/** The end of a command's help. */
export function examples(lines: readonly (readonly [command: string, does: string])[]): string {
  const width = greatest(lines.map(([command]) => command.length));
  const items = lines.map(([command, does]) => `  $ ${command.padEnd(width)}  ${does}`);
  return ['', say('examples'), ...items].join('\n');
}

/** For an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

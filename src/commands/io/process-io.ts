import { fstatSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands.js';
import type { Language } from '../../wording/language-choice.js';
import { speaker } from '../../wording/speaker.js';
import type { Io, Sink } from './io.js';

const say = speaker('commands', en);

/** @throws Problem where the folder that the process was started in is gone. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new Problem('file', say('noWorkingFolder'), undefined, { cause: error });
  }
}

/** What options of the whole command line ask for; undefined asks nothing. */
export interface Wishes {
  /** `--color`, `--no-color` */
  readonly color: boolean | undefined;
  /** `--lang` */
  readonly lang: Language | undefined;
}

export const NO_WISHES: Wishes = { color: undefined, lang: undefined };

/** The world as the running process has it. */
export function processIo({ color, lang }: Wishes, cwd = workingFolder()): Io {
  return {
    cwd,
    env: process.env,
    stdout: sinkTo(process.stdout, color),
    stderr: sinkTo(process.stderr, color),
    stdin: readInput,
    ...defined({ lang, ask: isAttended(process.env) ? ask : undefined }),
  };
}

/** @throws Problem for a folder: Node takes it for an empty text. */
async function readInput(): Promise<Buffer> {
  if (fstatSync(0).isDirectory()) throw new Problem('file', say('folderAsInput'));
  return buffer(process.stdin);
}

/** Whether somebody is there to answer: at a terminal, and not in CI, where some have one. */
function isAttended({ CI: ci }: Io['env']): boolean {
  return (
    isatty(process.stdin.fd) && isatty(process.stderr.fd) && (ci === undefined || ci === '' || ci === 'false')
  );
}

/** An end of input is an empty answer. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) =>
    lines.once('close', () => {
      resolve('');
    }),
  );
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/** What a stream says when it has taken what it holds, or never will. */
const TAKEN = ['drain', 'close', 'error'] as const;

function sinkTo(stream: typeof process.stdout | typeof process.stderr, color: boolean | undefined): Sink {
  const isTTY = isatty(stream.fd);
  return {
    isTTY,
    color: wantsColor(color, process.env, isTTY),
    get columns() {
      return stream.columns > 0 ? stream.columns : 100;
    },
    get closed() {
      return stream.destroyed;
    },
    write(text) {
      if (!stream.destroyed) stream.write(text);
    },
    async settled() {
      if (stream.destroyed || !stream.writableNeedDrain) return;
      // A reader that leaves takes nothing any more.
      await new Promise<void>((resolve) => {
        const done = (): void => {
          for (const event of TAKEN) stream.off(event, done);
          resolve();
        };
        for (const event of TAKEN) stream.on(event, done);
      });
    },
  };
}

/**
 * Whether to write colours: the option decides, then `FORCE_COLOR` (anything but `0` and `false`) and `NO_COLOR` (not empty;
 * no-color.org), then whether it is a terminal that has colours.
 */
export function wantsColor(
  option: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  if (option !== undefined) return option;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTTY && term !== 'dumb';
}

import type { Language } from '../../wording/language-choice.js';

/** What a command may touch of the outside world; `process-io.ts` makes it, tests make their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What `--lang` asks for, over the configuration; left out: nothing. */
  readonly lang?: Language;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** The whole of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Asks whoever sits at the terminal, and gives the line that is typed; left out where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
}

export interface Sink {
  /** A text, or one in UTF-8. */
  write(text: string | Uint8Array): void;
  /** Resolves once what was written is on its way, so that a long text does not pile up before a slow reader; left out: it is at once. */
  readonly settled?: () => Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number;
  /** Colours and styles may be written. */
  readonly color: boolean;
  /** Nobody reads any more: the pipe was closed. */
  readonly closed?: boolean;
}

/** 0 clean; 1 findings at or above `--fail-on`; 2 usage, configuration, or nothing was checked; 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

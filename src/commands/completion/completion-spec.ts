export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The command line, as far as a shell needs to know it. */
export interface CompletionSpec {
  readonly name: string;
  /** The command of a line that names none. */
  readonly defaultCommand: string;
  readonly commands: readonly CommandSpec[];
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Words that its first argument can be; files where there are none. */
  readonly words: readonly string[];
}

export interface OptionSpec {
  /** `-f`, `--format`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What follows it: one of these words, a file, something else, or (undefined) nothing. */
  readonly value: readonly string[] | 'file' | 'other' | undefined;
}

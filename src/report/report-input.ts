import type { LintRecord, Severity } from '../lint/results/lint-record.js';

/** What a report is a rendering of. */
export interface ReportInput {
  readonly record: LintRecord;
  /** What is known of the rules, whether they found something or not. */
  readonly rules: readonly RuleDescription[];
  /** From which severity on a finding fails the run; left out: any does. */
  readonly failsFrom?: Severity | 'never';
  /** The text of a file that the record names, without its byte order mark; undefined where it cannot be had. */
  readonly textOf: (path: string) => string | undefined;
}

export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence, plain text. */
  readonly description: string;
  /** The rule's page, Markdown. */
  readonly help?: string;
  readonly url: string;
  /** `danger` for what a policy lets happen; left out of what the engine itself reports. */
  readonly category?: string;
}

export interface ReportStyle {
  readonly color: boolean;
  /** Width that the text report may fill. */
  readonly columns: number;
  /** Lines of the text report end there, at a word; left out: only where a sentence does, so that lines can be searched. */
  readonly wraps?: boolean;
  /** How much the text report tells: errors only, findings, or also what was skipped and why. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** Makes a link to a line of a file in the repository's web view; reports hold plain paths without it. */
  readonly linkTo?: (path: string, line: number) => string;
}

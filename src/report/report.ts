import type { Piece } from '../pieces.js';
import type { LintRecord, Severity } from '../lint/results/lint-record.js';

/** Every format of a lint report; `--format NAME`. */
export const REPORT_FORMATS = [
  'text',
  'json',
  'markdown',
  'sarif',
  'github',
  'junit',
  'codeclimate',
  'html',
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a report is a rendering of. */
export interface ReportInput {
  readonly record: LintRecord;
  /** What is known of the rules, whether they found something or not. */
  readonly rules: readonly RuleDescription[];
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
}

export interface ReportStyle {
  readonly color: boolean;
  /** Width that the text report may fill. */
  readonly columns: number;
  /** How much the text report tells: errors only, findings, or also what was skipped and why. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** Makes a link to a line of a file in the repository's web view; reports hold plain paths without it. */
  readonly linkTo?: (path: string, line: number) => string;
}

/** As `reportPieces`, in one text. */
export async function renderReport(
  format: ReportFormat,
  input: ReportInput,
  style: ReportStyle,
): Promise<string> {
  return [...(await reportPieces(format, input, style))]
    .map((piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece)))
    .join('');
}

/**
 * Renders one report, its last line ended, in pieces that are made when they are asked for: those of a large run do not fit
 * into memory together. None where the format has nothing to say. Each format is loaded when asked for.
 */
export async function reportPieces(
  format: ReportFormat,
  input: ReportInput,
  style: ReportStyle,
): Promise<Iterable<Piece>> {
  switch (format) {
    case 'text':
      return (await import('./text.js')).renderText(input, style);
    case 'json':
      return (await import('./json.js')).renderJson(input.record);
    case 'markdown':
      return (await import('./markdown.js')).renderMarkdown(input, style);
    case 'sarif':
      return (await import('./sarif.js')).renderSarif(input);
    case 'github':
      return (await import('./github.js')).renderGithub(input);
    case 'junit':
      return (await import('./junit.js')).renderJunit(input);
    case 'codeclimate':
      return (await import('./codeclimate.js')).renderCodeClimate(input);
    case 'html':
      return (await import('./html.js')).renderHtml(input, style);
  }
}

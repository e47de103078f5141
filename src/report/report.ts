import type { Piece } from '../pieces.js';
import type { ReportInput, ReportStyle } from './report-input.js';

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
      return (await import('./text/text.js')).renderText(input, style);
    case 'json':
      return (await import('./machine/json.js')).renderJson(input.record);
    case 'markdown':
      return (await import('./markdown/markdown.js')).renderMarkdown(input, style);
    case 'sarif':
      return (await import('./machine/sarif.js')).renderSarif(input);
    case 'github':
      return (await import('./machine/github.js')).renderGithub(input);
    case 'junit':
      return (await import('./machine/junit.js')).renderJunit(input);
    case 'codeclimate':
      return (await import('./machine/codeclimate.js')).renderCodeClimate(input);
    case 'html':
      return (await import('./html/html.js')).renderHtml(input, style);
  }
}

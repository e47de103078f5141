import type { Finding } from '../../lint/results/lint-record.js';
import { reasonsIn, reasonWithOrigins } from '../because-chain.js';
import { insideLines } from '../inside.js';
import { printable } from '../printable.js';
import type { ReportInput } from '../report-input.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('report', en);

/**
 * Workflow commands that GitHub Actions turns into annotations, escaped as its runner unescapes them.
 * Source: actions/toolkit, packages/core/src/command.ts.
 */
export function* renderGithub({ record }: ReportInput): Generator<string> {
  const reasons = reasonsIn(record);
  for (const file of record.files) {
    for (const finding of file.findings) {
      const lines = [
        printable(finding.message),
        ...insideLines(file.path, finding),
        ...reasons(file.path, finding).map((reason) =>
          say('because', { reason: printable(reasonWithOrigins(reason)) }),
        ),
        ...finding.related.map(
          (related) =>
            `${printable(related.path)}:${related.line}:${related.column}: ${printable(related.message)}`,
        ),
        printable(finding.url),
      ];
      yield `::${finding.severity} ${properties(file.path, finding)}::${escapeData(lines.join('\n'))}\n`;
    }
  }
}

function properties(path: string, finding: Finding): string {
  const { line, endLine, column, endColumn, rule, confidence } = finding;
  const title = `${rule}${say('doubt', { confidence })}`;
  // Columns are only meant for spans within a line; the runner drops an annotation that has them on several lines.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const file = escapeProperty(printable(path));
  return `file=${file},line=${line},endLine=${endLine}${columns},title=${escapeProperty(printable(title))}`;
}

/** What stands after the `::` of a command. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { insideLines } from '../inside.js';
import type { FileRecord, Severity } from '../../lint/results/lint-record.js';
import { reasonsIn, reasonWithOrigins } from '../because-chain.js';
import type { Reasons } from '../because-chain.js';
import type { Piece } from '../../pieces.js';
import { webLink } from '../web-link.js';
import { printable, printableJsonPieces } from '../printable.js';
import type { ReportInput } from '../report-input.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('report', en);

/** The scale of GitLab's code quality report: info, minor, major, critical, blocker. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor' };

/** The issues of a Code Climate report, as GitLab reads them (docs.gitlab.com/ci/testing/code_quality). */
export function renderCodeClimate({ record }: ReportInput): Iterable<Piece> {
  const reasons = reasonsIn(record);
  return printableJsonPieces(
    record.files.flatMap((file) => issues(file, reasons)),
    1,
  );
}

function issues(file: FileRecord, reasons: Reasons): unknown[] {
  return file.findings.map((finding) => {
    const doubt = say('doubt', { confidence: finding.confidence });
    const because = reasons(file.path, finding).map((reason) =>
      say('because', { reason: printable(reasonWithOrigins(reason)) }),
    );
    return {
      type: 'issue',
      check_name: finding.rule,
      // GitLab shows the description as plain text on one line; the body is for tools that show more.
      description: `${printable(finding.message)}${doubt}`,
      content: {
        body: [
          ...[printable(finding.message), ...insideLines(file.path, finding), ...because].map(escapeMarkdown),
          ...link(finding.url),
        ].join('\n\n'),
      },
      categories: ['Security'],
      severity: SEVERITY[finding.severity],
      fingerprint: finding.fingerprint ?? `${finding.rule}:${file.path}:${finding.line}:${finding.column}`,
      location: {
        path: file.path,
        lines: { begin: finding.line, end: finding.endLine },
        positions: {
          begin: { line: finding.line, column: finding.column },
          end: { line: finding.endLine, column: finding.endColumn },
        },
      },
      other_locations: finding.related.map((related) => ({
        path: related.path,
        lines: { begin: related.line, end: related.endLine ?? related.line },
      })),
    };
  });
}

function link(url: string): string[] {
  const address = webLink(url);
  return address === undefined ? [] : [`<${address}>`];
}

/** The body is Markdown; nothing of a message is meant as such. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~@&-]/g, '\\$&');
}

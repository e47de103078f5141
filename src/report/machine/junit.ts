import type { FileRecord, Finding } from '../../lint/results/lint-record.js';
import { reasonsIn, reasonWithOrigins } from '../because-chain.js';
import type { Reasons } from '../because-chain.js';
import { insideLines } from '../inside.js';
import { printable } from '../printable.js';
import type { ReportInput } from '../report-input.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('report', en);

/** JUnit XML: a suite for each file, a failed case for each finding, one passed case for a clean file, a skipped one for a file that is no policy. */
export function* renderJunit({ record }: ReportInput): Generator<string> {
  const reasons = reasonsIn(record);
  const { checked, skipped, errors, warnings } = record.summary;
  const attributes = attribute({
    name: record.tool.name,
    tests: Math.max(checked + skipped, errors + warnings),
    failures: errors + warnings,
    errors: 0,
    skipped,
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n`;
  for (const file of record.files) yield suite(file, reasons);
  yield '</testsuites>\n';
}

function suite(file: FileRecord, reasons: Reasons): string {
  const { findings } = file;
  const cases =
    findings.length > 0 ? findings.map((finding) => failure(file.path, finding, reasons)) : [quietCase(file)];
  const attributes = attribute({
    name: file.path,
    tests: cases.length,
    failures: findings.length,
    errors: 0,
    skipped: file.checked || findings.length > 0 ? 0 : 1,
  });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

function failure(path: string, finding: Finding, reasons: Reasons): string {
  const details = [
    `${path}:${finding.line}:${finding.column}`,
    ...insideLines(path, finding),
    `severity: ${finding.severity}, confidence: ${finding.confidence}`,
    ...reasons(path, finding).map((reason) => say('because', { reason: reasonWithOrigins(reason) })),
    ...finding.related.map(
      (related) => `${related.path}:${related.line}:${related.column}: ${related.message}`,
    ),
    finding.url,
  ];
  const text = details.map((line) => escapeXml(printable(line))).join('\n');
  const name = `${finding.rule} at ${finding.line}:${finding.column}`;
  return [
    `    <testcase${attribute({ classname: path, name, file: path, line: finding.line })}>`,
    `      <failure${attribute({ type: finding.severity, message: finding.message })}>${text}</failure>`,
    '    </testcase>\n',
  ].join('\n');
}

function quietCase(file: FileRecord): string {
  const open = `    <testcase${attribute({ classname: file.path, name: 'policy', file: file.path })}`;
  return file.checked
    ? `${open}/>\n`
    : `${open}>\n      <skipped${attribute({ message: file.reason ?? say('noPolicy') })}/>\n    </testcase>\n`;
}

function attribute(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(printable(String(value)))}"`)
    .join('');
}

/** What XML 1.0 cannot hold at all has been made visible by `printable` before. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

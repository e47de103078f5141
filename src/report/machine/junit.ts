import type { FileRecord, Finding } from '../../lint/results/lint-record.js';
import { reasonsIn, reasonWithOrigins } from '../because-chain.js';
import type { Reasons } from '../because-chain.js';
import { insideLines } from '../inside.js';
import { printable } from '../printable.js';
import type { ReportInput } from '../report-input.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('report', en);

/**
 * JUnit XML: a suite for each file, a case for each finding, one passed case for a clean file, a skipped one for a file that is
 * no policy. A finding that does not fail the run does not fail its case: it is what the case printed.
 */
export function* renderJunit({ record, failsFrom = 'warning' }: ReportInput): Generator<string> {
  const context: Context = { reasons: reasonsIn(record), isFailure: failureFrom(failsFrom) };
  const findings = record.files.flatMap((file) => file.findings);
  const attributes = attribute({
    name: record.tool.name,
    tests: record.files.reduce((sum, file) => sum + Math.max(file.findings.length, 1), 0),
    failures: findings.filter(context.isFailure).length,
    errors: 0,
    skipped: record.files.filter(isSkipped).length,
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n`;
  for (const file of record.files) yield suite(file, context);
  yield '</testsuites>\n';
}

interface Context {
  readonly reasons: Reasons;
  readonly isFailure: (finding: Finding) => boolean;
}

function failureFrom(level: NonNullable<ReportInput['failsFrom']>): Context['isFailure'] {
  if (level === 'never') return () => false;
  return ({ severity }) => severity === 'error' || level === 'warning';
}

function isSkipped({ checked, findings }: FileRecord): boolean {
  return checked === false && findings.length === 0;
}

function suite(file: FileRecord, context: Context): string {
  const { findings } = file;
  const nameOf = uniqueNames();
  const cases =
    findings.length > 0
      ? findings.map((finding) => findingCase(file.path, finding, nameOf(finding), context))
      : [quietCase(file)];
  const attributes = attribute({
    name: file.path,
    tests: cases.length,
    failures: findings.filter(context.isFailure).length,
    errors: 0,
    skipped: isSkipped(file) ? 1 : 0,
  });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

/** Names that no other case of the suite has: CI services take cases of one name for one. */
function uniqueNames(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, line, column }) => {
    const name = `${rule} at ${String(line)}:${String(column)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  };
}

function findingCase(path: string, finding: Finding, name: string, { reasons, isFailure }: Context): string {
  const details = [
    `${path}:${finding.line}:${finding.column}`,
    ...insideLines(path, finding),
    say('grades', { severity: finding.severity, confidence: finding.confidence }),
    ...reasons(path, finding).map((reason) => say('because', { reason: reasonWithOrigins(reason) })),
    ...finding.related.map(
      (related) => `${related.path}:${related.line}:${related.column}: ${related.message}`,
    ),
    finding.url,
  ];
  const text = details.map((line) => escapeXml(printable(line))).join('\n');
  const message = attribute({ type: finding.severity, message: finding.message });
  return [
    `    <testcase${attribute({ classname: path, name, file: path, line: finding.line })}>`,
    isFailure(finding)
      ? `      <failure${message}>${text}</failure>`
      : `      <system-out>${escapeXml(printable(finding.message))}\n${text}</system-out>`,
    '    </testcase>\n',
  ].join('\n');
}

function quietCase(file: FileRecord): string {
  const open = `    <testcase${attribute({ classname: file.path, name: 'policy', file: file.path })}`;
  return !isSkipped(file)
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

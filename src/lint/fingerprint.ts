import { createHash } from 'node:crypto';
import type { FileRecord, Finding } from './record.js';

/**
 * The parts of a finding's data that say which fact it is about, whatever lines move around it. Counts and sources change
 * with the catalog and are left out.
 */
const IDENTITY = ['action', 'pattern', 'api', 'call', 'operation', 'key', 'operator', 'value', 'service', 'kind'] as const;

/**
 * One fingerprint (hex) for each finding of a file, in order. It survives moved lines, other findings that come and go,
 * and better wording of messages: it is made of the rule, the path, and what the finding is about; the text it stands
 * on counts only where the data names nothing. Several of the same are numbered.
 */
export function fingerprints(file: Pick<FileRecord, 'path' | 'findings'>, text: string | undefined): readonly string[] {
  const lines = text?.split(/\r\n|\n|\r/) ?? [];
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const about = JSON.stringify([finding.rule, file.path, ...subject(finding, lines)]);
    const number = (seen.get(about) ?? 0) + 1;
    seen.set(about, number);
    return createHash('sha256').update(`${about}#${number}`).digest('hex').slice(0, 32);
  });
}

function subject(finding: Finding, lines: readonly string[]): readonly unknown[] {
  const named = IDENTITY.flatMap((name) => {
    const value = finding.data[name];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value.toLowerCase() : value]];
  });
  return named.length > 0 ? named : [firstLineOf(finding, lines)];
}

/** The first line of the finding's span, white space folded: more would change with edits that do not matter. */
function firstLineOf(finding: Finding, lines: readonly string[]): string {
  const line = lines[finding.line - 1] ?? '';
  return line.slice(finding.column - 1, finding.endLine === finding.line ? finding.endColumn - 1 : undefined).replace(/\s+/g, ' ').trim();
}

import { syntaxFindings } from '../results/findings.js';
import type { FindingNames } from '../results/findings.js';
import type { Finding } from '../results/lint-record.js';
import { readPolicySource } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
import type { PolicySourceCode } from '../language/source-code.js';
import type { Surroundings } from '../../policy/syntax/reading.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/** A file of a group. */
export interface Entry {
  readonly path: string;
  /** As it was read. */
  readonly text: string;
  /** As it is parsed now; undefined where it cannot be. */
  source: PolicySourceCode | undefined;
  readonly findings: readonly Finding[];
  /** Why it is no policy, where that is known before it is parsed. */
  readonly skipped?: string;
}

/** Reads a file; a text that cannot be read is findings, or no policy. */
export function readEntry(file: SourceFile, names: FindingNames, surroundings: Surroundings): Entry {
  const { path, text } = file;
  const reading = readPolicySource(file, 'document', surroundings);
  // Rules see what was read over in a file that holds other policies; in one that holds none it is all there is to say.
  const unread =
    reading.ok && reading.source.kind === 'none'
      ? reading.problems.filter(({ code }) => code === 'syntax' || code === 'too-deep')
      : [];
  if (reading.ok)
    return unread.length > 0
      ? { path, text, source: undefined, findings: syntaxFindings(path, text, unread, names) }
      : { path, text, source: reading.source, findings: [] };
  // A search finds templates and fixtures of all kinds: one that cannot be read and speaks of no statement is no policy.
  const unlikely = file.found === true && !/statement/i.test(text.replaceAll('\0', ''));
  return unlikely
    ? {
        path,
        text,
        source: undefined,
        findings: [],
        skipped: say('notParsed'),
      }
    : { path, text, source: undefined, findings: syntaxFindings(path, text, reading.problems, names) };
}

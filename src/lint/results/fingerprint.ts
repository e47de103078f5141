import { createHash } from 'node:crypto';

/** What a finding is about, without where it stands. */
export interface FindingIdentity {
  readonly rule: string;
  readonly path: string;
  /** The text that the finding points at, or what the rule says identifies it. */
  readonly subject: string;
}

/**
 * Gives findings of one file names that survive moved lines and changed indentation: a hash of the rule, the file and the
 * subject, and a number where the same subject is found several times (in the order of the file).
 */
export function createFingerprinter(): (finding: FindingIdentity) => string {
  const seen = new Map<string, number>();
  return ({ rule, path, subject }) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, path, subject.replace(/\s+/g, ' ').trim()]))
      .digest('hex')
      .slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  };
}

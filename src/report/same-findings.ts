import { createHash } from 'node:crypto';
import type { FileRecord, Finding } from '../lint/results/lint-record.js';
import { reasonWithOrigins } from './because-chain.js';
import type { Reasons } from './because-chain.js';

/** The other places of a finding that is the same in several files. */
export interface SameElsewhere {
  readonly places: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  /** How many files have it, its own among them. */
  readonly files: number;
}

/** What is to be shown of a finding: itself, where else it is the same, or nothing, as it was shown already. */
export type Fold = (finding: Finding) => SameElsewhere | 'alone' | 'shown';

/**
 * Folds a finding that several files have, word by word and for the same reasons, into the first of them.
 * @param files in the order in which they are shown.
 */
export function foldSame(files: readonly FileRecord[], reasons: Reasons): Fold {
  const groups = new Map<string, { readonly path: string; readonly finding: Finding }[]>();
  for (const { path, cloud, findings } of files)
    for (const finding of findings) {
      const key = keyOf(cloud, finding, reasons(path, finding).map(reasonWithOrigins));
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ path, finding }]);
      else group.push({ path, finding });
    }
  const folds = new Map<Finding, SameElsewhere | 'shown'>();
  for (const [first, ...others] of groups.values()) {
    const paths = new Set([first, ...others].flatMap((one) => one?.path ?? []));
    if (first === undefined || paths.size < 2) continue;
    for (const { finding } of others) folds.set(finding, 'shown');
    folds.set(first.finding, {
      places: others.map(({ path, finding: { line, column } }) => ({ path, line, column })),
      files: paths.size,
    });
  }
  return (finding) => folds.get(finding) ?? 'alone';
}

function keyOf(cloud: string | undefined, finding: Finding, reasons: readonly string[]): string {
  const { rule, severity, confidence, message, related, fix, suggestions = [], url } = finding;
  const parts = [
    cloud,
    rule,
    severity,
    confidence,
    message,
    fix,
    url,
    suggestions.map((suggestion) => suggestion.message),
    related.map(({ path, line, message: said }) => [path, line, said]),
    reasons,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

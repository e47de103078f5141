import type { FileRecord, Finding } from '../lint/results/lint-record.js';
import { gravityOf } from './run-overview.js';
import type { IsDangerous } from './run-overview.js';

/** Files by the gravest of their findings, and the findings of each by how grave they are; else in the order that they have. */
export function mostSevereFirst(
  files: readonly FileRecord[],
  isDangerous: IsDangerous,
): readonly FileRecord[] {
  const gravity = (finding: Finding): number => gravityOf(finding, isDangerous);
  return files
    .map((file) => ({
      file,
      worst: file.findings.reduce((worst, finding) => Math.min(worst, gravity(finding)), CLEAN),
    }))
    .sort((a, b) => a.worst - b.worst)
    .map(({ file }) => ({ ...file, findings: file.findings.toSorted((a, b) => gravity(a) - gravity(b)) }));
}

/** Behind every finding. */
const CLEAN = 3;

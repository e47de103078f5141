import type { LintRecord, NeedRecord, WorkloadRecord } from '../lint/results/lint-record.js';
import { fileOf } from './shown-workloads.js';

/** Whether an action that a workload lacks is among no finding: suppressed, in the baseline, there before, or of a rule that is off. */
export type IsUntold = (workload: WorkloadRecord, need: NeedRecord) => boolean;

export function untoldIn({ files }: LintRecord): IsUntold {
  const told = new Set(
    files.flatMap(({ path, findings }) =>
      findings.flatMap(({ data: { action } }) => (typeof action === 'string' ? keyOf(path, action) : [])),
    ),
  );
  return ({ manifest, policies }, { action }) =>
    [manifest, ...policies.map(fileOf)].every((path) => !told.has(keyOf(path, action)));
}

function keyOf(path: string, action: string): string {
  return `${path}\0${action.toLowerCase()}`;
}

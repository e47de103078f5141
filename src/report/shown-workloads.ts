import type { LintRecord, WorkloadRecord } from '../lint/results/lint-record.js';

/** All workloads, or those that a change touches where it alone matters. */
export function shownWorkloads({ workloads, changes }: LintRecord): readonly WorkloadRecord[] {
  if (changes?.newOnly !== true) return workloads;
  const touched = new Set(changes.entries.map(({ name }) => name));
  return workloads.filter(({ manifest }) => touched.has(manifest));
}

/** `main.tf#huaweicloud_identity_role.ops` → `main.tf` */
export function fileOf(policy: string): string {
  return policy.replace(/#.*$/s, '');
}

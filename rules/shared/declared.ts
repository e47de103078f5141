import type { JudgedWorkload } from '../../src/lint/workload.js';
import { sameAction } from '../../src/policy/pattern.js';

/** Whether a declared call needs an action, so that somebody said what it is granted for. */
export function isDeclared(action: string, workloads: readonly JudgedWorkload[]): boolean {
  return workloads.some(({ verdict }) => verdict.calls.some(({ needs }) => needs.some((need) => sameAction(need.action, action))));
}

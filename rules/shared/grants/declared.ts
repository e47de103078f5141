import { neededBy } from '../../../src/analysis/needs/needed.js';
import type { Needed } from '../../../src/analysis/needs/needed.js';
import type { JudgedWorkload } from '../../../src/lint/run/workload.js';

/** Whether a declared call needs an action, itself or under a wildcard, so that somebody said what it is granted for. */
export function isDeclared(action: string, workloads: readonly JudgedWorkload[]): boolean {
  return workloads.some((judged) => neededIn(judged).has(action));
}

const needs = new WeakMap<JudgedWorkload, Needed>();

function neededIn(judged: JudgedWorkload): Needed {
  const known = needs.get(judged);
  if (known !== undefined) return known;
  const needed = neededBy(judged.workload.calls, judged.catalog);
  needs.set(judged, needed);
  return needed;
}

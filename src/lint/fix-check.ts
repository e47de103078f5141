import type { Verdict } from '../analysis/verdict.js';
import type { PolicySourceCode } from './source-code.js';

export interface FixCheck {
  readonly before: PolicySourceCode;
  readonly after: PolicySourceCode;
  /** Each workload that the file belongs to, judged with the old and with the new text. */
  readonly workloads: readonly { readonly before: Verdict; readonly after: Verdict }[];
}

/** Whether an edited file is still as good as it was: as many policies, and no need of a declared call stands worse. */
export function losesNothing({ before, after, workloads }: FixCheck): boolean {
  if (after.policies.length !== before.policies.length) return false;
  return workloads.every((workload) => noneStandsWorse(workload.before, workload.after));
}

function noneStandsWorse(before: Verdict, after: Verdict): boolean {
  const missing = new Set(before.missing.map((need) => need.action));
  const denied = new Set(before.denied.map((need) => need.action));
  const conditional = new Set(before.conditional.map((need) => need.action));
  const bad = (action: string): boolean => missing.has(action) || denied.has(action);
  return (
    after.missing.every(({ action }) => bad(action)) &&
    after.denied.every(({ action }) => bad(action)) &&
    after.conditional.every(({ action }) => conditional.has(action) || bad(action))
  );
}

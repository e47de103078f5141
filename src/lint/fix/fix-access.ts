import { compileGrants, isGranting } from '../../policy/grants/grant.js';
import type { Policy } from '../../policy/model/policy.js';
import { accessBeyond } from '../../requests/access-beyond.js';
import type { Access } from '../../requests/access-beyond.js';
import { partsOf } from '../../requests/statement-parts.js';

/**
 * What an edit does to the requests that the policies of a file allow, policy by policy, as far as it can be proven: `same` and
 * `narrower` are proofs, `wider` has a request that only the edited policy allows. `unknown`: another name of an action may
 * stand for what was allowed before, or something is only known at run time.
 */
export type AccessAfter = 'same' | 'narrower' | 'wider' | 'unknown';

/** @param wanted actions that may be allowed newly. */
export function accessAfter(
  before: readonly Policy[],
  after: readonly Policy[],
  wanted: readonly string[] = [],
): AccessAfter {
  if (before.length !== after.length) return 'unknown';
  const all = before.map((one, index) => accessOf(one, after[index], wanted));
  for (const found of ['wider', 'unknown', 'narrower'] as const) if (all.includes(found)) return found;
  return 'same';
}

function accessOf(before: Policy, after: Policy | undefined, wanted: readonly string[]): AccessAfter {
  if (before.kind !== after?.kind) return 'unknown';
  if (!isGranting(before)) return before.root === after.root ? 'same' : 'unknown';
  const [old, edited] = [[{ id: 'before', policy: before }], [{ id: 'after', policy: after }]];
  const gained = accessBeyond(edited, old, { except: wanted });
  if (gained.kind === 'witness') return isByName(gained, before) ? 'unknown' : 'wider';
  // A Deny of one name also denies what other names of the permission allow.
  if (gained.kind === 'unknown' || !hasSameDenies(before, after)) return 'unknown';
  return accessBeyond(old, edited).kind === 'none' ? 'same' : 'narrower';
}

/** Whether no request for the action was allowed: then it may be another name of one that was. */
function isByName({ request }: Extract<Access, { kind: 'witness' }>, before: Policy): boolean {
  return compileGrants([{ id: 'before', policy: before }]).decide(request.action).outcome === 'not-granted';
}

function hasSameDenies(before: Policy, after: Policy): boolean {
  const [old, edited] = [deniesOf(before), deniesOf(after)];
  return old.size === edited.size && [...old].every((key) => edited.has(key));
}

function deniesOf(policy: Policy): ReadonlySet<string> {
  return new Set(partsOf([{ id: '', policy }]).flatMap(({ effect, key }) => (effect === 'Deny' ? key : [])));
}

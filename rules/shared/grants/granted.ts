import { compileGrants } from '../../../src/policy/grants/grant.js';
import type { Grants } from '../../../src/policy/grants/grant.js';
import type { Policy, PolicyKind, Statement } from '../../../src/policy/model/policy.js';
import { isAnyResource } from '../../../src/policy/grants/resource.js';

/** Kinds that say what an identity may do; the agency form can name nothing but one action. */
export const GRANTING_KINDS: readonly PolicyKind[] = ['role', 'policy', 'identity-policy'];

/** Whether a statement gives something. An Allow of a service control or endpoint policy only bounds what others give. */
export function isGrant({ effect }: Statement, { root }: Policy): boolean {
  return effect === 'Allow' && root.place !== 'organization' && root.place !== 'endpoint';
}

const compiled = new WeakMap<Policy, Grants>();

/** Whether the policy denies an action for every request, so that an Allow beside it gives nothing. */
export function isDenied(action: string, policy: Policy): boolean {
  const grants = compiled.get(policy) ?? compileGrants([{ id: '', policy }]);
  compiled.set(policy, grants);
  return grants.decide(action).outcome === 'denied';
}

/** Whether Resource or NotResource leaves something of an action out. An unknown part may. */
export function isNarrowed({ resource, notResource }: Statement, action?: string): boolean {
  return (
    notResource !== undefined ||
    (resource !== undefined && !resource.items.some(({ value }) => isAnyResource(value, action)))
  );
}

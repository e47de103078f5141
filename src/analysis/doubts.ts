import type { Policy } from '../policy/model/policy.js';
import { en } from '../wording/en/analysis.js';
import { speaker } from '../wording/speaker.js';
import type { JudgedCall, Workload } from './verdict.js';

const say = speaker('analysis', en);

/** What takes the certainty from a whole workload. */
export interface Doubts {
  /** Boundaries that could not be read. */
  readonly boundaries: readonly string[];
  /** Roles that other roles have to be granted beside, and these. */
  readonly dependent: readonly { readonly id: string; readonly roles: readonly string[] }[];
}

export function doubtsOf({ policies, unreadBoundaries = [] }: Workload): Doubts {
  const dependent = policies.flatMap(({ id, policy }) => {
    const roles = rolesNeeded(policy);
    return roles.length === 0 ? [] : { id, roles };
  });
  return { boundaries: unreadBoundaries, dependent };
}

interface Doubt {
  readonly kind: 'unread-boundary' | 'role-depends';
  readonly reason: string;
}

/**
 * Why a call that stands so is unproven all the same: a boundary that nobody read may stop what is granted; what no policy
 * grants, the roles may grant that a role depends on and that must be granted with it (user guide 依赖角色的授权方法).
 */
export function doubtOf(status: JudgedCall['status'], { boundaries, dependent }: Doubts): Doubt | undefined {
  if ((status === 'granted' || status === 'conditional') && boundaries.length > 0)
    return { kind: 'unread-boundary', reason: say('boundaryUnread', { boundaries }) };
  const [role] = dependent;
  if (status !== 'missing' || role === undefined) return undefined;
  const roles = [...new Set(dependent.flatMap((one) => one.roles))];
  return { kind: 'role-depends', reason: say('roleDepends', { role: role.id, roles }) };
}

/** `Tenant Guest` of `Depends: [{ catalog: BASE, display_name: Tenant Guest }]`. */
function rolesNeeded({ kind, dependsMember }: Policy): readonly string[] {
  if (kind !== 'role' || dependsMember?.value.type !== 'Array') return [];
  return dependsMember.value.elements.flatMap((element) => {
    if (element.type !== 'Object') return [];
    const name = element.members.find((member) => member.name.value === 'display_name')?.value;
    return name?.type === 'String' ? name.value : [];
  });
}

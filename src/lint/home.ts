import type { WorkloadPolicy } from '../analysis/verdict.js';
import { foldAction } from '../policy/pattern.js';
import type { MemberNode, StringNode } from '../policy/ast.js';
import type { Statement } from '../policy/policy.js';

/** Where an action that no policy grants would be added. */
export interface Home {
  readonly policy: WorkloadPolicy;
  /** The statement whose list it belongs to; undefined where a statement must be added. */
  readonly statement: Statement | undefined;
  /** The name of the list, or the nearest thing above it. */
  readonly node: StringNode;
}

/**
 * The place for an action among the policies of a workload: the unlimited Allow that holds most of the same service and
 * resource type, else the first unlimited Allow, else the first policy.
 */
export function homeOf(action: string, policies: readonly WorkloadPolicy[]): Home | undefined {
  let best: Home | undefined;
  let bestScore = 0;
  for (const policy of policies) {
    for (const statement of policy.policy.statements) {
      const score = scoreOf(statement, foldAction(action));
      if (score > bestScore && statement.action !== undefined) {
        best = { policy, statement, node: statement.action.member.name };
        bestScore = score;
      }
    }
  }
  return best ?? policies.map(emptyHome).find((home) => home !== undefined);
}

/** 0: it cannot be added here. A list that is for this resource type outweighs one that is only for the service. */
function scoreOf({ effect, action: list, condition, resource, notResource }: Statement, action: string): number {
  const limited = condition !== undefined || notResource !== undefined || resource?.items.some(({ value }) => value !== '*') === true;
  if (effect !== 'Allow' || list?.array === undefined || limited) return 0;
  const [service, type] = action.split(':');
  const own = list.items.map(({ value }) => foldAction(value).split(':'));
  const sameService = own.filter((parts) => parts[0] === service);
  return 1 + Math.min(sameService.length, 100) + 1000 * Math.min(sameService.filter((parts) => parts[1] === type).length, 100);
}

function emptyHome(policy: WorkloadPolicy): Home | undefined {
  const member: MemberNode | undefined = policy.policy.statementMember ?? policy.policy.node.members[0];
  return member === undefined ? undefined : { policy, statement: undefined, node: member.name };
}

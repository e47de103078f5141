import type { WorkloadPolicy } from '../../analysis/verdict.js';
import { foldAction } from '../../policy/grants/pattern.js';
import type { MemberNode, StringNode } from '../../policy/model/ast.js';
import type { Statement } from '../../policy/model/policy.js';

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
function scoreOf(statement: Statement, action: string): number {
  const counts = countsOf(statement);
  if (counts === undefined) return 0;
  const [service = '', type = ''] = action.split(':');
  return (
    1 + Math.min(counts.get(service) ?? 0, 100) + 1000 * Math.min(counts.get(`${service}:${type}`) ?? 0, 100)
  );
}

/** How many actions of each service, and of each of its resource types, an unlimited Allow lists; undefined for any other statement. */
function countsOf(statement: Statement): ReadonlyMap<string, number> | undefined {
  const known = COUNTS.get(statement);
  if (known !== undefined) return known ?? undefined;
  const { effect, action: list, condition, resource, notResource } = statement;
  const limited =
    condition !== undefined ||
    notResource !== undefined ||
    resource?.items.some(({ value }) => value !== '*') === true;
  const counts =
    effect !== 'Allow' || list?.array === undefined || limited ? null : new Map<string, number>();
  if (counts !== null) {
    for (const { value } of list?.items ?? []) {
      const [service = '', type = ''] = foldAction(value).split(':', 2);
      for (const key of [service, `${service}:${type}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  COUNTS.set(statement, counts);
  return counts ?? undefined;
}

const COUNTS = new WeakMap<Statement, ReadonlyMap<string, number> | null>();

function emptyHome(policy: WorkloadPolicy): Home | undefined {
  const member: MemberNode | undefined = policy.policy.statementMember ?? policy.policy.node.members[0];
  return member === undefined ? undefined : { policy, statement: undefined, node: member.name };
}

import type { GrantSite } from '../../../src/analysis/verdict.js';
import type { ValueNode } from '../../../src/policy/model/ast.js';

/** What a finding on a grant points at: the action, the unknown part, the name of the list, or the statement's Effect. */
export function nodeOf({ element, statement, unknown }: GrantSite): ValueNode {
  return (
    element?.node ??
    unknown ??
    (statement.notAction ?? statement.action)?.member.name ??
    statement.effectMember?.name ??
    statement.node
  );
}

import { namesAgencies } from '../../../src/policy/model/recognise.js';
import type {
  ConditionEntry,
  ConditionOperator,
  Element,
  Statement,
} from '../../../src/policy/model/policy.js';

/** What stands in `Action` and `NotAction`. */
export function actionsOf({ action, notAction }: Statement): readonly Element[] {
  return [...(action?.items ?? []), ...(notAction?.items ?? [])];
}

/** What stands in `Resource` and `NotResource`. */
export function resourcesOf({ resource, notResource }: Statement): readonly Element[] {
  return [...(resource?.items ?? []), ...(notResource?.items ?? [])];
}

/** Those of them that are no URIs of agencies. */
export function namedResourcesOf(statement: Statement): readonly Element[] {
  return namesAgencies(statement.node) ? [] : resourcesOf(statement);
}

/** Every key of a statement's Condition, with its operator. */
export function conditionsOf({
  condition,
}: Statement): readonly { readonly operator: ConditionOperator; readonly entry: ConditionEntry }[] {
  return (condition?.operators ?? []).flatMap((operator) =>
    operator.keys.map((entry) => ({ operator, entry })),
  );
}

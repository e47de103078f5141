import type { Catalog } from '../../../src/catalog/catalog.js';
import { GLOBAL_PREFIX, globalKey, keyPrefix } from '../../../src/policy/facts/condition-keys.js';
import { renameKey } from '../../../src/policy/edit/edit.js';
import type { OperatorType, OperatorUse } from '../../../src/policy/facts/operators.js';
import type { Condition, ConditionOperator, Statement } from '../../../src/policy/model/policy.js';
import { serviceOf } from '../../../src/policy/grants/pattern.js';
import { actionsOf } from './listed.js';

/** What is known of a condition key; undefined where neither the global keys nor the catalog name it. */
export interface KeyFacts {
  readonly type: OperatorType | 'unknown';
  /** Undefined where the documentation does not tell. */
  readonly multiValued: boolean | undefined;
}

export function keyFactsOf(key: string, catalog: Catalog): KeyFacts | undefined {
  const prefix = keyPrefix(key);
  if (prefix === undefined) return undefined;
  if (prefix === GLOBAL_PREFIX) return globalKey(key);
  const lower = key.toLowerCase();
  const known = catalog
    .service(prefix)
    ?.model.condition_keys?.find((candidate) => candidate.key.toLowerCase() === lower);
  return known === undefined ? undefined : { type: known.value_type, multiValued: known.multi_valued };
}

/** The services that a statement's actions name, in lower case; undefined where one of them is a wildcard, or where it has a NotAction. */
export function servicesOf(statement: Statement): ReadonlySet<string> | undefined {
  if (
    statement.notAction !== undefined ||
    statement.action === undefined ||
    statement.action.unknown.length > 0
  )
    return undefined;
  const services = actionsOf(statement).map(({ value }) => serviceOf(value));
  return services.length === 0 || services.includes(undefined)
    ? undefined
    : new Set(services.flatMap((service) => service ?? []));
}

/** An operator as a policy writes it: `ForAnyValue:StringMatchIfExists`. */
export function operatorName(
  name: string,
  { quantifier, ifExists }: Pick<OperatorUse, 'quantifier' | 'ifExists'>,
): string {
  const prefix = quantifier === undefined ? '' : `${quantifier}:`;
  return `${prefix}${name}${ifExists ? 'IfExists' : ''}`;
}

/** Writes another operator in the place of one, unless the condition has that one already. */
export function renameOperator(
  text: string,
  condition: Condition | undefined,
  operator: ConditionOperator,
  name: string,
) {
  const taken =
    condition?.operators.some(
      (other) => other !== operator && other.name.toLowerCase() === name.toLowerCase(),
    ) ?? false;
  return taken ? undefined : renameKey(text, operator.member, name);
}

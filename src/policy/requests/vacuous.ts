import { isEveryAddress } from '../grants/condition-form.js';
import type { Statement } from '../model/policy.js';
import type { ConditionTest, KnownTest } from './condition-test.js';
import { conditionTests, holds } from './condition-test.js';

/** Whether requests may have a key: undefined where nobody says. */
export type IsSent = (key: string) => boolean | undefined;

/**
 * The tests of a statement's Condition that leave something out. One that holds of whatever a request may have under its key
 * is no guard: `StringMatch` with `*`, `Null` that asks for either, an address of any network, and what holds of an absent key
 * where no request has the key. An empty Condition has none.
 * @param isSent whether any request has a key.
 */
export function guardsOf(statement: Statement, isSent: IsSent): readonly ConditionTest[] {
  return conditionTests(statement).filter((test) => test.kind === 'opaque' || !isVacuous(test, isSent));
}

function isVacuous(test: KnownTest, isSent: IsSent): boolean {
  const { operator } = test.use;
  if (isSent(test.key) === false) return holds(test, undefined);
  switch (operator.type) {
    case 'null':
    case 'boolean':
      return ['true', 'false'].every((one) => test.values.some((value) => value.toLowerCase() === one));
    case 'ip':
      return !operator.negated && test.values.some(isEveryAddress);
    case 'string':
      return !operator.negated && test.values.some((value) => fitsEveryText(test, value));
    case 'number':
    case 'date':
      return false;
  }
}

/** `*` of a match; the empty text that every text starts and ends with. */
function fitsEveryText({ use: { operator } }: KnownTest, value: string): boolean {
  if (operator.wildcards) return /^\*+$/.test(value);
  return value === '' && /(?:Start|End)With/.test(operator.name);
}

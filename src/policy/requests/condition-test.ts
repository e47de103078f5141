import { globalKey } from '../facts/condition-keys.js';
import type { Operator, OperatorUse } from '../facts/operators.js';
import { operatorOf } from '../facts/operators.js';
import { parseWildcard, wildcardMatches } from '../grants/wildcard.js';
import type { ValueNode } from '../model/ast.js';
import type { Condition, Statement } from '../model/policy.js';
import { addressRange, isInRange } from './addresses.js';
import { foldKey } from './request.js';
import { scalarOf } from './scalar.js';

/**
 * One line of a Condition: an operator on a key with its values. Semantics (policy guide 策略语法; usermanual-iam5
 * iam_01_1287, iam_01_1289): one of the values has to fit, of a negated operator none may; `IfExists` is true of an absent
 * key; `Null` asks whether the key is absent. What no page says is read as the languages of its kind have it: an absent key
 * fits a negated operator and `ForAllValues`, and no other.
 */
export type ConditionTest = KnownTest | OpaqueTest;

export interface KnownTest {
  readonly kind: 'known';
  /** In lower case. */
  readonly key: string;
  readonly use: OperatorUse;
  /** As written, Booleans and numbers too. */
  readonly values: readonly string[];
}

/** A test that cannot be decided: an operator that no document names, or a value that only a run tells. */
export interface OpaqueTest {
  readonly kind: 'opaque';
  /** The same text for tests that are written the same; compared, not shown. */
  readonly text: string;
  /** What stopped the reading, as the policy writes it. */
  readonly stop: string;
}

/** All must hold. Empty where the statement has no Condition. */
export function conditionTests({ condition, node }: Statement): readonly ConditionTest[] {
  const more = node.open === undefined ? [] : [opaque('Statement', '', 'Statement')];
  return condition === undefined ? more : [...more, ...testsOf(condition)];
}

function testsOf(condition: Condition): readonly ConditionTest[] {
  const { value } = condition.member;
  if (value.type !== 'Object') return [opaque('Condition', textOf(value), textOf(value))];
  const more = value.open === undefined ? [] : [opaque('Condition', '', 'Condition')];
  return [...more, ...operatorTests(condition)];
}

function operatorTests(condition: Condition): readonly ConditionTest[] {
  return condition.operators.flatMap(({ name, member, keys }) => {
    if (member.value.type !== 'Object') return [opaque(name, textOf(member.value), name)];
    const use = operatorOf(name);
    return keys.map(({ key, values }): ConditionTest => {
      const known = values.flatMap((value) => valueText(value) ?? []).filter((text) => !text.includes('${'));
      if (use === undefined || known.length !== values.length) {
        const undecided = values.find((value) => valueText(value)?.includes('${') ?? true);
        const stop = use === undefined || undecided === undefined ? name : textOf(undecided);
        return opaque(`${name}\n${foldKey(key)}`, values.map(textOf).join('\n'), stop);
      }
      return { kind: 'known', key: foldKey(key), use, values: known };
    });
  });
}

function opaque(what: string, text: string, stop: string): OpaqueTest {
  return { kind: 'opaque', text: `${what}\n${text}`, stop };
}

/** Of a text, number or Boolean; undefined for anything else. */
function valueText(node: ValueNode): string | undefined {
  if (node.type === 'String') return node.value;
  if (node.type === 'Number') return node.raw;
  return node.type === 'Boolean' ? String(node.value) : undefined;
}

/** As the policy writes it. */
function textOf(node: ValueNode): string {
  return valueText(node) ?? (node.type === 'Unknown' ? unquoted(node.text) : node.type);
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1');
}

/** Whether a key can hold several values: the facts say so, or a quantifier asks for each of them. */
export function isMultiValued({ key, use }: KnownTest): boolean {
  return use.quantifier !== undefined || globalKey(key)?.multiValued === true;
}

/**
 * Whether a known test holds of what a request has under its key.
 * @param values undefined where the key is absent.
 */
export function holds(test: KnownTest, values: readonly string[] | undefined): boolean {
  const { operator, quantifier } = test.use;
  if (operator.type === 'null')
    return test.values.some((wanted) => (wanted.toLowerCase() === 'true') === isAbsent(values));
  if (values === undefined || values.length === 0) return holdsOfAbsent(test);
  const fits = (value: string): boolean => fitsValue(operator, test.values, value);
  const all = quantifier === undefined ? operator.negated : quantifier === 'ForAllValues';
  return all ? values.every(fits) : values.some(fits);
}

function isAbsent(values: readonly string[] | undefined): boolean {
  return values === undefined || values.length === 0;
}

function holdsOfAbsent({ use: { operator, quantifier, ifExists } }: KnownTest): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true;
  return quantifier === undefined && operator.negated;
}

/** Whether one value fits the operator with its list of wanted values. */
export function fitsValue(operator: Operator, wanted: readonly string[], value: string): boolean {
  return wanted.some((one) => fitsOne(operator, one, value)) !== operator.negated;
}

/** Positive: the negation of the operator is not looked at. */
function fitsOne(operator: Operator, wanted: string, value: string): boolean {
  switch (operator.type) {
    case 'string':
      return fitsText(operator, wanted, value);
    case 'ip': {
      const range = addressRange(wanted);
      return range !== undefined && isInRange(value, range);
    }
    case 'number':
    case 'date':
    case 'boolean': {
      const [a, b] = [scalarOf(operator.type, value), scalarOf(operator.type, wanted)];
      return a !== undefined && b !== undefined && compares(operator.name, a, b);
    }
    case 'null':
      return false;
  }
}

function fitsText({ name, wildcards }: Operator, wanted: string, value: string): boolean {
  if (wildcards) return wildcardMatches(parseWildcard(wanted, true), value);
  if (name.includes('IgnoreCase')) return value.toLowerCase() === wanted.toLowerCase();
  if (name.includes('StartWith')) return value.startsWith(wanted);
  if (name.includes('EndWith')) return value.endsWith(wanted);
  return value === wanted;
}

function compares(name: string, value: number, wanted: number): boolean {
  if (name.endsWith('LessThan')) return value < wanted;
  if (name.endsWith('LessThanEquals')) return value <= wanted;
  if (name.endsWith('GreaterThan')) return value > wanted;
  if (name.endsWith('GreaterThanEquals')) return value >= wanted;
  return value === wanted;
}

import type { HclValue, Place } from './value.js';
import { knownText } from './value.js';

/** The result of an operation whose operands are known; undefined otherwise. */
export function operate(operator: string, operands: readonly HclValue[], place: Place): HclValue | undefined {
  const [left, right] = operands;
  if (left === undefined) return undefined;
  if (right === undefined) return unary(operator, left, place);
  const truth = LOGIC[operator];
  if (truth !== undefined) return logic(truth, left, right, place);
  if (operator === '==' || operator === '!=') return equality(operator, left, right, place);
  const compute = ARITHMETIC[operator];
  const compare = COMPARISONS[operator];
  if (left.kind !== 'number' || right.kind !== 'number') return undefined;
  if (compare !== undefined) return boolean(compare(left.value, right.value), place);
  return compute === undefined ? undefined : number(compute(left.value, right.value), place);
}

/** The value that decides alone, whatever the other side is. */
const LOGIC: Readonly<Record<string, boolean>> = { '&&': false, '||': true };

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function unary(operator: string, operand: HclValue, place: Place): HclValue | undefined {
  if (operator === '!' && operand.kind === 'boolean') return boolean(!operand.value, place);
  return operator === '-' && operand.kind === 'number' ? number(-operand.value, place) : undefined;
}

function logic(decides: boolean, left: HclValue, right: HclValue, place: Place): HclValue | undefined {
  const sides = [left, right].map((side) => (side.kind === 'boolean' ? side.value : undefined));
  if (sides.includes(decides)) return boolean(decides, place);
  return sides.includes(undefined) ? undefined : boolean(!decides, place);
}

function equality(operator: string, left: HclValue, right: HclValue, place: Place): HclValue | undefined {
  const same = equals(left, right);
  return same === undefined ? undefined : boolean(same === (operator === '=='), place);
}

function equals(left: HclValue, right: HclValue): boolean | undefined {
  if (left.kind === 'hole' || right.kind === 'hole') return undefined;
  if (left.kind === 'null' || right.kind === 'null') return left.kind === right.kind;
  const [one, other] = [knownText(left), knownText(right)];
  return one === undefined || other === undefined ? undefined : left.kind === right.kind && one === other;
}

function boolean(value: boolean, place: Place): HclValue {
  return { kind: 'boolean', range: place.range, elsewhere: true, value };
}

function number(value: number, place: Place): HclValue | undefined {
  if (!Number.isFinite(value)) return undefined;
  return { kind: 'number', range: place.range, elsewhere: true, value, raw: String(value) };
}

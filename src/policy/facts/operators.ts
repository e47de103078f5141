import { defined } from '../../defined.js';

/**
 * Condition operators. Sources: [1] user guide 策略语法; [2] user guide 自定义策略使用样例 and 策略语法, whose examples use what the
 * list of [1] leaves out; [3] usermanual-iam5 iam_01_1287 and iam_01_1289 (5.0); [4] usermanual-ief ief_01_0067, which has operators
 * of an older generation that no other service names.
 */
export type OperatorType = 'string' | 'number' | 'date' | 'boolean' | 'ip' | 'null';

export interface Operator {
  /** As the documentation writes it, without quantifier and `IfExists`. */
  readonly name: string;
  readonly type: OperatorType;
  /** True where the key does not have the value. */
  readonly negated: boolean;
  /** `*` and `?` in its values are wildcards. */
  readonly wildcards: boolean;
  /** Only the documentation of these services names it. */
  readonly services?: readonly string[];
}

/** How an operator stands in a policy: `ForAllValues:StringEqualsIfExists`. */
export interface OperatorUse {
  readonly operator: Operator;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
}

export const OPERATORS: readonly Operator[] = [
  ...operators('string', [
    'StringEquals',
    '!StringNotEquals',
    'StringEqualsIgnoreCase',
    '!StringNotEqualsIgnoreCase',
    '*StringMatch',
    '!*StringNotMatch', // [1]
    'StringStartWith',
    'StringEndWith',
    '!StringNotStartWith',
    '!StringNotEndWith', // [2]; the negated forms are not seen in any document
  ]),
  ...operators(
    'string',
    [
      '*StringLike',
      '!*StringNotLike',
      'StringEqualsAnyOf',
      '!StringNotEqualsAnyOf',
      'StringEqualsIgnoreCaseAnyOf',
      '!StringNotEqualsIgnoreCaseAnyOf',
      '*StringLikeAnyOf',
      '!*StringNotLikeAnyOf',
      'StringStartWithAnyOf',
      'StringEndWithAnyOf',
    ],
    ['ief'],
  ), // [4]
  ...operators('number', [
    'NumberEquals',
    '!NumberNotEquals',
    'NumberLessThan',
    'NumberLessThanEquals',
    'NumberGreaterThan',
    'NumberGreaterThanEquals',
  ]), // [1]
  ...operators('date', ['DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals']), // [1]
  ...operators('boolean', ['Bool']), // [1]
  ...operators('ip', ['IpAddress', '!NotIpAddress']), // [3]
  ...operators('null', ['Null']), // [1]
  ...operators('null', ['IsNullOrEmpty'], ['ief']), // [4]
];

/** Operators of other clouds, lower case → what stands for them here. Source: their documentation of condition operators. */
export const FOREIGN_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['stringlike', 'StringMatch'],
  ['stringnotlike', 'StringNotMatch'],
  ['isnullorempty', 'Null'],
  ['boolean', 'Bool'],
  ['stringstartswith', 'StringStartWith'],
  ['stringendswith', 'StringEndWith'],
  ['numericequals', 'NumberEquals'],
  ['numericnotequals', 'NumberNotEquals'],
  ['numericlessthan', 'NumberLessThan'],
  ['numericlessthanequals', 'NumberLessThanEquals'],
  ['numericgreaterthan', 'NumberGreaterThan'],
  ['numericgreaterthanequals', 'NumberGreaterThanEquals'],
  ['arnequals', 'StringEquals'],
  ['arnlike', 'StringMatch'],
  ['arnnotequals', 'StringNotEquals'],
  ['arnnotlike', 'StringNotMatch'],
  ['stringequal', 'StringEquals'],
  ['ip_equal', 'IpAddress'],
  ['string_equal', 'StringEquals'],
  ['string_like', 'StringMatch'],
]);

const BY_NAME = new Map(OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]));
const QUANTIFIERS = [
  ['forallvalues:', 'ForAllValues'],
  ['foranyvalue:', 'ForAnyValue'],
] as const;

/** An operator as written → what it is, whatever its case (“不区分大小写”, [1]); undefined where no document names it. */
export function operatorOf(written: string): OperatorUse | undefined {
  const { quantifier, base, ifExists } = splitOperator(written);
  const operator = BY_NAME.get(base.toLowerCase());
  return operator === undefined ? undefined : { operator, quantifier, ifExists };
}

/** The parts of a name, known or not. */
export function splitOperator(written: string): {
  readonly quantifier: OperatorUse['quantifier'];
  readonly base: string;
  readonly ifExists: boolean;
} {
  const lower = written.toLowerCase();
  const [prefix = '', quantifier] = QUANTIFIERS.find(([start]) => lower.startsWith(start)) ?? [];
  const ifExists = lower.endsWith('ifexists') && lower.length > 'ifexists'.length;
  return {
    quantifier,
    base: written.slice(prefix.length, ifExists ? -'IfExists'.length : undefined),
    ifExists,
  };
}

/** `!` marks negated ones, `*` those that take wildcards. */
function operators(type: OperatorType, names: readonly string[], services?: readonly string[]): Operator[] {
  return names.map((marked) =>
    defined({
      name: marked.replace(/^!?\*?/, ''),
      type,
      negated: marked.startsWith('!'),
      wildcards: /^!?\*/.test(marked),
      services,
    }),
  );
}

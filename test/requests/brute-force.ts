import type { StatementSketch } from '../analysis/workload.js';

/**
 * A second opinion on single requests, as plain as can be and without any code of the policy room: regular expressions for
 * wildcards, numbers compared as numbers, and every request of a small world tried in turn.
 */
export interface TriedRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export function isAllowed(statements: readonly StatementSketch[], request: TriedRequest): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some((statement) => statement['Effect'] === 'Allow') &&
    !applying.some((statement) => statement['Effect'] === 'Deny')
  );
}

function applies(statement: StatementSketch, { action, resource, context }: TriedRequest): boolean {
  const list = (name: string): readonly string[] | undefined =>
    statement[name] as readonly string[] | undefined;
  const named = (patterns: readonly string[] | undefined, text: string): boolean =>
    (patterns ?? []).some((pattern) => like(pattern, text));
  const byAction =
    list('Action') === undefined ? !named(list('NotAction'), action) : named(list('Action'), action);
  const byResource =
    list('Resource') === undefined
      ? !named(list('NotResource'), resource)
      : named(list('Resource'), resource);
  return byAction && byResource && Object.entries(conditionOf(statement)).every(test(context));
}

type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

function conditionOf(statement: StatementSketch): Condition {
  return (statement['Condition'] ?? {}) as Condition;
}

const test =
  (context: TriedRequest['context']) =>
  ([operator, keys]: readonly [string, Readonly<Record<string, readonly string[]>>]): boolean =>
    Object.entries(keys).every(([key, wanted]) => testOne(operator, wanted, context[key]));

function testOne(
  operator: string,
  wanted: readonly string[],
  values: readonly string[] | undefined,
): boolean {
  if (operator === 'Null') return wanted.some((one) => (one === 'true') === (values === undefined));
  const [, quantifier, base = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const negated = base.includes('Not');
  if (values === undefined)
    return ifExists !== undefined || quantifier === 'ForAllValues:' || (quantifier === undefined && negated);
  const fits = (value: string): boolean => wanted.some((one) => fitsOne(base, one, value)) !== negated;
  const all = quantifier === undefined ? negated : quantifier === 'ForAllValues:';
  return all ? values.every(fits) : values.some(fits);
}

function fitsOne(base: string, wanted: string, value: string): boolean {
  switch (base.replace('Not', '')) {
    case 'StringEquals':
      return value === wanted;
    case 'StringEqualsIgnoreCase':
      return value.toUpperCase() === wanted.toUpperCase();
    case 'StringMatch':
      return like(wanted, value);
    case 'StringStartWith':
      return value.startsWith(wanted);
    case 'NumberLessThan':
      return Number(value) < Number(wanted);
    case 'NumberGreaterThanEquals':
      return Number(value) >= Number(wanted);
    case 'NumberEquals':
      return Number(value) === Number(wanted);
    case 'Bool':
      return value === wanted;
    case 'IpAddress': {
      const [network = '', bits = '32'] = wanted.split('/');
      const block = 2 ** (32 - Number(bits));
      return Math.floor(address(value) / block) === Math.floor(address(network) / block);
    }
    case 'DateLessThan':
      return new Date(value) < new Date(wanted);
    default:
      throw new Error(`no such operator here: ${base}`);
  }
}

function address(text: string): number {
  return text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

const EXPRESSIONS = new Map<string, RegExp>();

function like(pattern: string, text: string): boolean {
  const known = EXPRESSIONS.get(pattern);
  if (known !== undefined) return known.test(text);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  EXPRESSIONS.set(pattern, expression);
  return expression.test(text);
}

import type { CallExpression, Expression } from '../code-syntax.js';
import type { Value } from './code-value.js';

/** Stands for a part of a text that is only known at run time. */
const HOLE = '{}';

/** No URL of an API is longer. */
const MAX_LENGTH = 2_000;

/** Texts that are put together; undefined where none of them is known. */
export function joined(parts: readonly (Value | undefined)[]): Value | undefined {
  if (!parts.some((part) => part?.kind === 'string')) return undefined;
  const texts = parts.map((part) => (part?.kind === 'string' ? part.text : HOLE));
  return { kind: 'string', text: texts.join('').slice(0, MAX_LENGTH) };
}

/** `fmt.Sprintf("%s/v1", host)`, `"{}/v1".format(host)`; undefined for any other call. */
export function filledIn(
  { callee, args }: CallExpression,
  evaluate: (expression: Expression) => Value | undefined,
): Value | undefined {
  const name = callee.kind === 'member' ? callee.name : undefined;
  if (callee.kind !== 'member' || name === undefined || !FORMATTING.has(name)) return undefined;
  const of = evaluate(callee.of);
  const [first, ...rest] = args;
  if (of?.kind === 'string') return fill(of.text, args.map(evaluate));
  const template = first === undefined ? undefined : evaluate(first);
  return template?.kind === 'string' ? fill(template.text, rest.map(evaluate)) : undefined;
}

/** Source: the standard libraries of Go (`fmt`), Python (`str.format`) and Java (`String`). */
const FORMATTING: ReadonlySet<string> = new Set(['Sprintf', 'format', 'formatted']);

/** One after the other, in the order of the arguments; those with a name or a number are left open. */
function fill(template: string, args: readonly (Value | undefined)[]): Value {
  let next = 0;
  const text = template.slice(0, MAX_LENGTH).replaceAll(/%[sdvqx]|\{\w*\}/g, (place) => {
    if (/^\{\w/.test(place)) return HOLE;
    const value = args[next];
    next += 1;
    return value?.kind === 'string' ? value.text : HOLE;
  });
  return { kind: 'string', text: text.slice(0, MAX_LENGTH) };
}

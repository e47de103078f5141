import type { InnerText, Range } from '../model/ast.js';
import type { Excerpt } from './json-excerpt.js';
import { verbatim } from './json-excerpt.js';

/**
 * JSON in a string or heredoc of Terraform as a text that can be edited where it stands. Undefined where something stands
 * between its parts that only a run fills: then what is seen of it is not the text. What an expression fills is there, and
 * can only be edited as a whole.
 */
export function innerJson(text: string, whole: Range, excerpt: Excerpt): InnerText | undefined {
  const { pieces } = excerpt;
  if (pieces.length === 0 || pieces.some(({ hole }) => hole !== undefined)) return undefined;
  const offsets: (number | undefined)[] = [];
  for (const piece of pieces)
    for (let index = 0; index < piece.length; index += 1)
      offsets.push(verbatim(piece) || index === 0 ? piece.range[0] + index : undefined);
  offsets.push(pieces.at(-1)?.range[1]);
  return { text: excerpt.text, offsets, encode: encoderOf(text, whole, excerpt) };
}

/** How the string writes a part of its text: a template, so that `${` is doubled. */
function encoderOf(text: string, [start]: Range, excerpt: Excerpt): (part: string) => string {
  if (text.charAt(start) === '"') return (part) => literal(JSON.stringify(part).slice(1, -1));
  const margin = text.startsWith('<<-', start) ? marginOf(text, excerpt) : '';
  return (part) => literal(part).replaceAll('\n', `\n${margin}`);
}

function literal(part: string): string {
  return part.replaceAll(/[$%](?=\{)/g, (mark) => mark + mark);
}

/** The indentation that `<<-` takes away: what stands before the first of its pieces. */
function marginOf(text: string, { pieces }: Excerpt): string {
  const [from] = pieces.find(({ length }) => length > 0)?.range ?? [0];
  return text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace(/\S.*$/, '');
}

import type { createColors } from 'picocolors';
import type { Doubt, Scope, Title } from '../../catalog/model/model.js';
import { spokenTitle } from '../../catalog/model/spoken-title.js';
import { printable } from '../../report/printable.js';
import { doubtsInOrder } from './explain-answer.js';
import { en } from '../../wording/en/explain.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('explain', en);

export type Colors = ReturnType<typeof createColors>;

export const LABEL = 11;

/** A label before the first of its lines, the others under it; nothing where there is nothing to say. */
export function fields(
  entries: readonly (readonly [label: string, lines: readonly string[]])[],
  colors: Colors,
): string[] {
  return entries.flatMap(([label, lines]) =>
    lines.map((line, index) => `  ${colors.dim((index === 0 ? label : '').padEnd(LABEL))}${printable(line)}`),
  );
}

export function sourceText(
  source: { readonly page: string; readonly table: number; readonly row: number; readonly line: number },
  url: string | undefined,
  colors: Colors,
  indent: number,
): string {
  const { page, table, row, line } = source;
  const place = say('place', { page: printable(page), table, row, line });
  return url === undefined
    ? place
    : `${place}\n${' '.repeat(indent)}${colors.dim(colors.underline(printable(url)))}`;
}

export function doubtLines(doubts: readonly Doubt[] | undefined, colors: Colors, indent = '  '): string[] {
  return doubtsInOrder(doubts).map((doubt) => {
    const { kind, note, was, source } = doubt;
    const text = say('doubt', {
      note: printable(note),
      kind: wasOf(doubt),
      was: printable(was ?? ''),
      at: source === undefined ? 'nowhere' : 'page',
      page: printable(source?.page ?? ''),
      row: source?.row ?? 0,
    });
    return `${indent}${colors.yellow(`${kind} `.padEnd(LABEL))}${text}`;
  });
}

/** What other pages say, or what stood there before it was mended. */
function wasOf({ kind, was }: Doubt): 'plain' | 'says' | 'was' {
  if (was === undefined) return 'plain';
  return kind === 'conflict' ? 'says' : 'was';
}

export function titleText(title: Title | undefined): string {
  return printable(spokenTitle(title) ?? '');
}

const SCOPES: readonly (keyof Scope)[] = ['project', 'enterprise_project', 'resource', 'tag'];

/** What an action can be narrowed to, and what it cannot, as a line; none where nothing is said of it. */
export function scopeWords(scope: Scope): string[] {
  const named = (is: boolean): string[] =>
    SCOPES.filter((key) => scope[key] === is).map((key) => say('scopeName', { scope: key }));
  const [yes, no] = [named(true), named(false)];
  if (yes.length === 0) return no.length === 0 ? [] : [say('notScopes', { no })];
  return [no.length === 0 ? say('scopes', { yes }) : say('scopesButNot', { yes, no })];
}

import type { createColors } from 'picocolors';
import type { Doubt, Scope, Title } from '../../catalog/model/model.js';
import { printable } from '../../report/printable.js';
import { doubtsInOrder } from './explain-answer.js';

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
  const place = `${printable(source.page)}, table ${source.table}, row ${source.row} (line ${source.line})`;
  return url === undefined
    ? place
    : `${place}\n${' '.repeat(indent)}${colors.dim(colors.underline(printable(url)))}`;
}

export function doubtLines(doubts: readonly Doubt[] | undefined, colors: Colors, indent = '  '): string[] {
  return doubtsInOrder(doubts).map((doubt) => {
    const was =
      doubt.was === undefined
        ? ''
        : ` (${doubt.kind === 'conflict' ? 'it says ' : 'was: '}${printable(doubt.was)})`;
    const where = doubt.source ? `: ${printable(doubt.source.page)}, row ${doubt.source.row}` : '';
    return `${indent}${colors.yellow(`${doubt.kind} `.padEnd(LABEL))}${printable(doubt.note)}${was}${where}`;
  });
}

export function titleText(title: Title | undefined): string {
  return [title?.['zh-cn'], title?.en]
    .filter((text) => text !== undefined)
    .map(printable)
    .join(' · ');
}

const SCOPES: Readonly<Record<keyof Scope, string>> = {
  project: 'IAM project',
  enterprise_project: 'enterprise project',
  resource: 'single resources',
  tag: 'tags',
};

export function scopeWords(scope: Scope): string[] {
  const keys = Object.keys(SCOPES) as (keyof Scope)[];
  const [yes, no] = [keys.filter((key) => scope[key] === true), keys.filter((key) => scope[key] === false)];
  if (yes.length + no.length === 0) return [];
  return [
    [
      yes.map((key) => SCOPES[key]).join(', '),
      no.length > 0 ? `not ${no.map((key) => SCOPES[key]).join(', ')}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  ];
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

import { join } from 'node:path';
import { readText } from '../files.js';
import { packageRoot } from '../project.js';

/**
 * Facts in blocks, as `scripts/sdk-facts.ts` writes them: a head in a line of its own, and below it its members, each two
 * blanks further in. The text is kept and searched, as few of its blocks are ever asked for.
 */
export interface FactBlocks {
  /** Undefined where there is no block of that head. */
  members(head: string): readonly string[] | undefined;
  heads(): readonly string[];
  /** Every block, in one pass: for who needs all of them. */
  all(): readonly FactBlock[];
}

export interface FactBlock {
  readonly head: string;
  readonly members: readonly string[];
}

/** @param file below `dist/facts`. Nothing is read before something is asked for. */
export function factBlocks(file: string): FactBlocks {
  let text: string | undefined;
  const known = new Map<string, readonly string[] | undefined>();
  const read = (): string => (text ??= `\n${readText(join(packageRoot(), 'dist', 'facts', file))}`);
  return {
    members(head) {
      if (!known.has(head)) known.set(head, membersOf(head, read()));
      return known.get(head);
    },
    heads: () => Array.from(read().matchAll(/^\S.*$/gm), ([line]) => line),
    all: () => blocksOf(read()),
  };
}

function blocksOf(text: string): FactBlock[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .flatMap(([head, ...members]) =>
      head === undefined ? [] : { head, members: members.map((line) => line.slice(2)) },
    );
}

function membersOf(head: string, text: string): readonly string[] | undefined {
  if (!/^\S[^\n]*$/.test(head)) return undefined;
  const start = text.indexOf(`\n${head}\n`);
  if (start === -1) return undefined;
  const members: string[] = [];
  for (const line of linesFrom(text, start + head.length + 2)) {
    if (!line.startsWith('  ')) break;
    members.push(line.slice(2));
  }
  return members;
}

function* linesFrom(text: string, from: number): Generator<string> {
  for (let start = from; start < text.length;) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Node, Parser } from 'web-tree-sitter';
import { readBytes } from './files.js';
import { packageRoot } from './project.js';
import { en } from './wording/en/files.js';
import { speaker } from './wording/speaker.js';

const say = speaker('files', en);

let initialised: Promise<void> | undefined;
const parsers = new Map<string, Promise<GrammarParser>>();

/** A parser to give to `readTree`, and to nobody else. */
export interface GrammarParser {
  /** Undefined where it was to be made after the memory of all parsers was damaged. */
  readonly parser: Parser | undefined;
}

/**
 * A parser of a grammar (both WebAssembly), made once.
 * @param file within its package: `tree-sitter-go/tree-sitter-go.wasm`.
 */
export function loadParser(file: string): Promise<GrammarParser> {
  const parser = parsers.get(file) ?? load(file);
  parsers.set(file, parser);
  return parser;
}

async function load(file: string): Promise<GrammarParser> {
  if (damaged) return { parser: undefined };
  const { Language, Parser } = await import('web-tree-sitter');
  initialised ??= Parser.init({ wasmBinary: readWasm('web-tree-sitter/web-tree-sitter.wasm') });
  await initialised;
  const parser = new Parser();
  parser.setLanguage(await Language.load(readWasm(file)));
  return { parser };
}

/** A tree that was not read, and what is to be said of its file. */
export interface Unread {
  readonly unread: string;
}

/** What is said of every file from then on. */
export function gaveUp(): string {
  return say('parserGaveUp');
}

let damaged = false;

/**
 * Parses a text and reads its tree, which is gone afterwards.
 * @param patience milliseconds after which the parser is stopped: some broken code of 10 KB takes it a minute. Left out, it
 * is waited for, so that what comes of a file hangs on nothing but the file.
 * @returns what `read` gives, or why there is nothing. Some nesting of thousands of levels overflows the parser's stack and
 * damages its memory (its own, that of WebAssembly), so that nothing it says from then on can be relied on: it is not asked
 * again in this thread.
 */
export function readTree<T>(
  { parser }: GrammarParser,
  text: string,
  read: (root: Node) => T,
  patience = Infinity,
): { readonly value: T } | Unread {
  if (damaged || parser === undefined) return { unread: gaveUp() };
  const end = performance.now() + patience;
  try {
    const tree = parser.parse(text, null, { progressCallback: () => performance.now() > end });
    if (tree === null) {
      // It would go on with this text when it is given the next one.
      parser.reset();
      return { unread: say('parserTooSlow') };
    }
    try {
      return { value: read(tree.rootNode) };
    } finally {
      tree.delete();
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
    damaged = true;
    return { unread: gaveUp() };
  }
}

/** From the installed package while developing; from `dist`, where the build puts a copy, once we are installed ourselves. */
function readWasm(file: string): Uint8Array {
  const installed = join(packageRoot(), 'node_modules', file);
  return readBytes(
    existsSync(installed) ? installed : join(packageRoot(), 'dist', file.slice(file.lastIndexOf('/') + 1)),
  );
}

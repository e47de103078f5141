import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Parser } from 'web-tree-sitter';
import { readBytes } from './files.js';
import { packageRoot } from './project.js';

let initialised: Promise<void> | undefined;
const parsers = new Map<string, Promise<Parser>>();

/**
 * A parser of a grammar (both WebAssembly), made once. Trees that it gives are the caller's to delete.
 * @param file within its package: `tree-sitter-go/tree-sitter-go.wasm`.
 */
export function loadParser(file: string): Promise<Parser> {
  const parser = parsers.get(file) ?? load(file);
  parsers.set(file, parser);
  return parser;
}

async function load(file: string): Promise<Parser> {
  const { Language, Parser } = await import('web-tree-sitter');
  initialised ??= Parser.init({ wasmBinary: readWasm('web-tree-sitter/web-tree-sitter.wasm') });
  await initialised;
  const parser = new Parser();
  parser.setLanguage(await Language.load(readWasm(file)));
  return parser;
}

/** From the installed package while developing; from `dist`, where the build puts a copy, once we are installed ourselves. */
function readWasm(file: string): Uint8Array {
  const installed = join(packageRoot(), 'node_modules', file);
  return readBytes(existsSync(installed) ? installed : join(packageRoot(), 'dist', file.slice(file.lastIndexOf('/') + 1)));
}

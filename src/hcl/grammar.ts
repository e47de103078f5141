import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Parser } from 'web-tree-sitter';
import { readBytes } from '../files.js';
import { packageRoot } from '../project.js';

let parser: Parser | undefined;
let loading: Promise<Parser> | undefined;

/**
 * Loads the parser and the HCL grammar (both WebAssembly), once. Afterwards `parseHcl` is synchronous. Measured: about
 * 30 ms, so only callers that met an HCL file pay for it.
 */
export async function loadHcl(): Promise<void> {
  loading ??= load();
  parser = await loading;
}

/** @throws Error where `loadHcl` was not awaited before: a bug of the caller. */
export function hclParser(): Parser {
  if (parser === undefined) throw new Error('the HCL grammar is not loaded: await loadHcl() first');
  return parser;
}

async function load(): Promise<Parser> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init({ wasmBinary: readWasm('web-tree-sitter') });
  const created = new Parser();
  created.setLanguage(await Language.load(readWasm('@tree-sitter-grammars/tree-sitter-hcl')));
  return created;
}

/** From the installed package while developing; from `dist`, where the build puts a copy, once we are installed ourselves. */
function readWasm(packageName: string): Uint8Array {
  const file = `${packageName.slice(packageName.indexOf('/') + 1)}.wasm`;
  const installed = join(packageRoot(), 'node_modules', packageName, file);
  return readBytes(existsSync(installed) ? installed : join(packageRoot(), 'dist', file));
}

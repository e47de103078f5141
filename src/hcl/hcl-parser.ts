import { loadParser } from '../tree-sitter.js';
import type { GrammarParser } from '../tree-sitter.js';

let parser: GrammarParser | undefined;

/**
 * Loads the parser and the HCL grammar (both WebAssembly), once. Afterwards `parseHcl` is synchronous. Measured: about
 * 30 ms, so only callers that met an HCL file pay for it.
 */
export async function loadHcl(): Promise<void> {
  parser ??= await loadParser('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm');
}

/** @throws Error where `loadHcl` was not awaited before: a bug of the caller. */
export function hclParser(): GrammarParser {
  if (parser === undefined) throw new Error('the HCL grammar is not loaded: await loadHcl() first');
  return parser;
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadParser, readTree } from '../src/tree-sitter.js';

it('a parser is stopped when its time is up, and begins anew with the next text', async () => {
  const parser = await loadParser('tree-sitter-go/tree-sitter-go.wasm');
  const text = readFileSync('test/fixtures/calls/code/go/main.go', 'utf8').repeat(20);
  const kindOf = (patience?: number) => readTree(parser, text, (root) => root.type, patience);
  expect(kindOf(-1)).toEqual({ unread: expect.stringContaining('takes the parser too long') as string });
  expect(readTree(parser, 'package a\n', (root) => root.toString())).toEqual({
    value: '(source_file (package_clause (package_identifier)))',
  });
  expect(kindOf()).toEqual({ value: 'source_file' });
});

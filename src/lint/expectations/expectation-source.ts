import { readExpectations } from '../../expectations/read-expectations.js';
import type { DocumentNode } from '../../policy/model/ast.js';
import { lineTable, spanAt } from '../../policy/syntax/line-table.js';
import type { ParseProblem } from '../../policy/syntax/reading.js';
import type { SourceFile } from '../language/read-source.js';
import { PolicySourceCode } from '../language/source-code.js';

export type ExpectationSource =
  | { readonly ok: true; readonly source: PolicySourceCode }
  | { readonly ok: false; readonly problems: readonly ParseProblem[] };

/** Reads a file of expectations; JSON is YAML, too. What it says wrongly is among what was read of it. */
export async function readExpectationSource({
  path,
  text,
}: Pick<SourceFile, 'path' | 'text'>): Promise<ExpectationSource> {
  const { readYaml } = await import('../../policy/syntax/yaml-parser.js');
  const lines = lineTable(text);
  const reading = readYaml(text, lines);
  if (!reading.ok) return reading;
  const ast: DocumentNode = {
    type: 'Document',
    syntax: 'yaml',
    body: [],
    range: [0, text.length],
    loc: spanAt(lines, [0, text.length]),
  };
  const expectations = readExpectations(path, reading.roots);
  return {
    ok: true,
    source: new PolicySourceCode({
      path,
      text,
      ast,
      comments: reading.comments,
      expectations,
      walk: 'document',
    }),
  };
}

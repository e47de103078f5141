import { parseManifest } from '../../calls/manifest/manifest.js';
import { parsePolicyText } from '../../policy/syntax/parse-policy.js';
import { defined } from '../../defined.js';
import type { Comment, DocumentNode, Syntax } from '../../policy/model/ast.js';
import { lineTable, spanAt } from '../../policy/syntax/line-table.js';
import type { Problem } from '../../problem.js';
import type { ParseProblem, Surroundings } from '../../policy/syntax/reading.js';
import { PolicySourceCode } from './source-code.js';
import type { SourceCodeInput } from './source-code.js';

/** A file's text and what it is called. */
export interface SourceFile {
  /** As it is named in reports, `/` as separator. */
  readonly path: string;
  readonly text: string;
  /** Left out: by the file's extension. */
  readonly syntax?: Syntax;
  /** Found by a search, not named by anybody: what cannot be parsed need not be meant as a policy. */
  readonly found?: boolean;
}

export type SourceReading =
  | { readonly ok: true; readonly source: PolicySourceCode; readonly problems: readonly ParseProblem[] }
  | { readonly ok: false; readonly problems: readonly ParseProblem[] };

/** Reads a file that may hold policies. */
export function readPolicySource(
  { path, text, syntax }: SourceFile,
  walk: SourceCodeInput['walk'] = 'document',
  surroundings?: Surroundings,
): SourceReading {
  const parsed = parsePolicyText(text, defined({ filename: path, syntax, surroundings }));
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    source: new PolicySourceCode({
      path,
      text,
      ast: parsed.document,
      comments: parsed.comments,
      problems: parsed.problems,
      walk,
      surroundings,
    }),
    problems: parsed.problems,
  };
}

/** Reads a manifest; it is one only where there is no complaint about it. */
export function readManifestSource(
  { path, text }: SourceFile,
  walk: SourceCodeInput['walk'] = 'document',
): { readonly source: PolicySourceCode | undefined; readonly problems: readonly Problem[] } {
  const { manifest, problems } = parseManifest(text, path);
  if (problems.length > 0) return { source: undefined, problems };
  const ast: DocumentNode = {
    type: 'Document',
    syntax: 'yaml',
    body: [],
    range: [0, text.length],
    loc: spanAt(lineTable(text), [0, text.length]),
  };
  return {
    source: new PolicySourceCode({ path, text, ast, comments: manifestComments(text), manifest, walk }),
    problems,
  };
}

/** A manifest's reader keeps no comments; they are read again only where one of them may be a directive. */
function manifestComments(text: string): readonly Comment[] {
  const parsed = MAY_DIRECT.test(text) ? parsePolicyText(text, { syntax: 'yaml' }) : undefined;
  return parsed?.ok === true ? parsed.comments : [];
}

const MAY_DIRECT = /-(?:disable|enable)/;

/** `app.apis.yaml` is a manifest by its name. */
export function isManifestName(path: string): boolean {
  return /\.apis\.ya?ml$/i.test(path);
}

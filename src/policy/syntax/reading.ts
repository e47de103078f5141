import type { Surroundings } from '../../hcl/surroundings.js';
import type { Comment, RootNode } from '../model/ast.js';
import type { LineTable } from './line-table.js';
import { positionAt } from './line-table.js';

/** What is wrong with a text, where it starts (1-based line and column, UTF-16 offset) and where it ends. */
export interface ParseProblem {
  readonly code: ProblemKind;
  /** What is wrong and the remedy, in one line. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly endOffset: number;
}

export type ProblemKind =
  /** The text cannot be read as its syntax. */
  | 'syntax'
  /** Nested deeper than `MAX_DEPTH`, or an alias that expands without end. */
  | 'too-deep'
  /** Read all the same: a comment, or a comma behind the last item, in a file that promises strict JSON. */
  | 'comment'
  | 'trailing-comma';

/** What a syntax reader makes of a text. `problems` of a success are only those that were read over. */
export type Reading =
  | {
      readonly ok: true;
      readonly roots: readonly RootNode[];
      readonly comments: readonly Comment[];
      readonly problems: readonly ParseProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ParseProblem[] };

export type { Surroundings };

/** What is known of a file besides its text. */
export interface FileFacts {
  /** Its own name, without its folder. */
  readonly name?: string;
  /** The other files of the repository, for what names them. */
  readonly surroundings?: Surroundings | undefined;
}

export type SyntaxReader = (text: string, lines: LineTable, facts?: FileFacts) => Reading;

/** Deeper nesting is refused: a policy needs less than ten levels, and no walk over the tree may overflow the stack. */
export const MAX_DEPTH = 1000;

/** More problems than these help nobody: the later ones mostly follow from the first. */
export const MAX_PROBLEMS = 10;

export function parseProblem(
  lines: LineTable,
  code: ProblemKind,
  message: string,
  offset: number,
  endOffset = offset + 1,
): ParseProblem {
  const start = positionAt(lines, offset);
  return {
    code,
    message,
    line: start.line,
    column: start.column,
    offset: start.offset,
    endOffset: Math.min(Math.max(endOffset, start.offset), lines.length),
  };
}

/**
 * The one error class for what a user can mend: shown as one line without a stack. Everything else that is thrown is a
 * bug and ends with exit code 3.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly where: Where | undefined;
  readonly code: ProblemCode;

  /** `message` says what is wrong and what to do; the place is added when it is shown. */
  constructor(code: ProblemCode, message: string, where?: Where, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.where = where;
  }
}

/** A file and, as far as it is known, the 1-based line and column. */
export interface Where {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A place in a file; the file alone where nothing closer is known. */
export function whereIn(
  file: string,
  place: { readonly line: number; readonly column: number } | undefined,
): Where {
  return place === undefined ? { file } : { file, line: place.line, column: place.column };
}

/** What kind of input is at fault; `usage` covers the command line. */
export type ProblemCode =
  'usage' | 'file' | 'config' | 'manifest' | 'catalog' | 'policy' | 'page' | 'network';

/** Runs something; a Problem is kept among `problems`, and there is no result. Anything else is thrown on. */
export function attempt<T>(run: () => T, problems: Problem[]): T[] {
  try {
    return [run()];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problems.push(error);
    return [];
  }
}

/** `file:line:col: message`, as editors and terminals link it. */
export function formatProblem(problem: Problem): string {
  const { where } = problem;
  if (where === undefined) return problem.message;
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return `${place}: ${problem.message}`;
}

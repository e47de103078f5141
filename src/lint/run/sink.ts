import type { Span } from '../../span.js';
import type { FinePrint, OpenSink, RuleFailure } from '../results/fine-print.js';
import type { PolicySourceCode } from '../language/source-code.js';

/** What identifies a message among those of one file. */
export interface MessageIdentity {
  /** Without the plugin's prefix. */
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface Sink {
  readonly failures: readonly RuleFailure[];
  /** Takes the fine print of a message; of equal messages, one after the other. */
  take(identity: MessageIdentity): FinePrint | undefined;
}

/** Begins to collect what rules say about a source. Without it (in an editor, under `eslint`) nothing is kept. */
export function openSink(source: PolicySourceCode): Sink {
  const open: OpenSink = { notes: new Map(), failures: [] };
  source.sink = open;
  return { failures: open.failures, take: (identity) => open.notes.get(keyOf(identity))?.shift() };
}

export function isCollected(source: PolicySourceCode): boolean {
  return source.sink !== undefined;
}

export function noteFinding(
  source: PolicySourceCode,
  at: { readonly rule: string; readonly message: string; readonly loc: Span },
  note: FinePrint,
): void {
  const open = source.sink;
  if (open === undefined) return;
  const key = keyOf({
    rule: at.rule,
    message: at.message,
    line: at.loc.start.line,
    column: at.loc.start.column,
  });
  const notes = open.notes.get(key);
  if (notes === undefined) open.notes.set(key, [note]);
  else notes.push(note);
}

/** Keeps an error of a rule as the file's own; false where nobody collects and the error must be thrown on. */
export function noteFailure(source: PolicySourceCode, rule: string, error: unknown): boolean {
  source.sink?.failures.push({ rule, error });
  return source.sink !== undefined;
}

function keyOf({ rule, message, line, column }: MessageIdentity): string {
  return `${String(line)}:${String(column)}:${rule}:${message}`;
}

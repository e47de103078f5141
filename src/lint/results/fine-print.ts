import type { Confidence } from '../../catalog/model/model.js';
import type { Span } from '../../span.js';
import type { JsonValue } from './lint-record.js';

/** What a finding carries beyond ESLint's message, which has no room for data. */
export interface FinePrint {
  readonly confidence: Confidence;
  readonly data: Readonly<Record<string, JsonValue>>;
  readonly related: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
  readonly url: string | undefined;
  readonly key: string | undefined;
  /** Whose catalog judged it, where its file is for several clouds. */
  readonly cloud: string | undefined;
}

/** A rule that threw. The others of the file have run. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** What is collected of a file: the fine print of its messages by what identifies each, and the rules that threw. */
export interface OpenSink {
  readonly notes: Map<string, FinePrint[]>;
  readonly failures: RuleFailure[];
}

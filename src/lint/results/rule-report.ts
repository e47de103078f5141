import type { Span } from '../../span.js';

/** A finding as ESLint's `context.report` takes it. */
export interface RuleReport {
  readonly loc: Span;
  readonly messageId: string;
  readonly data: SpokenData;
  readonly fix?: EslintFix;
  readonly suggest?: readonly {
    readonly messageId: string;
    readonly data: SpokenData;
    readonly fix: EslintFix;
  }[];
}

/** What ESLint fills into `{{sentence}}`. */
export interface SpokenData extends Readonly<Record<string, string>> {
  readonly sentence: string;
}

export type EslintFix = (fixer: {
  replaceTextRange(range: [number, number], text: string): unknown;
}) => unknown;

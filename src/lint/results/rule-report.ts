import type { Span } from '../../span.js';

/** A finding as ESLint's `context.report` takes it. */
export interface RuleReport {
  readonly loc: Span;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly fix?: EslintFix;
  readonly suggest?: readonly {
    readonly messageId: string;
    readonly data: Readonly<Record<string, string>>;
    readonly fix: EslintFix;
  }[];
}

export type EslintFix = (fixer: {
  replaceTextRange(range: [number, number], text: string): unknown;
}) => unknown;

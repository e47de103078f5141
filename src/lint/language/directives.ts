import type { Comment, Range } from '../../policy/model/ast.js';
import type { Span } from '../../span.js';

/** A comment that switches rules off or on, in either spelling: `lint-policies-disable…` or ESLint's `eslint-disable…`. */
export interface Directive {
  readonly type: 'disable' | 'enable' | 'disable-next-line' | 'disable-line';
  /** Rule names as written, without a plugin's prefix; empty means all rules. */
  readonly rules: readonly string[];
  /** What stands behind ` -- `; empty where there is none. */
  readonly reason: string;
  /** The whole comment with its marks. */
  readonly range: Range;
  readonly loc: Span;
}

/** The namespace that rules have in an ESLint configuration: `iam/missing-action`. */
export const NAMESPACE = 'iam';

const NAME = /^(?:lint-policies|eslint)-(disable-next-line|disable-line|disable|enable)(?=\s|$)/;
/** What separates the rules from the reason, as in ESLint. */
const REASON = /(?:^|\s)-{2,}(?:\s|$)/;

/** The directives among a file's comments, in order. */
export function findDirectives(comments: readonly Comment[]): readonly Directive[] {
  return comments.flatMap((comment) => {
    const text = comment.value.trim();
    const name = NAME.exec(text);
    if (name === null) return [];
    const rest = text.slice(name[0].length);
    const separator = REASON.exec(rest);
    const list = separator === null ? rest : rest.slice(0, separator.index);
    return [
      {
        type: name[1] as Directive['type'],
        rules: list
          .split(',')
          .map(bareRule)
          .filter((rule) => rule !== ''),
        reason: separator === null ? '' : rest.slice(separator.index + separator[0].length).trim(),
        range: comment.range,
        loc: comment.loc,
      },
    ];
  });
}

/** `iam/missing-action` → `missing-action`. */
export function bareRule(name: string): string {
  return name.trim().replace(/^.*\//, '');
}

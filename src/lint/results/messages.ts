import type { Linter } from 'eslint';
import { NAMESPACE } from '../language/directives.js';
import { defined } from '../../defined.js';
import type { EslintFix, RuleReport } from './rule-report.js';
import type { ActiveRule } from '../config/rule-settings.js';

/**
 * What rules reported about a file, as the messages that ESLint's `Linter` makes of it (eslint, lib/linter/file-report.js),
 * in its order. Only comments that may suppress something need more than this.
 * @param examined reports by rule, in the order in which the rules ran.
 * @throws TypeError for edits that overlap, which ESLint would refuse.
 */
export function toMessages(
  text: string,
  examined: ReadonlyMap<string, readonly RuleReport[]>,
  active: ReadonlyMap<string, ActiveRule>,
): Linter.LintMessage[] {
  const messages: Linter.LintMessage[] = [];
  for (const [id, reports] of examined) {
    const severity = active.get(id)?.severity === 'error' ? 2 : 1;
    for (const report of reports) messages.push(toMessage(report, id, severity, text));
  }
  return messages.sort((a, b) => a.line - b.line || a.column - b.column);
}

function toMessage(report: RuleReport, id: string, severity: 1 | 2, text: string): Linter.LintMessage {
  const { loc, messageId, data, fix } = report;
  const suggestions = suggestionsOf(report, text);
  return {
    ruleId: `${NAMESPACE}/${id}`,
    severity,
    message: data.sentence,
    line: loc.start.line,
    column: loc.start.column,
    messageId,
    endLine: loc.end.line,
    endColumn: loc.end.column,
    ...defined({
      fix: fix === undefined ? undefined : mergeFixes(fix, text),
      suggestions: suggestions.length === 0 ? undefined : suggestions,
    }),
  };
}

function suggestionsOf({ suggest = [] }: RuleReport, text: string): Linter.LintSuggestion[] {
  return suggest.flatMap(({ messageId, data, fix }) => {
    const edit = mergeFixes(fix, text);
    return edit === undefined ? [] : [{ messageId, data, desc: data.sentence, fix: edit }];
  });
}

/** The edits of a fix as one, with the text between them; undefined where there are none. */
function mergeFixes(fix: EslintFix, text: string): { range: [number, number]; text: string } | undefined {
  const edits: { readonly range: readonly [number, number]; readonly text: string }[] = [];
  fix({ replaceTextRange: (range, replacement) => edits.push({ range, text: replacement }) });
  const [first, ...rest] = edits.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  if (first === undefined) return undefined;
  let merged = first.text;
  const [start] = first.range;
  let [, end] = first.range;
  for (const { range, text: replacement } of rest) {
    if (range[0] < end) throw new TypeError('the edits of a fix overlap');
    merged += text.slice(end, range[0]) + replacement;
    end = range[1];
  }
  return { range: [start, end], text: merged };
}

import type { Linter } from 'eslint';
import { NAMESPACE } from '../language/directives.js';
import type { PolicyRule } from '../rule-contract.js';
import type { EslintFix, RuleReport } from './rule-report.js';
import type { ActiveRule } from '../config/rule-settings.js';

/**
 * What rules reported about a file, as the messages that ESLint's `Linter` makes of it (eslint, lib/linter/file-report.js),
 * in its order. Only comments that may suppress something need more than this.
 * @param examined reports by rule, in the order in which the rules ran.
 * @throws TypeError for a report that ESLint would refuse: a suggestion without a message, edits that overlap.
 */
export function toMessages(
  text: string,
  examined: ReadonlyMap<string, readonly RuleReport[]>,
  active: ReadonlyMap<string, ActiveRule>,
  rules: ReadonlyMap<string, PolicyRule>,
): Linter.LintMessage[] {
  const messages: Linter.LintMessage[] = [];
  for (const [id, reports] of examined) {
    const texts = rules.get(id)?.meta.messages ?? {};
    const severity = active.get(id)?.severity === 'error' ? 2 : 1;
    for (const report of reports) messages.push(toMessage(report, id, severity, texts, text));
  }
  return messages.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Fills the placeholders of a message, `{{name}}`, as ESLint does; one without a value stays. */
export function interpolate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([^{}]+?)\}\}/gu, (whole, name: string) =>
    Object.hasOwn(data, name.trim()) ? (data[name.trim()] ?? whole) : whole,
  );
}

function toMessage(
  { loc, messageId, data, fix, suggest = [] }: RuleReport,
  id: string,
  severity: 1 | 2,
  texts: Readonly<Record<string, string>>,
  text: string,
): Linter.LintMessage {
  const merged = fix === undefined ? undefined : mergeFixes(fix, text);
  const suggestions = suggest.flatMap((suggestion) => {
    const edit = mergeFixes(suggestion.fix, text);
    return edit === undefined
      ? []
      : [
          {
            messageId: suggestion.messageId,
            data: suggestion.data,
            desc: interpolate(textOf(suggestion.messageId, texts, id), suggestion.data),
            fix: edit,
          },
        ];
  });
  return {
    ruleId: `${NAMESPACE}/${id}`,
    severity,
    message: interpolate(textOf(messageId, texts, id), data),
    line: loc.start.line,
    column: loc.start.column,
    messageId,
    endLine: loc.end.line,
    endColumn: loc.end.column,
    ...(merged === undefined ? {} : { fix: merged }),
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

function textOf(messageId: string, texts: Readonly<Record<string, string>>, rule: string): string {
  if (!Object.hasOwn(texts, messageId)) throw new TypeError(`rule "${rule}" has no message "${messageId}"`);
  return texts[messageId] ?? '';
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

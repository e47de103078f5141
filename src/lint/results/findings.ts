import type { Linter } from 'eslint';
import { defined } from '../../defined.js';
import type { Span } from '../../span.js';
import type { ParseProblem } from '../../policy/syntax/reading.js';
import type { RootNode } from '../../policy/model/ast.js';
import { lineTable, positionAt } from '../../policy/syntax/line-table.js';
import { bareRule } from '../language/directives.js';
import { createFingerprinter } from './fingerprint.js';
import type { Edit, Finding, Related, Severity } from './lint-record.js';
import { ruleUrl } from '../policy-rule.js';
import { en as lint } from '../../wording/en/lint.js';
import { en } from '../../wording/en/unused-suppression.js';
import { speaker } from '../../wording/speaker.js';
import type { Sink } from '../run/sink.js';
import type { FinePrint } from './fine-print.js';
import type { PolicySourceCode } from '../language/source-code.js';

const say = speaker('unused-suppression', en);
const sayOfLint = speaker('lint', lint);

/** Rules whose findings the engine makes itself. */
export const SYNTAX_RULE = 'syntax';
export const INTERNAL_ERROR_RULE = 'internal-error';
export const UNUSED_SUPPRESSION_RULE = 'unused-suppression';

/** ESLint's messages about one file, with what the rules noted beside them, as findings in the order of the text. */
export function toFindings(
  messages: readonly Linter.LintMessage[],
  source: PolicySourceCode,
  sink: Sink,
  { urlOf: urls, nameOf }: FindingNames,
): Finding[] {
  const fingerprint = createFingerprinter();
  const addressAt = addressFinder(source);
  return messages.map((message) => {
    const finding =
      message.ruleId === null || message.messageId === undefined
        ? engineFinding(message, source)
        : ruleFinding(message, message.ruleId, sink, urls);
    const range = rangeOf(finding.body, source);
    const subject = finding.key ?? source.text.slice(...range);
    return {
      ...withAddress(finding.body, addressAt(range[0])),
      fingerprint: fingerprint({ rule: finding.body.rule, path: nameOf(source.path), subject }),
    };
  });
}

/** The address with the place that it belongs to. */
function withAddress(body: Body, address: string | undefined): Body {
  if (address === undefined) return body;
  const { rule, severity, confidence, message, messageId, line, column, endLine, endColumn, ...rest } = body;
  const head = defined({ rule, severity, confidence, message, messageId });
  return { ...head, line, column, endLine, endColumn, address, ...rest };
}

/** The path inside the file of the policy that stands at an offset; in Terraform the code itself shows the resource. */
function addressFinder({ ast }: PolicySourceCode): (offset: number) => string | undefined {
  const roots = ast.body.filter(({ address }) => address !== undefined && ast.syntax !== 'hcl');
  const byStart = [...roots].sort((a, b) => a.range[0] - b.range[0]);
  return (offset) => {
    const root = lastBefore(byStart, offset);
    return root !== undefined && offset <= root.range[1] ? root.address : undefined;
  };
}

/** The last that starts at or before the offset, by binary search. */
function lastBefore(roots: readonly RootNode[], offset: number): RootNode | undefined {
  let low = 0;
  let high = roots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((roots[middle]?.range[0] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return roots[low - 1];
}

/** What findings are known by. */
export interface FindingNames {
  readonly urlOf: (rule: string) => string;
  /** What a file is called in fingerprints: an earlier version goes by its name of today. */
  readonly nameOf: (path: string) => string;
}

type Body = Omit<Finding, 'fingerprint'>;

function ruleFinding(
  message: Linter.LintMessage,
  ruleId: string,
  sink: Sink,
  urls: (rule: string) => string,
): { readonly body: Body; readonly key: string | undefined } {
  const rule = bareRule(ruleId);
  const note = sink.take({ rule, message: message.message, line: message.line, column: message.column });
  const edits = message.fix === undefined ? undefined : [toEdit(message.fix)];
  const suggestions = (message.suggestions ?? []).map(({ desc, fix }) => ({
    message: desc,
    edits: [toEdit(fix)],
  }));
  return {
    key: note?.key,
    body: {
      rule,
      severity: severityOf(message),
      confidence: note?.confidence ?? 'certain',
      message: message.message,
      ...defined({ messageId: message.messageId }),
      ...placeOf(message),
      ...defined({ cloud: note?.cloud }),
      data: note?.data ?? {},
      related: (note?.related ?? []).map(toRelated),
      fix: edits !== undefined,
      ...defined({ edits, suggestions: suggestions.length === 0 ? undefined : suggestions }),
      url: note?.url ?? urls(rule),
    },
  };
}

/** What ESLint says without a rule of ours: a directive that suppressed nothing, or one that names no rule. */
function engineFinding(
  message: Linter.LintMessage,
  source: PolicySourceCode,
): { readonly body: Body; readonly key: undefined } {
  const directive = source.directives.find(
    ({ loc }) => loc.start.line === message.line && loc.start.column === message.column,
  );
  const unknown = message.ruleId === null ? undefined : bareRule(message.ruleId);
  const edits = message.fix === undefined ? undefined : [toEdit(message.fix)];
  return {
    key: undefined,
    body: {
      rule: UNUSED_SUPPRESSION_RULE,
      severity: severityOf(message),
      confidence: 'certain',
      message:
        unknown === undefined
          ? say('unused', { rules: rulesIn(message.message) })
          : say('unknownRule', { rule: unknown }),
      messageId: unknown === undefined ? 'unused' : 'unknownRule',
      ...(directive === undefined ? placeOf(message) : placeOfSpan(directive.loc)),
      data: unknown === undefined ? {} : { rule: unknown },
      related: [],
      fix: edits !== undefined,
      ...defined({ edits }),
      url: ruleUrl(UNUSED_SUPPRESSION_RULE),
    },
  };
}

/** The rules that ESLint names in what it says of a directive: `(no problems were reported from 'a/b' or 'a/c')`. */
function rulesIn(message: string): readonly string[] {
  return Array.from(message.matchAll(/'(?:[^']*\/)?([^'/]+)'/g), ([, rule = '']) => rule);
}

/** A text that could not be read: one finding for each problem. */
export function syntaxFindings(
  path: string,
  text: string,
  problems: readonly ParseProblem[],
  { nameOf }: Pick<FindingNames, 'nameOf'>,
): Finding[] {
  const fingerprint = createFingerprinter();
  const lines = lineTable(text);
  return problems.map(({ message, line, column, offset, endOffset, code }) => {
    const end = positionAt(lines, endOffset);
    return {
      ...bareFinding(SYNTAX_RULE, sayOfLint('unreadable', { fault: message }), {
        line,
        column,
        endLine: end.line,
        endColumn: end.column,
      }),
      messageId: code,
      data: { code },
      fingerprint: fingerprint({
        rule: SYNTAX_RULE,
        path: nameOf(path),
        subject: `${code} ${text.slice(offset, endOffset)}`,
      }),
    };
  });
}

/** A manifest that names a cloud of which there is no catalog, at the place where it names it. */
export function cloudFinding(
  { path, text }: PolicySourceCode,
  cloud: string,
  fault: string,
  { nameOf }: Pick<FindingNames, 'nameOf'>,
): Finding {
  const start = Math.max(0, text.search(/^\s*["']?cloud["']?\s*:/m));
  const at = Math.max(start, text.indexOf(cloud, start + 'cloud:'.length));
  const lines = lineTable(text);
  const [from, to] = [positionAt(lines, at), positionAt(lines, at + cloud.length)];
  return {
    ...bareFinding(SYNTAX_RULE, fault, {
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    }),
    messageId: 'no-catalog',
    data: { cloud },
    fingerprint: createFingerprinter()({ rule: SYNTAX_RULE, path: nameOf(path), subject: `cloud ${cloud}` }),
  };
}

/** A rule that threw, or anything else that went wrong over one file. */
export function internalErrorFinding(path: string, rule: string | undefined, error: unknown): Finding {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const message =
    rule === undefined ? sayOfLint('linterFailed', { reason }) : sayOfLint('ruleFailed', { rule, reason });
  return {
    ...bareFinding(INTERNAL_ERROR_RULE, message, start),
    data: rule === undefined ? {} : { rule },
    fingerprint: createFingerprinter()({ rule: INTERNAL_ERROR_RULE, path, subject: rule ?? '' }),
  };
}

function bareFinding(
  rule: string,
  message: string,
  place: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>,
): Body {
  return {
    rule,
    severity: 'error',
    confidence: 'certain',
    message,
    ...place,
    data: {},
    related: [],
    fix: false,
    url: ruleUrl(rule),
  };
}

function placeOf({
  line,
  column,
  endLine,
  endColumn,
}: {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}): Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'> {
  return { line, column, endLine: endLine ?? line, endColumn: endColumn ?? column };
}

function placeOfSpan({ start, end }: Span): Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'> {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function rangeOf(finding: Body, source: PolicySourceCode): [number, number] {
  return [
    source.getIndexFromLoc({ line: finding.line, column: finding.column }),
    source.getIndexFromLoc({ line: finding.endLine, column: finding.endColumn }),
  ];
}

function severityOf(message: Linter.LintMessage): Severity {
  return message.severity === 2 ? 'error' : 'warning';
}

function toEdit(fix: { readonly range: readonly [number, number]; readonly text: string }): Edit {
  return { range: [fix.range[0], fix.range[1]], text: fix.text };
}

function toRelated({ path, span, message }: FinePrint['related'][number]): Related {
  return { path, ...placeOfSpan(span), message };
}

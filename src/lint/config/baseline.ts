import { parsePolicyText } from '../../policy/syntax/parse-policy.js';
import type { ObjectNode, ValueNode } from '../../policy/model/ast.js';
import { defined } from '../../defined.js';
import { Problem, whereIn } from '../../problem.js';
import type { Span } from '../../span.js';
import type { LintRecord } from '../results/lint-record.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/** Findings that were there when the linter was introduced, each with the reason why it may stay. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** As it was read. */
  readonly text: string;
}

export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly fingerprint: string;
  /** For readers; a finding is found again by its fingerprint. */
  readonly message: string;
  readonly reason: string;
  /** `2026-12-31`: the last day that it holds. */
  readonly expires: string | undefined;
  readonly span: Span;
}

/**
 * Reads a baseline file.
 * @throws Problem code `config`, with line and column, where it is none.
 */
export function readBaseline(text: string, file: string): Baseline {
  const parsed = parsePolicyText(text, { syntax: 'json' });
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new Problem('config', first?.message ?? say('noBaseline'), whereIn(file, first));
  }
  const root = parsed.document.body[0]?.value;
  const list = root?.type === 'Object' ? member(root, 'findings') : undefined;
  if (root?.type !== 'Object' || list?.type !== 'Array')
    throw new Problem('config', say('noBaseline'), { file, line: 1, column: 1 });
  const version = member(root, 'version');
  if (version?.type !== 'Number' || version.value !== 1)
    throw complaint(file, version ?? root, say('otherBaseline'));
  return { file, text, entries: list.elements.map((node) => readEntry(node, file)) };
}

/**
 * The baseline for a record: every finding, with the reasons and dates of the entries that were there before.
 * @param reason of entries that are new.
 */
export function writeBaseline(
  record: LintRecord,
  {
    reason,
    previous,
    expires,
  }: {
    readonly reason: string;
    readonly previous?: Baseline | undefined;
    readonly expires?: string | undefined;
  },
): string {
  const known = new Map((previous?.entries ?? []).map((entry) => [entry.fingerprint, entry]));
  const findings = record.files.flatMap(({ path, findings: all }) =>
    all.map((finding) => {
      const before = known.get(finding.fingerprint ?? '');
      const until = before === undefined ? expires : before.expires;
      return {
        rule: finding.rule,
        path,
        message: finding.message,
        reason: before?.reason ?? reason,
        ...defined({ expires: until }),
        fingerprint: finding.fingerprint,
      };
    }),
  );
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;
}

function readEntry(node: ValueNode, file: string): BaselineEntry {
  if (node.type !== 'Object') throw complaint(file, node, say('noEntry'));
  const unknown = node.members.find(({ name }) => !KEYS.has(name.value));
  if (unknown !== undefined)
    throw complaint(file, unknown.name, say('unknownKey', { key: unknown.name.value, near: [] }));
  const text = (key: string): string => {
    const value = member(node, key);
    if (value?.type === 'String' && value.value.trim() !== '') return value.value;
    throw complaint(
      file,
      value ?? node,
      key === 'reason' ? say('entryWithoutReason') : say('entryWithout', { key }),
    );
  };
  const expires = member(node, 'expires') === undefined ? undefined : text('expires');
  if (expires !== undefined && !isDate(expires))
    throw complaint(file, member(node, 'expires') ?? node, say('noDate'));
  const message = member(node, 'message');
  return {
    rule: text('rule'),
    path: text('path'),
    fingerprint: text('fingerprint'),
    message: message?.type === 'String' ? message.value : '',
    reason: text('reason'),
    expires,
    span: node.loc,
  };
}

const KEYS: ReadonlySet<string> = new Set(['rule', 'path', 'fingerprint', 'message', 'reason', 'expires']);

/** `2026-02-29` is none. */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

function member(node: ObjectNode, name: string): ValueNode | undefined {
  return node.members.find((candidate) => candidate.name.value === name)?.value;
}

function complaint(file: string, { loc }: ValueNode, message: string): Problem {
  return new Problem('config', message, whereIn(file, loc.start));
}

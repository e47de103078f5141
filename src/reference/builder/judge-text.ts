import { judge } from '../../analysis/judge.js';
import type { Verdict } from '../../analysis/verdict.js';
import type { Call } from '../../calls/call.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { parsePolicyText } from '../../policy/syntax/parse-policy.js';
import type { ParseProblem } from '../../policy/syntax/reading.js';
import { reasonFor } from '../../policy/model/recognise.js';
import { policyOf, recognise } from '../../policy/model/view.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('reference-builder', en);

/** What a pasted text turned out to be. */
export type Judgement =
  | { readonly status: 'empty' }
  /** It cannot be read; each problem has its place. */
  | { readonly status: 'unreadable'; readonly problems: readonly ParseProblem[] }
  /** It can be read, and no policy is in it. */
  | { readonly status: 'no-policy'; readonly reason: string }
  | { readonly status: 'judged'; readonly verdict: Verdict; readonly policies: number };

/** Judges a policy's text against API operations, with the same steps as the command: read, view, resolve, judge. */
export function judgeText(text: string, catalog: Catalog, operations: readonly Operation[]): Judgement {
  if (text.trim() === '') return { status: 'empty' };
  const parsed = parsePolicyText(text, { syntax: syntaxOf(text) });
  if (!parsed.ok) return { status: 'unreadable', problems: parsed.problems };
  const policies = parsed.document.body.flatMap((root) => policyOf(root) ?? []);
  if (policies.length === 0) {
    const recognition = parsed.document.body.map(recognise)[0];
    return {
      status: 'no-policy',
      reason: recognition?.ok === false ? reasonFor(recognition) : say('emptyText'),
    };
  }
  const calls = operations.map((operation) => resolveCall(callOf(operation), catalog));
  return {
    status: 'judged',
    policies: policies.length,
    verdict: judge({
      catalog,
      calls,
      policies: policies.map((policy, index) => ({ id: say('policyNumber', { number: index + 1 }), policy })),
    }),
  };
}

/** JSON begins with a bracket or a comment. */
export function syntaxOf(text: string): 'jsonc' | 'yaml' {
  return /^\s*(?:[[{]|\/[/*])/.test(text) ? 'jsonc' : 'yaml';
}

/** The call that a manifest would declare: by endpoint and id, so that it is never ambiguous. */
export function callOf(operation: Operation): Call {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    api: operation.endpoints[0],
    operation: operation.id,
    file: 'manifest',
    span: { start, end: start },
    possible: false,
    origins: [],
  };
}

import type { Workload, WorkloadPolicy } from '../../src/analysis/verdict.js';
import type { Call } from '../../src/calls/call.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { policyOf } from '../../src/policy/model/view.js';
import { callOf } from '../calls/catalog.js';
import { withUnknowns } from '../policy/plain.js';

/** A statement as a policy file writes it. */
export type StatementSketch = Readonly<Record<string, unknown>>;

/** A policy from its statements, through its JSON text; a string with `${…}` is only known at run time. */
export function policyFrom(
  statements: readonly StatementSketch[],
  id = 'app.json',
  version = '1.1',
): WorkloadPolicy {
  const written = policyFromText(
    JSON.stringify({ Version: version, Statement: statements }, undefined, 2),
    id,
  );
  return JSON.stringify(statements).includes('${')
    ? { ...written, policy: withUnknowns(written.policy) }
    : written;
}

export function policyFromText(text: string, id = 'app.json'): WorkloadPolicy {
  const parsed = parsePolicyText(text, { filename: id });
  const root = parsed.ok ? parsed.document.body[0] : undefined;
  const policy = root && policyOf(root);
  if (policy === undefined) throw new Error(`no policy: ${text}`);
  return { id, policy };
}

export function allow(...actions: readonly string[]): StatementSketch {
  return { Effect: 'Allow', Action: actions };
}

export function deny(...actions: readonly string[]): StatementSketch {
  return { Effect: 'Deny', Action: actions };
}

export function workloadOf(
  catalog: Catalog,
  calls: readonly (string | Partial<Call>)[],
  ...policies: readonly (readonly StatementSketch[])[]
): Workload {
  return {
    catalog,
    calls: calls.map((call) => resolveCall(callOf(call), catalog)),
    policies: policies.map((statements, index) => policyFrom(statements, `policy-${String(index + 1)}.json`)),
  };
}

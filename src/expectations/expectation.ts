import type { Span } from '../span.js';
import type { Plain } from '../policy/edit/print-policy.js';

/** What policies must never, or must always, allow; or another policy that they must not go beyond, or must equal. */
export type Expectation = ExpectedRequests | ExpectedPolicy;

export type ExpectationKind = Expectation['kind'];

/** Requests that must never be allowed, or that must always be. */
export interface ExpectedRequests {
  readonly kind: 'never' | 'always';
  /** Patterns; at least one. */
  readonly actions: readonly ExpectedAction[];
  /** Empty where every resource is meant. */
  readonly resources: readonly string[];
  /** As `Condition` of a policy has them: operator → key → values. All must hold. */
  readonly conditions: readonly ExpectedCondition[];
  /** As findings and reports call it. */
  readonly text: string;
  readonly span: Span;
}

export interface ExpectedAction {
  /** As written. */
  readonly text: string;
  readonly span: Span;
}

export interface ExpectedCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Plain[];
}

/** `at-most`: nothing is allowed that the other policy does not allow; `same-as`: exactly what the other one allows is. */
export interface ExpectedPolicy {
  readonly kind: 'at-most' | 'same-as';
  readonly reference: PolicyName;
  readonly text: string;
  readonly span: Span;
}

/** A policy by its file: `main.tf#huaweicloud_identity_role.ops`. */
export interface PolicyName {
  /** As written, with the address. */
  readonly text: string;
  /** Joined to the folder of the file that names it. */
  readonly path: string;
  readonly address: string | undefined;
  readonly span: Span;
}

/** A file of expectations (`*.expect.yaml`), read. */
export interface ExpectationFile {
  readonly path: string;
  /** Undefined where the configured cloud is meant. */
  readonly cloud: string | undefined;
  /** Globs or paths of the policies that are meant; undefined where all are that stand in the folder of the file or below it. */
  readonly policies: readonly PolicyName[] | undefined;
  /** What is left out of them again (`!…`), joined to the folder of the file. */
  readonly without: readonly string[];
  /** The policies act together, as those of one identity do; else each is looked at by itself. */
  readonly together: boolean;
  readonly expectations: readonly Expectation[];
}

/** Something in the file that is not understood. What is complained about is left out of what was read. */
export interface Complaint {
  readonly span: Span;
  /** What is wrong, then what to do, in one sentence that goes on after a semicolon. */
  readonly fault: string;
}

export interface ExpectationReading {
  readonly file: ExpectationFile;
  readonly complaints: readonly Complaint[];
}

/** `app.expect.yaml` holds expectations by its name. */
export function isExpectationName(path: string): boolean {
  return /\.expect\.ya?ml$/i.test(path);
}

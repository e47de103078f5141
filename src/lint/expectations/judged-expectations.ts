import type { ExpectationReading, PolicyName } from '../../expectations/expectation.js';
import type { ExpectationOutcome } from '../../expectations/judge-expectations.js';
import type { PolicySourceCode } from '../language/source-code.js';

/** A file of expectations, with what became of each. */
export interface JudgedExpectations extends ExpectationReading {
  readonly outcomes: readonly ExpectationOutcome[];
  /** Paths and globs that mean no policy, and policies to compare with that are not there; each with paths that are near. */
  readonly absent: readonly { readonly name: PolicyName; readonly near: readonly string[] }[];
  /** Files that are meant and cannot be read: nobody knows whether their policies do as expected. */
  readonly unread: readonly string[];
  /** How many policies were looked at. */
  readonly policies: number;
}

/** By its source, as workspaces go: rules are handed nothing else. */
const JUDGED = new WeakMap<PolicySourceCode, JudgedExpectations>();

export function attachExpectations(source: PolicySourceCode, judged: JudgedExpectations): void {
  JUDGED.set(source, judged);
}

/** Undefined where nobody judged the file: an editor sees it alone. */
export function expectationsOf(source: PolicySourceCode): JudgedExpectations | undefined {
  return JUDGED.get(source);
}

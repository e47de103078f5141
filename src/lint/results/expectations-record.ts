import type { ExpectationKind } from '../../expectations/expectation.js';

/** A file of expectations (`*.expect.yaml`), and how each of them stands. */
export interface ExpectationsRecord {
  readonly file: string;
  /** How many policies were looked at. */
  readonly policies: number;
  /** They were looked at as one; absent where each was by itself. */
  readonly together?: true;
  /** Files that are meant and could not be read. */
  readonly unread: readonly string[];
  readonly expectations: readonly ExpectationRecord[];
}

export interface ExpectationRecord {
  readonly kind: ExpectationKind;
  /** What is expected, as findings call it. */
  readonly expected: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** `unjudged`: there was nothing to judge, or nothing to compare with. What is undecided or unjudged is not kept. */
  readonly status: 'kept' | 'broken' | 'undecided' | 'unjudged';
  /** The policies that break it. */
  readonly broken: readonly string[];
  /** The policies of which it could not be decided. */
  readonly undecided: readonly string[];
}

import type { Expectation } from '../../expectations/expectation.js';
import type { ExpectationOutcome } from '../../expectations/judge-expectations.js';
import type { JudgedExpectations } from './judged-expectations.js';
import type { ExpectationRecord, ExpectationsRecord } from '../results/expectations-record.js';

/** How each expectation of a file stands with all policies. */
export function expectationsRecord({
  file,
  outcomes,
  unread,
  policies,
}: JudgedExpectations): ExpectationsRecord {
  const record = {
    file: file.path,
    policies,
    unread,
    expectations: file.expectations.map((expectation) =>
      expectationRecord(
        expectation,
        outcomes.filter((outcome) => outcome.expectation === expectation),
        unread.length > 0,
      ),
    ),
  };
  return file.together ? { ...record, together: true } : record;
}

function expectationRecord(
  expectation: Expectation,
  outcomes: readonly ExpectationOutcome[],
  someUnread: boolean,
): ExpectationRecord {
  const { kind, text, span } = expectation;
  const broken = outcomes.filter(({ breaches }) => breaches.length > 0);
  const undecided = outcomes.filter(({ stops }) => stops.length > 0);
  return {
    kind,
    expected: text,
    line: span.start.line,
    column: span.start.column,
    status: statusOf(outcomes, broken.length, someUnread ? 1 : undecided.length),
    broken: idsOf(broken),
    undecided: idsOf(undecided),
  };
}

function statusOf(
  outcomes: readonly ExpectationOutcome[],
  broken: number,
  undecided: number,
): ExpectationRecord['status'] {
  if (broken > 0) return 'broken';
  if (undecided > 0) return 'undecided';
  return outcomes.length === 0 ? 'unjudged' : 'kept';
}

function idsOf(outcomes: readonly ExpectationOutcome[]): readonly string[] {
  return [...new Set(outcomes.flatMap(({ policies }) => policies.map(({ id }) => id)))];
}

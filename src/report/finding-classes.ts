import type { Finding } from '../lint/results/lint-record.js';
import { dangersOf } from './run-overview.js';
import type { RuleRow } from './run-overview.js';
import type { ReportInput } from './report-input.js';

/** What a reader has to look at first, what is wrong, and what may wait. A finding is of one class. */
export interface FindingClass {
  readonly name: 'dangers' | 'errors' | 'warnings';
  readonly holds: (finding: Finding) => boolean;
  /** How many findings of a rule are of the class. */
  readonly countOf: (row: RuleRow) => number;
}

/** The classes in the order in which they are read. */
export function classesOf(input: Pick<ReportInput, 'rules'>): readonly FindingClass[] {
  const isDangerous = dangersOf(input);
  return [
    {
      name: 'dangers',
      holds: ({ rule }) => isDangerous(rule),
      countOf: ({ dangerous, errors, warnings }) => (dangerous ? errors + warnings : 0),
    },
    {
      name: 'errors',
      holds: ({ rule, severity }) => severity === 'error' && !isDangerous(rule),
      countOf: ({ dangerous, errors }) => (dangerous ? 0 : errors),
    },
    {
      name: 'warnings',
      holds: ({ rule, severity }) => severity === 'warning' && !isDangerous(rule),
      countOf: ({ dangerous, warnings }) => (dangerous ? 0 : warnings),
    },
  ];
}

/** What is said of suppressions in comments, the configuration and the baseline. */
export const en = {
  unused: `{rules, plural, =0 {This comment} other {The suppression of {rules, list}}} suppresses nothing;
    remove it.`,
  unknownRule: '"{rule}" is no rule; write the name of one (lint-policies rules lists them).',
  expired: `{where, select,
      config {The suppression of {rules, list}}
      baseline {The baseline entry for {rules, list} in {path}}}
    expired on {expires}; give it a new date, or mend the findings.`,
  idle: `{where, select,
      config {The suppression of {rules, list}}
      baseline {The baseline entry for {rules, list} in {path}}}
    suppresses nothing; remove it.`,
} as const;

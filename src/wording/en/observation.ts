/** What traces and logs show of what is granted. */
export const en = {
  period: `the {by, select, traces {traces} logs {logs}} from {from} to {to}
    ({days, plural, one {# day} other {# days}}{unplaced, plural,
      =0 {} one {; # record could not be placed} other {; # records could not be placed}})`,
  noUse: `The {by, select, traces {traces} logs {logs}} from {from} to {to}
    ({days, plural, one {# day} other {# days}}{unplaced, plural,
      =0 {} one {; # record could not be placed} other {; # records could not be placed}})
    show no use of it.`,
  noOtherUse: `The {by, select, traces {traces} logs {logs}} from {from} to {to}
    ({days, plural, one {# day} other {# days}}{unplaced, plural,
      =0 {} one {; # record could not be placed} other {; # records could not be placed}})
    show no other use of it.`,
  noOtherChange: `The {by, select, traces {traces} logs {logs}} from {from} to {to}
    ({days, plural, one {# day} other {# days}}{unplaced, plural,
      =0 {} one {; # record could not be placed} other {; # records could not be placed}})
    show no other use of it that changes something.`,
} as const;

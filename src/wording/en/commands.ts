/** What more than one command says. */
export const en = {
  internalError: 'internal error',
  reportIt: 'this is a bug in {tool} {version}; please report it: {address}',

  standardOutput: 'standard output',
  sourceGiven: `is source code, not a policy; "{command}" judges the policies here against its calls`,
  noMatch: 'no file matches "{pattern}"; check the pattern and its quotes',
} as const;

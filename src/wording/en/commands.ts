/** What more than one command says. */
export const en = {
  internalError: 'internal error',
  reportIt: 'this is a bug in {tool} {version}; please report it: {address}',

  standardOutput: 'standard output',
  noMatch: 'no file matches "{pattern}"; check the pattern and its quotes',
} as const;

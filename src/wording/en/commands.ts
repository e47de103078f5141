/** What more than one command says. */
export const en = {
  internalError: 'internal error',
  reportIt: 'this is a bug in {tool} {version}; please report it: {address}',

  standardOutput: 'standard output',
  noPlainFile: `is a pipe or a device, which may have no end; name a file,
    or hand its text over on standard input (lint-policies - < file)`,
  folderAsInput: 'standard input is a folder; name the folder itself',
  noWorkingFolder: 'the working directory is gone; change into one that is there',
  sourceGiven: `is source code, not a policy; "{command}" judges the policies here against its calls`,
  noExpectations:
    'holds no expectations by its name; name files that end in ".expect.yaml", or folders that hold some',
  noMatch: 'no file matches "{pattern}"; check the pattern and its quotes',
} as const;

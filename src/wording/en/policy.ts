/** What is said of policies that are not known as a whole, and of what is none. */
export const en = {
  // Why something is no policy that is judged.
  list: 'a list, not a policy',
  value: 'a single value, not a policy',
  noStatement: 'has no Statement',
  otherStatement: 'has a Statement, but neither a policy version nor an Effect or Action',
  loneStatement: 'a single statement without a policy around it; put it into the Statement of a policy',
  foreign: 'a policy of {cloud}',

  unreadString: 'the text has statements in it, and cannot be read by itself',
  unreadBlock: 'the {block} cannot be read: {fault}',
  absentFile: 'it is in {file}, which is not there to be read',
  otherFile: 'it is the content of {file}',
  onlyAtRun: '“{text}” is only known when Terraform runs',
} as const;

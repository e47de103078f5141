/** What is said of policies that are not known as a whole, and of files that hold none. */
export const en = {
  absentFile: 'it is in {file}, which is not there to be read',
  otherFile: 'it is the content of {file}',
  onlyAtRun: '“{text}” is only known when Terraform runs',
  noPolicy: 'not a policy: no Statement with an Effect or an Action was found in it',
  unknownPolicy: 'the policy of {policy} in line {line} is not known here: {why}',
} as const;

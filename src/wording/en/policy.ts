/** What is said of policies that are not known as a whole. */
export const en = {
  absentFile: 'it is in {file}, which is not there to be read',
  otherFile: 'it is the content of {file}',
  onlyAtRun: '“{text}” is only known when Terraform runs',
} as const;

/** What the other places of a finding have to do with it. */
export const en = {
  neededBy: '{call} needs it',
  neededAs: `{call} needs it{as, select,
    action {}
    dependency { as a dependency}}{when, select, always {} sometimes { for "{scenario}"}}`,
  first: 'the first one',
  covers: 'covers it',
  saysAlready: 'says it already',
  denies: 'denies it',
  allows: 'allows it',
  step: 'step {number}: "{action}"',
  allowsOther: 'allows other things only',
  key: 'the condition key',
  element: '"{element}" stands here',
  narrows: 'narrows the statement',
  otherService: 'another service',
  serviceScope:
    '{service} is {scope, select, global {a global service} project-level {a project-level service}}',
} as const;

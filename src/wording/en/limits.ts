/** Why an action is granted to some requests only, as items of a list. */
export const en = {
  condition: 'it is allowed under a Condition',
  resource: 'it is allowed for some resources',
  'conditional-deny': 'it is denied for some requests',
  'unknown-part': 'a part of the policy is known at run time only',
} as const;

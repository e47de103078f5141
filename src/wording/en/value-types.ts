/** What an element of a policy can be, as an item of a list. */
export const en = {
  string: 'a string',
  object: 'an object',
  strings: 'a list of strings',
  objects: 'a list of objects',
} as const;

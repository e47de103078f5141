/** What `explain` says of identity policies. */
export const en = {
  identityUnknown: 'not known: no page that was read tells what identity policies must grant',
  noPermission: 'no permission (likely: the API may not be attached to identity policies yet)',
  derived: '(likely: no page tells it; as the names are called there)',
  inCase: '{scenario}:',
  need: '{action}{as, select, action {} dependency { (dependency)}}',
  facts: '{name}: {facts}',
  types: 'resources {types, list, plain}',
  resourceType: `{type}{required, select, yes { (required)} no {}}{keys, plural, =0 {}
    other { by {keys, list, plain}}}`,
  keys: 'keys {keys, list, plain}',
  aliases: 'also called {aliases, list, plain}',
} as const;

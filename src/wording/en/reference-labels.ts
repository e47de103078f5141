/** What the pages of the reference say and its scripts know again. */
export const en = {
  // Access levels.
  list: 'List',
  read: 'Read',
  write: 'Write',
  tagging: 'Tagging',
  permission_management: 'Permission management',
  unknownLevel: 'Unknown',
  inferred: '{level} (inferred)',

  // Labels of an entry's facts.
  needs: 'Needs',
  dependsOn: 'Depends on',
  casesNeed: 'In some cases also',
  identityNeeds: 'Identity policies need',
  identityCasesNeed: 'Identity policies in some cases also',
  alsoCalled: 'Also called',
} as const;

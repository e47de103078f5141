import type { CatalogDiff } from '../../catalog/change/catalog-diff.js';
import type { Change } from '../../catalog/change/diff-fields.js';
import { en } from '../../wording/en/commands-catalog.js';
import { speaker } from '../../wording/speaker.js';
import type { ImpactResult } from './impact.js';

export const say = speaker('commands-catalog', en);

/** `Operations: 12 added and 3 removed; endpoints: unchanged; actions: 2 renamed` */
export function summaryOf({ operations, actions, endpoints }: CatalogDiff): string {
  const needs = operations.changed.filter(({ changes }) => changes.some(({ requires }) => requires));
  const renamed = operations.changed.filter(({ renamedFrom }) => renamedFrom !== undefined);
  return say('diffSummary', {
    operations: countsOf({ ...operations, renamed, needs }),
    endpoints: countsOf(endpoints),
    actions: countsOf(actions),
  });
}

/** How many policies and manifests were judged with both catalogs, and how many of them judge otherwise. */
export function impactSummary({ impacts, judged, problems }: ImpactResult): string {
  if (impacts.length === 0) return say(problems.length > 0 ? 'sameAsFarAsRead' : 'sameVerdicts', { judged });
  const worse = impacts.filter(({ breaks }) => breaks).length;
  return say('otherVerdicts', { changed: impacts.length, judged, worse });
}

/** What of an operation or an action a change is about. */
export function subjectOf({ what }: Pick<Change, 'what'>): string {
  return say(SUBJECTS[what]);
}

const SUBJECTS = {
  endpoint: 'changedEndpoint',
  action: 'changedAction',
  'dependent action': 'changedDependency',
  scenario: 'changedScenario',
  'no permission': 'changedNoPermission',
  title: 'changedTitle',
  discriminator: 'changedDiscriminator',
  scope: 'changedScope',
  'access level': 'changedLevel',
  alias: 'changedAlias',
  resource: 'changedResource',
  'condition key': 'changedConditionKey',
  'permission only': 'changedPermissionOnly',
  spelling: 'changedSpelling',
  'identity action': 'changedIdentityAction',
  'identity dependent action': 'changedIdentityDependency',
  'identity scenario': 'changedIdentityScenario',
  'no identity permission': 'changedNoIdentityPermission',
  'policy version': 'changedVersion',
} as const satisfies Readonly<Record<Change['what'], keyof typeof en>>;

type Changed = Partial<
  Readonly<Record<'added' | 'removed' | 'renamed' | 'changed' | 'needs', readonly unknown[]>>
>;

function countsOf({ added = [], removed = [], renamed = [], changed = [], needs = [] }: Changed): string {
  const counts: string[] = [];
  if (added.length > 0) counts.push(say('added', { count: added.length }));
  if (removed.length > 0) counts.push(say('removed', { count: removed.length }));
  if (renamed.length > 0) counts.push(say('renamed', { count: renamed.length }));
  if (changed.length > 0) counts.push(say('changed', { count: changed.length, needs: needs.length }));
  return counts.length === 0 ? say('unchanged') : say('counts', { counts });
}

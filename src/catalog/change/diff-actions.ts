import type { Action, ServiceCatalog } from '../model/model.js';
import type { Change } from './diff-fields.js';
import { change, lower, optional, entries, titles, sorted } from './diff-fields.js';

export interface ActionsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The new catalog keeps the old name as a former one and says what replaced it. */
  readonly renamed: readonly { readonly from: string; readonly to: readonly string[] }[];
  readonly changed: readonly ActionChange[];
}

export interface ActionChange {
  readonly name: string;
  readonly changes: readonly Change[];
}

export function diffActions(
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): ActionsDiff {
  const [old, now] = [actionsOf(before), actionsOf(after)];
  const formers = new Map(
    after.flatMap(({ former_actions }) => former_actions ?? []).map((former) => [lower(former.name), former]),
  );
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([key, { name }]) => ({ name, to: formers.get(key)?.replaced_by ?? [] }));
  return {
    added: sorted(
      [...now].filter(([key]) => !old.has(key)).map(([, { name }]) => name),
      String,
    ),
    removed: sorted(
      gone.filter(({ to }) => to.length === 0).map(({ name }) => name),
      String,
    ),
    renamed: sorted(
      gone.filter(({ to }) => to.length > 0).map(({ name, to }) => ({ from: name, to })),
      ({ from }) => from,
    ),
    changed: sorted(
      [...now].flatMap(([key, action]): ActionChange[] => {
        const was = old.get(key);
        const changes = was ? actionChanges(was, action) : [];
        return changes.length > 0 ? [{ name: action.name, changes }] : [];
      }),
      ({ name }) => name,
    ),
  };
}

function actionsOf(services: readonly ServiceCatalog[]): Map<string, Action> {
  return new Map(services.flatMap(({ actions }) => actions).map((action) => [lower(action.name), action]));
}

function actionChanges(old: Action, now: Action): Change[] {
  return [
    change('spelling', false, [old.name], [now.name]),
    change('access level', false, optional(old.access_level), optional(now.access_level)),
    change('permission only', false, old.permission_only ? ['yes'] : [], now.permission_only ? ['yes'] : []),
    change('policy version', false, old.versions ?? ['1.1'], now.versions ?? ['1.1']),
    change('alias', false, old.aliases, now.aliases, lower),
    change('resource', false, old.resources.map(resourceText), now.resources.map(resourceText)),
    change('condition key', false, old.condition_keys, now.condition_keys),
    change('title', false, titles(old), titles(now)),
    change('scope', false, entries(old.scope ?? {}), entries(now.scope ?? {})),
  ].flatMap((one) => one ?? []);
}

const resourceText = ({ type, required, condition_keys }: Action['resources'][number]) =>
  [`${type}${required ? '*' : ''}`, ...condition_keys].join(' ');

import type {
  Action,
  Doubt,
  Operation,
  PolicyVersion,
  Title,
  UnreadList,
} from '../../catalog/model/model.js';
import type { RowFact, RowFacts } from './row-fact.js';
import { groupBy } from './group-by.js';
import { defined, filled } from '../../defined.js';

/**
 * Every action that a row names, by the service of its own prefix. A service that no page of its own describes has no
 * file: what little other services' rows say of it stands in those rows.
 * @param operations the operations that the rows became
 */
export function assembleActions(
  { operations: rows, permissions, facts }: RowFacts,
  operations: readonly Operation[],
): Map<string, Action[]> {
  const needed = new Map<string, string>();
  for (const name of operations.flatMap(allNeedsOf))
    if (!needed.has(name.toLowerCase())) needed.set(name.toLowerCase(), name);
  const described = groupBy(
    permissions.flatMap((row) => describedBy(row).map((name) => ({ name, row }))),
    ({ name }) => name.toLowerCase(),
  );
  const doubts = nearNames([...rows, ...permissions]);
  const versionsOf = versionsIn(operations, permissions);
  const owners = new Set([
    ...facts.map((fact) => fact.service),
    ...operations.map((operation) => operation.id.slice(0, operation.id.indexOf('/'))),
  ]);
  const actions = [...new Set([...needed.keys(), ...described.keys()])]
    .filter((key) => !key.includes('*') && owners.has(serviceOf(key)))
    .map((key): Action => {
      const mentions = described.get(key) ?? [];
      const name = needed.get(key) ?? mentions[0]?.name ?? key;
      return describe(
        name,
        mentions.map(({ row }) => row),
        needed.has(key),
        doubts.get(key) ?? [],
        versionsOf(key),
      );
    });
  return groupBy(actions, (action) => serviceOf(action.name));
}

function describe(
  name: string,
  rows: readonly RowFact[],
  isNeeded: boolean,
  near: readonly Doubt[],
  versions: readonly PolicyVersion[] | undefined,
): Action {
  // Only a row about this action alone describes it; a row of several tells no more than their names.
  const own = rows.filter((row) => describedBy(row).length === 1);
  const title = own.reduceRight<Title>((all, row) => ({ ...all, ...row.title }), {});
  const [first] = own;
  const scope = own
    .map((row) => row.entry.scope)
    .find((one) => one !== undefined && Object.keys(one).length > 0);
  const level = own.map((row) => row.entry.accessLevel).find((one) => one !== undefined);
  // What was transcribed of a service may leave out the API that needs an action.
  const isForNoApi = !isNeeded && !rows.some(({ source }) => source.transcribed);
  const unread = unreadOf(own);
  const doubts = [...(first?.entry.doubts ?? []).filter((doubt) => doubt.kind !== 'near-name'), ...near];
  return defined({
    name,
    title: Object.keys(title).length > 0 ? title : undefined,
    access_level: level,
    permission_only: isForNoApi ? (true as const) : undefined,
    aliases: unique(own.flatMap((row) => row.entry.aliases ?? [])),
    resources: [
      ...new Map(
        own
          .flatMap((row) => row.entry.resources ?? [])
          .map((one) => [
            one.type,
            { type: one.type, required: one.required, condition_keys: one.conditionKeys },
          ]),
      ).values(),
    ],
    condition_keys: unique(own.flatMap((row) => row.entry.conditionKeys ?? [])),
    unread: filled(unread),
    versions,
    scope,
    doubts: filled(doubts),
    sources: filled(uniqueSources(rows)),
  });
}

/** Lists that no row has whole; what one of them could not show, another may. */
function unreadOf(rows: readonly RowFact[]): UnreadList[] {
  const described = rows.map(({ entry }) => entry).filter(({ describes }) => describes === 'action');
  const isUnread = (list: UnreadList) => described.every(({ unread = [] }) => unread.includes(list));
  return described.length === 0 ? [] : UNREAD_LISTS.filter(isUnread);
}

const UNREAD_LISTS: readonly UnreadList[] = ['aliases', 'resources', 'condition_keys'];

/** Which versions of policies know an action, by its name in lower case; undefined where it is 1.1 alone. */
function versionsIn(
  operations: readonly Operation[],
  permissions: readonly RowFact[],
): (key: string) => readonly PolicyVersion[] | undefined {
  const describing = permissions.filter(isIdentityRow);
  const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  const identity = lower([
    ...operations.flatMap(({ identity: needs }) => (needs === undefined ? [] : ownNeedsOf(needs))),
    ...describing.flatMap(describedBy),
  ]);
  const classic = lower([
    ...operations.flatMap(ownNeedsOf),
    ...permissions.filter((row) => !isIdentityRow(row)).flatMap(namesOf),
    ...describing.flatMap(({ entry }) => entry.aliases ?? []),
  ]);
  return (key) => {
    if (!identity.has(key)) return undefined;
    return classic.has(key) ? ['1.1', '5.0'] : ['5.0'];
  };
}

/** Only pages for identity policies tell access levels, resource types, condition keys and aliases of an action. */
function isIdentityRow({ entry }: RowFact): boolean {
  return entry.describes === 'action' || entry.identity === true;
}

/** What a row is about: a row that describes an action says nothing of those that it depends on. */
function describedBy(row: RowFact): readonly string[] {
  return row.entry.describes === 'action' ? unique(row.entry.actions) : namesOf(row);
}

/** Dependencies of identity needs may be of either version. */
function ownNeedsOf({ actions, scenarios }: Pick<Operation, 'actions' | 'scenarios'>): string[] {
  return [...actions, ...scenarios.flatMap((scenario) => scenario.actions)];
}

function nearNames(rows: readonly RowFact[]): Map<string, Doubt[]> {
  const near = new Map(
    rows
      .flatMap((row) => row.entry.doubts ?? [])
      .filter((doubt) => doubt.kind === 'near-name')
      .map((doubt) => [`${doubt.was ?? ''} ${doubt.near ?? ''}`, doubt]),
  );
  return groupBy(near.values(), (doubt) => (doubt.was ?? '').toLowerCase());
}

function uniqueSources(rows: readonly RowFact[]): RowFact['source'][] {
  return [
    ...new Map(rows.map(({ source }) => [`${source.page} ${source.table} ${source.row}`, source])).values(),
  ];
}

export function namesOf({ entry }: RowFact): string[] {
  return unique([
    ...entry.actions,
    ...entry.dependencies,
    ...entry.scenarios.flatMap((scenario) => [...scenario.actions, ...scenario.dependencies]),
  ]);
}

/** What an operation needs under either version of policies. */
export function allNeedsOf(
  operation: Pick<Operation, 'actions' | 'dependent_actions' | 'scenarios' | 'identity'>,
): string[] {
  return unique([
    ...needsOf(operation),
    ...(operation.identity === undefined ? [] : needsOf(operation.identity)),
  ]);
}

export function needsOf(operation: Pick<Operation, 'actions' | 'dependent_actions' | 'scenarios'>): string[] {
  return unique(
    [operation, ...operation.scenarios].flatMap((need) => [...need.actions, ...need.dependent_actions]),
  );
}

const serviceOf = (action: string) => action.slice(0, action.indexOf(':')).toLowerCase();
const unique = (names: readonly string[]) => [...new Set(names)];

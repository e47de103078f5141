import { defined, filled } from '../../../defined.js';
import type { Doubt, IdentityNeeds, Scenario } from '../../../catalog/model/model.js';
import { conflicts, factsOf } from '../merge/row-conflicts.js';
import { foldText, titleKey } from '../merge/row-keys.js';
import { mergedTitle, mergedEndpoints } from '../merge/assemble-merge.js';
import type { MergedOperation } from '../merge/merged-operation.js';
import type { RowFact } from '../row-fact.js';
import { identityClusters } from './identity-clusters.js';
import { groupBy } from '../group-by.js';
import { en as doubts } from '../../../wording/en/doubts.js';
import { writer } from '../../../wording/speaker.js';

const note = writer(doubts);

/**
 * The same operations with what each needs of identity policies, as far as rows tell. Needs that belong to none of them
 * become operations of their own, of which it is not known what policies 1.1 must grant.
 * @param aliases 1.1 names that stand for an identity action, both in lower case
 */
export function withIdentity(
  operations: readonly MergedOperation[],
  rows: readonly RowFact[],
  aliases: ReadonlyMap<string, ReadonlySet<string>>,
): MergedOperation[] {
  const byKey = groupBy(
    operations.flatMap((operation) => lookupKeys(operation).map((key) => ({ key, operation }))),
    ({ key }) => key,
  );
  const clusters = identityClusters(rows);
  const perOperation = new Map<MergedOperation, RowFact[][]>();
  const alone: RowFact[][] = [];
  for (const cluster of clusters) {
    const keys = new Set(cluster.flatMap(lookupKeysOfRow));
    const there = new Set([...keys].flatMap((key) => byKey.get(key) ?? []).map(({ operation }) => operation));
    const home = operationOf(cluster, [...there], aliases);
    if (home === undefined) alone.push(cluster);
    else perOperation.set(home, [...(perOperation.get(home) ?? []), cluster]);
  }
  return [
    ...operations.map((operation) => attached(operation, perOperation.get(operation))),
    ...alone.map(operationAlone),
  ];
}

/** The operation that a cluster is about, of those on its endpoints, the surest way first. */
function operationOf(
  cluster: readonly RowFact[],
  there: readonly MergedOperation[],
  aliases: ReadonlyMap<string, ReadonlySet<string>>,
): MergedOperation | undefined {
  const named = new Set(cluster.flatMap(({ entry }) => actionsOf(entry)).map((name) => name.toLowerCase()));
  const standFor = new Set([...named].flatMap((name) => [...(aliases.get(name) ?? [])]));
  const names = new Set(
    cluster.map(({ entry }) => foldText(entry.apiName ?? '')).filter((name) => name !== ''),
  );
  const titles = new Set(cluster.map(({ title }) => titleKey(title)).filter((title) => title !== ''));
  const needed = (operation: MergedOperation, among: ReadonlySet<string>) =>
    actionsOf(operation).some((name) => among.has(name.toLowerCase()));
  const isRelated = ({ service }: MergedOperation) => areRelated(cluster[0]?.service ?? '', service);
  const ways: readonly ((operation: MergedOperation) => boolean)[] = [
    (operation) => needed(operation, standFor),
    (operation) => needed(operation, named),
    (operation) =>
      isRelated(operation) && titlesOf(operation).some((title) => titles.has(title) || names.has(title)),
    isRelated,
  ];
  for (const way of ways) {
    const found = there.filter(way);
    if (found.length === 1) return found[0];
  }
  return undefined;
}

/**
 * Prefixes that one service has in policies 1.1 and in identity policies.
 * Sources: api-eip/eip_apipermission_0002 (two columns), api-taurusdb/taurusdb_06_0002, api-nosql/nosql_05_0022 and
 * usermanual-permissions/iam_11_0034, api-oce/jac_000053 and jac_000054, all of support.huaweicloud.com.
 */
const PREFIXES: readonly (readonly [policies: string, identity: string])[] = [
  ['vpc', 'eip'],
  ['gaussdb', 'gaussdbformysql'],
  ['nosql', 'gaussdbfornosql'],
  ['bss', 'billing'],
];

function areRelated(identity: string, policies: string): boolean {
  return identity === policies || PREFIXES.some(([old, now]) => old === policies && now === identity);
}

function attached(operation: MergedOperation, clusters: readonly RowFact[][] | undefined): MergedOperation {
  if (clusters === undefined) return operation;
  const identity = needsOf(clusters);
  return { ...operation, identity: ofCase(operation, identity) ?? identity };
}

/** An API that needs one thing or another, and a page about one of its cases: of the others nothing is known. */
function ofCase(operation: MergedOperation, identity: IdentityNeeds): IdentityNeeds | undefined {
  if (operation.actions.length > 0 || operation.scenarios.length < 2 || identity.actions.length === 0)
    return undefined;
  const named = new Set(identity.actions.map((name) => name.toLowerCase()));
  const cases = operation.scenarios.filter(({ actions }) =>
    actions.some((name) => named.has(name.toLowerCase())),
  );
  const [only] = cases;
  if (only === undefined || cases.length > 1) return undefined;
  const { actions, dependent_actions } = identity;
  return {
    ...identity,
    actions: [],
    dependent_actions: [],
    scenarios: [{ when: only.when, actions, dependent_actions }],
    doubts: [...(identity.doubts ?? []), ONE_CASE],
  };
}

const ONE_CASE: Doubt = {
  kind: 'transcribed',
  confidence: 'likely',
  note: note('oneCaseTold'),
};

function operationAlone(cluster: readonly RowFact[]): MergedOperation {
  const [winner] = cluster as [RowFact, ...RowFact[]];
  const endpoints = mergedEndpoints(cluster);
  return defined({
    service: winner.service,
    title: mergedTitle(cluster),
    endpoints: [...endpoints.values()],
    keys: [...endpoints.keys()],
    discriminator: winner.discriminator,
    actions: [],
    dependent_actions: [],
    scenarios: [],
    identity: { ...needsOf([cluster]), sources: [] },
    scope: {},
    doubts: [],
    sources: cluster.map(({ source }) => source),
    generation: winner.generation,
  });
}

/**
 * Several clusters of one operation are its cases: the page of each says what is needed then. One that says that nothing is
 * needed is no case beside others: an API that is not attached to identity policies yet reads the same.
 */
function needsOf(all: readonly (readonly RowFact[])[]): IdentityNeeds {
  const telling = all.filter(([winner]) => winner?.entry.noPermission !== true);
  const clusters = telling.length > 0 ? telling : all.slice(0, 1);
  const winners = clusters.flatMap(([winner]) => winner ?? []);
  const doubts = clusters.flatMap(([winner, ...others]) =>
    winner === undefined ? [] : [...doubtsOf(winner), ...conflicts(winner, others)],
  );
  const sources = all.flat().map(({ source }) => source);
  const [only, ...more] = winners;
  if (only === undefined || more.length > 0)
    return defined({
      actions: [],
      dependent_actions: [],
      scenarios: winners.flatMap(caseOf),
      doubts: filled(unique(doubts)),
      sources,
    });
  return defined({
    ...factsOf(only),
    no_permission: only.entry.noPermission,
    doubts: filled(unique(doubts)),
    sources,
  });
}

function caseOf(row: RowFact): Scenario[] {
  const { actions, dependent_actions, scenarios } = factsOf(row);
  const when = row.discriminator ?? row.title['zh-cn'] ?? row.title.en ?? '';
  return scenarios.length > 0
    ? [...scenarios]
    : [{ when: when === '' ? actions.join(', ') : when, actions, dependent_actions }];
}

function doubtsOf({ entry }: RowFact): readonly Doubt[] {
  return [...(entry.doubts ?? []), ...(entry.noPermission ? [NOT_YET] : [])];
}

const NOT_YET: Doubt = {
  kind: 'guessed',
  confidence: 'likely',
  note: note('notYetAttached'),
};

function unique(doubts: readonly Doubt[]): Doubt[] {
  return [...new Map(doubts.map((doubt) => [JSON.stringify(doubt), doubt])).values()];
}

function actionsOf({
  actions,
  scenarios,
}: Pick<IdentityNeeds, 'actions'> & { readonly scenarios: readonly Pick<Scenario, 'actions'>[] }): string[] {
  return [...actions, ...scenarios.flatMap((scenario) => scenario.actions)];
}

const titlesOf = ({ title }: MergedOperation) => Object.values(title).map(foldText);

/** By endpoint; by title, in its service, where the documentation gives none. */
function lookupKeys({ keys, title, service }: MergedOperation): readonly string[] {
  return keys.length > 0 ? keys : Object.values(title).map((text) => `${service} ${foldText(text)}`);
}

function lookupKeysOfRow({ keys, title, service, entry }: RowFact): readonly string[] {
  if (keys.length > 0) return keys;
  const names = [...Object.values(title), entry.apiName ?? ''].map(foldText).filter((name) => name !== '');
  return names.map((name) => `${service} ${name}`);
}

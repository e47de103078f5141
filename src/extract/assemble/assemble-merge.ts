import type { Doubt, Operation, Scope, Source, Title } from '../../catalog/model/model.js';
import { needsOf } from './assemble-actions.js';
import type { MergedOperation } from './merged-operation.js';
import type { RowFact } from './row-fact.js';
import { groupBy } from './group-by.js';
import { defined, filled } from '../../defined.js';
import { append, least } from '../../long-lists.js';

/**
 * Rows that describe the same operation become one, with all of them as sources; the first row (newest generation) wins,
 * and what another row says differently becomes a `conflict` doubt. `(method, path)` is no key: rows on one endpoint are
 * the same operation only where something else tells so too.
 */
export function mergeRows(rows: readonly RowFact[]): MergedOperation[] {
  const merged: MergedOperation[] = [];
  for (const [, ofService] of groupBy(rows, (row) => row.service)) {
    const together = joinNeighbours(ofService);
    const count = countOnEndpoints(together);
    const whole = together.filter(({ source }) => !source.transcribed);
    const newest = least((whole.length > 0 ? whole : together).map((row) => row.generation));
    const byKey = new Map<string, Draft[]>();
    const drafts: Draft[] = [];
    for (const row of together) {
      const candidates = new Set(lookupKeys(row).flatMap((key) => byKey.get(key) ?? []));
      const same = findSame(row, [...candidates], count);
      const draft = same ?? { rows: [] };
      draft.rows.push(row);
      if (!same) drafts.push(draft);
      for (const key of lookupKeys(row)) {
        const known = byKey.get(key);
        if (!known) byKey.set(key, [draft]);
        else if (!known.includes(draft)) known.push(draft);
      }
    }
    append(
      merged,
      drafts.map((draft) => finish(draft, newest)),
    );
  }
  return merged;
}

interface Draft {
  readonly rows: JoinedRow[];
}

/** A row with the rows that go on with it, and what it is compared by. */
type JoinedRow = RowFact & {
  readonly joined: readonly Source[];
  readonly titleKey: string;
  readonly needsKey: string;
};

/**
 * Rows of one table that follow each other with the same title and API (a cell that spans them, or blank cells that mean
 * "as above") go on with one operation: all their actions are needed.
 */
function joinNeighbours(rows: readonly RowFact[]): JoinedRow[] {
  const joined: JoinedRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && goesOn(last, row)) {
      const entry = {
        ...last.entry,
        actions: union(last.entry.actions, row.entry.actions),
        dependencies: union(last.entry.dependencies, row.entry.dependencies),
      };
      const doubts = [...(last.entry.doubts ?? []), ...(row.entry.doubts ?? [])];
      joined[joined.length - 1] = {
        ...last,
        entry: defined({ ...entry, doubts: filled(doubts) }),
        joined: [...last.joined, row.source],
      };
    } else joined.push({ ...row, joined: [row.source], titleKey: titleKey(row.title), needsKey: '' });
  }
  return joined.map((row) => ({ ...row, needsKey: needsKey(row) }));
}

function goesOn(last: JoinedRow, row: RowFact): boolean {
  const place = last.joined.at(-1);
  return (
    place?.page === row.source.page &&
    place.table === row.source.table &&
    row.source.row - place.row <= 1 &&
    last.titleKey !== '' &&
    last.titleKey === titleKey(row.title) &&
    last.keys.join() === row.keys.join() &&
    last.discriminator === row.discriminator &&
    last.entry.apiName === row.entry.apiName &&
    [last, row].every(({ entry }) => entry.scenarios.length === 0 && !entry.noPermission)
  );
}

/** How many rows a page, and a generation, has on an endpoint: one alone needs nothing else to be told apart. */
type Count = (scope: string, key: string) => number;

function countOnEndpoints(rows: readonly RowFact[]): Count {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const key of row.keys) {
      for (const scope of new Set([row.source.page, generationScope(row)]))
        counts.set(`${scope}\n${key}`, (counts.get(`${scope}\n${key}`) ?? 0) + 1);
    }
  }
  return (scope, key) => counts.get(`${scope}\n${key}`) ?? 0;
}

/** Copies of one page in several languages are transcribed each: only within one of them is a second row another one. */
const generationScope = ({ source, generation }: RowFact) =>
  source.transcribed ? source.page : `generation ${generation}`;

function findSame(row: JoinedRow, drafts: readonly Draft[], count: Count): Draft | undefined {
  const open = drafts.filter((draft) => draft.rows.every((other) => !contradicts(row, other)));
  const by = (test: (other: JoinedRow) => boolean) => {
    const found = open.filter((draft) => draft.rows.some(test));
    return found.length === 1 ? found[0] : undefined;
  };
  const sameTitle = (other: JoinedRow) => row.titleKey !== '' && row.titleKey === other.titleKey;
  const sameActions = (other: JoinedRow) => row.needsKey === other.needsKey;
  const alone = (other: RowFact, scopeOf: (row: RowFact) => string) =>
    sharedKeys(row, other).some((key) => count(scopeOf(row), key) === 1 && count(scopeOf(other), key) === 1);
  return (
    by((other) => sameTitle(other) && sameActions(other)) ??
    by((other) => other.source.page !== row.source.page && sameTitle(other)) ??
    by(
      (other) =>
        other.source.page !== row.source.page && sameActions(other) && alone(other, (one) => one.source.page),
    ) ??
    by(
      (other) => other.generation !== row.generation && (sameActions(other) || alone(other, generationScope)),
    )
  );
}

/** Two rows of one page with different needs, or with different discriminators, are two operations. */
function contradicts(a: JoinedRow, b: JoinedRow): boolean {
  if (
    a.discriminator !== undefined &&
    b.discriminator !== undefined &&
    foldText(a.discriminator) !== foldText(b.discriminator)
  )
    return true;
  if (areOtherBooks(a, b)) return true;
  return a.source.page === b.source.page && (a.needsKey !== b.needsKey || a.titleKey !== b.titleKey);
}

/**
 * Services of one prefix may have an API on the same path that needs something else (GaussDB and TaurusDB): of transcribed
 * pages of one age, only copies of one page in several languages and forms disagree about the same operation.
 */
function areOtherBooks(a: JoinedRow, b: JoinedRow): boolean {
  return (
    a.source.transcribed === true &&
    b.source.transcribed === true &&
    a.generation === b.generation &&
    a.needsKey !== b.needsKey &&
    pageStem(a) !== pageStem(b)
  );
}

/** Book and page, whatever the language and the form: `api-ecs/ecs_02_0106`. */
export function pageStem({ source }: RowFact): string {
  return source.page
    .replace(/\.(html|md)$/, '')
    .split('/')
    .slice(-2)
    .join('/');
}

function lookupKeys(row: JoinedRow): readonly string[] {
  if (row.keys.length > 0) return row.keys;
  const names = [
    ['name', foldText(row.entry.apiName ?? '')],
    ['title', row.titleKey],
  ] as const;
  return names.filter(([, name]) => name !== '').map(([kind, name]) => `${kind} ${name}`);
}

function sharedKeys(a: RowFact, b: RowFact): string[] {
  return a.keys.filter((key) => b.keys.includes(key));
}

function finish(draft: Draft, newestOfService: number): MergedOperation {
  const [winner, ...others] = draft.rows as [JoinedRow, ...JoinedRow[]];
  const { entry } = winner;
  const facts = factsOf(fullest(winner, others));
  // A spelling that differs in case alone is the same action to the cloud, and no reason to doubt the operation.
  const doubts: Doubt[] = (entry.doubts ?? []).filter(
    (doubt) => doubt.kind !== 'near-name' || doubt.was?.toLowerCase() !== doubt.near?.toLowerCase(),
  );
  if (winner.joined.length > 1)
    doubts.push({
      kind: 'guessed',
      confidence: 'likely',
      note: 'Several rows with the same title and API are taken together.',
    });
  if (winner.generation > newestOfService)
    doubts.push({ kind: 'guessed', confidence: 'likely', note: 'Only older pages describe this operation.' });
  const endpoints = mergedEndpoints(draft.rows);
  return defined({
    service: winner.service,
    title: mergedTitle(draft.rows),
    endpoints: [...endpoints.values()],
    keys: [...endpoints.keys()],
    discriminator: draft.rows.map((row) => row.discriminator).find((text) => text !== undefined),
    ...facts,
    no_permission: entry.noPermission,
    scope: scopeOf(winner, others),
    doubts: [...doubts, ...conflicts(winner, others)],
    sources: draft.rows.flatMap((row) => row.joined),
    generation: winner.generation,
  });
}

/** Where a copy lost the dependencies, another page that names the same actions tells them. */
function fullest(winner: JoinedRow, others: readonly JoinedRow[]): RowFact {
  if (!winner.entry.lostDependencies) return winner;
  const own = ownKey(winner);
  return others.find((other) => !other.entry.lostDependencies && ownKey(other) === own) ?? winner;
}

function ownKey({ entry }: RowFact): string {
  return setKey([...entry.actions, ...entry.scenarios.flatMap(({ actions }) => actions)]);
}

/** One endpoint per key, as the first row writes it. */
export function mergedEndpoints(rows: readonly RowFact[]): Map<string, string> {
  const endpoints = new Map<string, string>();
  for (const row of rows)
    for (const [index, key] of row.keys.entries())
      if (!endpoints.has(key)) endpoints.set(key, row.endpoints[index] ?? key);
  return endpoints;
}

export function mergedTitle(rows: readonly RowFact[]): Title {
  return rows.reduceRight<Title>((title, row) => ({ ...title, ...row.title }), {});
}

/** Marks are easily lost in copying: a page that was read itself says more of the scope. */
function scopeOf(winner: RowFact, others: readonly RowFact[]): Scope {
  const rows = winner.source.transcribed
    ? [...others.filter(({ source }) => !source.transcribed), winner]
    : [winner];
  return rows.map(({ entry }) => entry.scope).find((scope) => scope !== undefined) ?? {};
}

export function factsOf({ entry }: RowFact): Pick<Operation, 'actions' | 'dependent_actions' | 'scenarios'> {
  return {
    actions: entry.actions,
    dependent_actions: entry.dependencies.filter((name) => !entry.actions.includes(name)),
    scenarios: entry.scenarios.map(({ when, actions, dependencies }) => ({
      when,
      actions,
      dependent_actions: dependencies,
    })),
  };
}

/** Each different opinion once, with the first source that holds it. */
export function conflicts(winner: RowFact, others: readonly RowFact[]): Doubt[] {
  const said = new Map<string, Doubt>();
  for (const other of others) {
    const was = difference(winner, other);
    if (was === undefined || said.has(was)) continue;
    const older = isOlder(other, winner);
    said.set(was, {
      kind: 'conflict',
      confidence: older ? 'likely' : 'doubtful',
      note: older ? 'An older page says otherwise.' : 'Another page says otherwise.',
      was,
      source: other.source,
    });
  }
  return [...said.values()];
}

function isOlder(other: RowFact, than: RowFact): boolean {
  const [date, newer] = [other.source.updated, than.source.updated];
  return other.generation > than.generation || (date !== undefined && newer !== undefined && date < newer);
}

function difference(winner: RowFact, other: RowFact): string | undefined {
  const parts: string[] = [];
  const list = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));
  const [mine, theirs] = [factsOf(winner), factsOf(other)];
  // Pages without a column of dependencies list all in one: only what is needed as a whole is a matter of opinion.
  const sameNeeds =
    setKey(needsOf(mine)) === setKey(needsOf(theirs)) && mine.scenarios.length === theirs.scenarios.length;
  if (!sameNeeds && setKey(mine.actions) !== setKey(theirs.actions))
    parts.push(`actions: ${list(theirs.actions)}`);
  if (!sameNeeds && setKey(mine.dependent_actions) !== setKey(theirs.dependent_actions))
    parts.push(`dependent actions: ${list(theirs.dependent_actions)}`);
  if (scenarioKey(winner) !== scenarioKey(other)) {
    const scenarios = theirs.scenarios.map(
      ({ when, actions, dependent_actions }) => `${when} (${list([...actions, ...dependent_actions])})`,
    );
    parts.push(`scenarios: ${list(scenarios)}`);
  }
  const scope = scopeDifference(winner.entry.scope ?? {}, other.entry.scope ?? {});
  if (scope !== '') parts.push(`scope: ${scope}`);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function scopeDifference(mine: Scope, theirs: Scope): string {
  const keys = ['project', 'enterprise_project', 'resource', 'tag'] as const;
  return keys
    .filter((key) => mine[key] !== undefined && theirs[key] !== undefined && mine[key] !== theirs[key])
    .map((key) => `${key} ${theirs[key] ? 'yes' : 'no'}`)
    .join(', ');
}

function needsKey({ entry }: RowFact): string {
  return `${setKey(entry.actions)}|${entry.scenarios.map((scenario) => setKey(scenario.actions)).join('|')}`;
}

function scenarioKey({ entry }: RowFact): string {
  return entry.scenarios
    .map((scenario) => setKey([...scenario.actions, ...scenario.dependencies]))
    .sort()
    .join('|');
}

function setKey(actions: readonly string[]): string {
  return [...new Set(actions.map((action) => action.toLowerCase()))].sort().join();
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}

/** Titles that differ only in brackets, punctuation, case or blanks are the same. */
export function titleKey(title: Title): string {
  return foldText(title['zh-cn'] ?? title.en ?? '');
}

export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

import type { Source } from '../../../catalog/model/model.js';
import type { RowFact } from '../row-fact.js';
import { foldText } from './row-keys.js';

export interface Draft {
  readonly rows: JoinedRow[];
}

/** A row with the rows that go on with it, and what it is compared by. */
export type JoinedRow = RowFact & {
  readonly joined: readonly Source[];
  readonly titleKey: string;
  readonly needsKey: string;
};

/** How many rows a page, and a generation, has on an endpoint: one alone needs nothing else to be told apart. */
type Count = (scope: string, key: string) => number;

export function countOnEndpoints(rows: readonly RowFact[]): Count {
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

export function findSame(row: JoinedRow, drafts: readonly Draft[], count: Count): Draft | undefined {
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

export function lookupKeys(row: JoinedRow): readonly string[] {
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

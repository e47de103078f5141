import type { Action, FormerAction } from '../../catalog/model/model.js';
import { allNeedsOf, namesOf, needsOf } from './assemble-actions.js';
import { foldText, titleKey } from './merge/row-keys.js';
import type { MergedOperation } from './merge/merged-operation.js';
import type { RowFact } from './row-fact.js';
import { compare, groupBy } from './group-by.js';

/**
 * Actions that only older pages name, by service: with when they were last documented and, where the same operation
 * tells it today, what replaced them.
 * @param operationRows every row about an API, of former pages and of older generations too
 * @param permissionRows every row about actions alone
 * @param operations what the newest pages say
 * @param actions what is in use today, by service
 */
export function formerActions(
  operationRows: readonly RowFact[],
  permissionRows: readonly RowFact[],
  operations: readonly MergedOperation[],
  actions: ReadonlyMap<string, readonly Action[]>,
): Map<string, FormerAction[]> {
  const today = new Set(
    [...actions.values()]
      .flat()
      .flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())),
  );
  for (const name of operations.flatMap(allNeedsOf)) today.add(name.toLowerCase());
  const find = sameOperation(operations);
  const named = [...operationRows, ...permissionRows].flatMap((row) =>
    namesOf(row).map((name) => ({ name, row })),
  );
  const past = groupBy(
    named.filter(({ name }) => !name.includes('*') && !today.has(name.toLowerCase())),
    ({ name }) => name.toLowerCase(),
  );
  const formers = [...past.values()].flatMap((mentions): FormerAction[] => {
    const name = mentions[0]?.name ?? '';
    // Where the cloud has no file of the service today, an old page of another service is no ground for one.
    if (!actions.has(serviceOf(name))) return [];
    const rows = mentions.map(({ row }) => row).toSorted((a, b) => compareRevisions(a.revision, b.revision));
    const replaced = rows.flatMap((row) => replacements(name, row, find(row), today));
    return [
      {
        name,
        last_documented: rows[0] === undefined ? '' : whenSaid(rows[0]),
        replaced_by: [...new Set(replaced)].sort(),
        sources: rows.slice(0, MAX_SOURCES).map((row) => row.source),
      },
    ];
  });
  return groupBy(
    formers.sort((a, b) => compare(a.name, b.name)),
    (former) => serviceOf(former.name),
  );
}

/** A former name needs a witness or two, not every revision of every page. */
const MAX_SOURCES = 3;

/** A page that was copied without its date tells when by where it stands. */
function whenSaid({ revision, source }: RowFact): string {
  return revision === '' ? source.page : revision;
}

/** Dates before revisions, the latest first; revisions without a date have no order but their name's. */
function compareRevisions(a: string, b: string): number {
  const dated = (text: string) => /^\d{4}-\d\d-\d\d/.test(text);
  return Number(dated(b)) - Number(dated(a)) || (dated(a) ? compare(b, a) : compare(a, b));
}

/** What the operation needs today in the former action's service, unless the old row needed that as well. */
function replacements(
  former: string,
  row: RowFact,
  operation: MergedOperation | undefined,
  today: ReadonlySet<string>,
): string[] {
  if (!operation) return [];
  const before = new Set(namesOf(row).map((name) => name.toLowerCase()));
  const own =
    row.entry.actions.some((name) => name.toLowerCase() === former.toLowerCase()) ||
    row.entry.scenarios.length > 0;
  const now = own
    ? [...operation.actions, ...operation.scenarios.flatMap((scenario) => scenario.actions)]
    : needsOf(operation);
  const fresh = now.filter(
    (name) => serviceOf(name) === serviceOf(former) && !before.has(name.toLowerCase()),
  );
  return fresh.filter((name) => name.includes('*') || today.has(name.toLowerCase()));
}

/** The one operation of today that a row was about: on its endpoint alone, or told apart by discriminator or title. */
function sameOperation(
  operations: readonly MergedOperation[],
): (row: RowFact) => MergedOperation | undefined {
  const byKey = groupBy(
    operations.flatMap((operation) =>
      operation.keys.map((key) => ({ key: `${operation.service} ${key}`, operation })),
    ),
    ({ key }) => key,
  );
  return (row) => {
    const found = [
      ...new Set(
        row.keys.flatMap((key) => byKey.get(`${row.service} ${key}`) ?? []).map(({ operation }) => operation),
      ),
    ];
    if (found.length <= 1) return found[0];
    const told = found.filter(
      (operation) =>
        row.discriminator !== undefined &&
        operation.discriminator !== undefined &&
        foldText(operation.discriminator) === foldText(row.discriminator),
    );
    if (told.length === 1) return told[0];
    const titled = found.filter((operation) =>
      Object.values(operation.title).some((title) => titleKey(row.title) === foldText(title)),
    );
    return titled.length === 1 ? titled[0] : undefined;
  };
}

const serviceOf = (action: string) => action.slice(0, action.indexOf(':')).toLowerCase();

import type { ChangedCall } from '../../analysis/migrate/compare-calls.js';
import { outcomeOf } from '../../analysis/migrate/compare-calls.js';
import type { LeftBehind, Migration } from '../../analysis/migrate/migrate-policy.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-migrate.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-migrate', en);

/** A policy of a file, in the other version. */
export interface MigratedFile {
  readonly path: string;
  readonly address: string | undefined;
  readonly migration: Migration;
}

/** What a reader must know of a migrated policy: what is left behind and where, what was added, which calls stand otherwise. */
export function migrationLines({ path, address, migration }: MigratedFile): readonly string[] {
  const { document, left, added, calls } = migration;
  const name = address === undefined ? path : `${path}#${address}`;
  const lines = [
    ...left.map((one) => leftLine(path, one)),
    ...(added.length === 0 ? [] : [say('added', { name, actions: added })]),
    ...calls.changed.slice(0, MOST_TOLD).map(callLine),
    ...(calls.changed.length > MOST_TOLD
      ? [say('moreCalls', { count: calls.changed.length - MOST_TOLD })]
      : []),
    document === undefined
      ? say('notMigrated', { name })
      : say('compared', { name, same: calls.same, changed: calls.changed.length }),
  ];
  return lines.map(printable);
}

/** The rest is counted; JSON names all. */
const MOST_TOLD = 20;

function leftLine(path: string, { at, kind, text, blocks }: LeftBehind): string {
  const place = [path, at.start.line, at.start.column].join(':');
  return say(`left ${kind}`, { place, text, deny: blocks });
}

function callLine({ operation, before, after }: ChangedCall): string {
  return say('changed', {
    operation: operation.endpoints[0] ?? operation.id,
    id: operation.id,
    before: outcomeOf(before),
    after: outcomeOf(after),
  });
}

import { basename, extname, join, resolve } from 'node:path';
import type { Migration } from '../../analysis/migrate/migrate-policy.js';
import { migratePolicy } from '../../analysis/migrate/migrate-policy.js';
import { outcomeOf } from '../../analysis/migrate/compare-calls.js';
import type { Generation } from '../../analysis/generation.js';
import { loadCatalog } from '../../catalog/yaml/load.js';
import { writeAll } from '../../files.js';
import { printPolicy } from '../../policy/edit/print-policy.js';
import type { Policy } from '../../policy/model/policy.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import { en } from '../../wording/en/commands-migrate.js';
import { speaker } from '../../wording/speaker.js';
import { readPolicies } from '../discovery/read-policies.js';
import type { ExitCode, Io } from '../io/io.js';
import { placeOf } from '../io/place-of.js';
import { migrationLines } from './migrate-text.js';
import type { MigratedFile } from './migrate-text.js';

const say = speaker('commands-migrate', en);

export interface MigrateOptions {
  /** Files, folders, globs. */
  readonly paths: readonly string[];
  readonly to: Generation;
  /** Left out: huaweicloud, the cloud that has both versions. */
  readonly cloud?: string | undefined;
  /** A catalog folder in place of the shipped one. */
  readonly catalog?: string | undefined;
  /** A folder for a file each; left out: standard output. */
  readonly out?: string | undefined;
  readonly format: 'text' | 'json';
}

/**
 * Writes policies of one version in the other one, and says what could not be carried over and which calls stand
 * otherwise. Exit 1 where there is any such, 2 where there is nothing to migrate.
 */
export async function run(
  io: Io,
  { paths, to, cloud = 'huaweicloud', catalog: folder, out, format }: MigrateOptions,
): Promise<ExitCode> {
  if (paths.length === 0) throw new Problem('usage', say('noPaths'));
  const catalog = await loadCatalog(cloud, folder === undefined ? undefined : resolve(io.cwd, folder));
  const sources = await readPolicies(io, paths);
  const files = sources.flatMap(({ path, policies }) =>
    policies
      .filter(({ kind }) => kind === KIND_OF[to])
      .map((policy): MigratedFile => ({
        path,
        address: policy.root.address,
        migration: migratePolicy(policy, to, catalog),
      })),
  );
  if (files.length === 0) throw new Problem('usage', say('nothingToMigrate', { to }));
  if (format === 'json') io.stdout.write(printableJson({ version: 1, policies: files.map(toRecord) }));
  else tell(io, files, out);
  if (out !== undefined) write(io, files, out);
  return files.every(({ migration }) => isWhole(migration)) ? 0 : 1;
}

/** What can be migrated to a version: roles, trust policies and those of agencies have grammars of their own. */
const KIND_OF: Readonly<Record<Generation, Policy['kind']>> = { '5.0': 'policy', '1.1': 'identity-policy' };

function tell(io: Io, files: readonly MigratedFile[], out: string | undefined): void {
  for (const file of files) for (const line of migrationLines(file)) io.stderr.write(`${line}\n`);
  if (out !== undefined) return;
  const documents = files.flatMap(({ migration }) => migration.document ?? []);
  const [only, ...others] = documents;
  if (only !== undefined) io.stdout.write(printPolicy(others.length === 0 ? only : documents, 'json'));
}

function write(io: Io, files: readonly MigratedFile[], out: string): void {
  const texts = files.flatMap(({ path, address, migration }) => {
    const { document } = migration;
    if (document === undefined) return [];
    const syntax = /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
    const name = [basename(path, extname(path)), address?.replace(/[^\w.-]/g, '-'), syntax].filter(
      (part) => part !== undefined,
    );
    return [[join(resolve(io.cwd, out), name.join('.')), printPolicy(document, syntax)] as const];
  });
  const names = texts.map(([file]) => file);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Problem('usage', say('sameName'), { file: twice });
  const read = new Set(files.map(({ path }) => placeOf(io.cwd, path)));
  const overwritten = names.find((name) => read.has(placeOf(io.cwd, name)));
  if (overwritten !== undefined) throw new Problem('usage', say('overwritesInput'), { file: overwritten });
  writeAll(texts);
  io.stderr.write(`${say('wrote', { count: texts.length, folder: out })}\n`);
}

/** Whether all was carried over, and every call stands as it did. A condition that was kept as it stands is told, and no more. */
function isWhole({ document, left, calls }: Migration): boolean {
  return (
    document !== undefined && calls.changed.length === 0 && left.every(({ kind }) => kind === 'condition')
  );
}

function toRecord({ path, address, migration }: MigratedFile) {
  const { document, left, added, calls } = migration;
  return {
    path,
    address: address ?? null,
    policy: document ?? null,
    left: left.map(({ at, blocks, kind, text }) => ({
      line: at.start.line,
      column: at.start.column,
      kind,
      text,
      blocks,
    })),
    added,
    calls: {
      same: calls.same,
      changed: calls.changed.map(({ operation, before, after }) => ({
        operation: operation.id,
        endpoints: operation.endpoints,
        before: outcomeOf(before),
        after: outcomeOf(after),
      })),
    },
  };
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createManifest, updateManifest } from '../../calls/manifest/manifest-write.js';
import type { ManifestUpdate } from '../../calls/manifest/manifest-write.js';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { loadCatalog } from '../../catalog/yaml/load.js';
import { readText, replaceText } from '../../files.js';
import { DEFAULT_CONFIG } from '../../lint/config/config.js';
import { Problem } from '../../problem.js';
import { printable, printableJson } from '../../report/printable.js';
import { entriesOf, relativeTo } from './calls-entries.js';
import { scan, tellScan } from './calls-scan.js';
import type { ScanOptions } from './calls-scan.js';
import type { ExitCode, Io } from '../io/io.js';

export interface CallsOptions extends ScanOptions {
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  /** The manifest to write or to update; left out: a new one goes to standard output. */
  readonly manifest?: string | undefined;
  /** Writes nothing; exit 1 where the manifest says other calls than the sources. */
  readonly check?: boolean | undefined;
  /** `json`: the found calls, in place of a manifest on standard output. */
  readonly format: 'yaml' | 'json';
  /** What a new manifest names as its policies. */
  readonly policies: readonly string[];
  /** Left out: the manifest's cloud. */
  readonly cloud?: string | undefined;
  /** A catalog folder in place of the shipped one. */
  readonly catalog?: string | undefined;
}

/**
 * Finds the calls that sources show and writes them into a manifest. Exit 2 where there was nothing to scan, or where a
 * source could not be read: then what a manifest says already stays.
 */
export async function run(
  io: Io,
  { paths, manifest, check = false, format, policies, cloud, catalog, ...options }: CallsOptions,
): Promise<ExitCode> {
  if (check && manifest === undefined)
    throw new Problem('usage', '--check compares with a manifest; name it with --manifest');
  const before =
    manifest !== undefined && existsSync(resolve(io.cwd, manifest))
      ? readText(resolve(io.cwd, manifest))
      : undefined;
  if (check && before === undefined)
    throw new Problem('file', 'no such file; write it without --check first', { file: manifest ?? '' });
  const declared = before === undefined ? undefined : parseManifest(before, manifest ?? '').manifest;
  const asked = cloud ?? declared?.cloud;
  const known = await loadCatalog(
    asked ?? DEFAULT_CONFIG.cloud,
    catalog === undefined ? undefined : resolve(io.cwd, catalog),
  );
  const result = await scan(io, paths, known, declared?.calls ?? [], options);
  const all = entriesOf(result.found, known);
  const entries = manifest === undefined ? all : relativeTo(manifest, all, io.cwd);
  tellScan(io, result, entries);
  if (format === 'json')
    io.stdout.write(
      printableJson({
        version: 1,
        calls: entries,
        unplaced: result.unplaced,
        passed: result.passed,
        observed: result.observed ?? [],
      }),
    );
  if (manifest !== undefined && before !== undefined) {
    if (result.unread > 0)
      throw new Problem(
        'file',
        'was left as it is: it would lose the calls of the sources that cannot be read',
        { file: manifest },
      );
    const update = updateManifest(before, manifest, entries, {
      written: result.written > 0,
      observed: result.observed,
    });
    if (check) return compare(io, update);
    if (parseManifest(update.text, manifest).manifest.calls.length === 0)
      throw new Problem(
        'manifest',
        'no call would be left in it; name the sources of its calls, or remove it',
        { file: manifest },
      );
    if (update.text !== before) replaceText(resolve(io.cwd, manifest), before, update.text);
    return 0;
  }
  if (entries.length === 0) return result.unread > 0 ? 2 : 0;
  const text = createManifest(entries, { cloud: asked, policies, observed: result.observed ?? [] });
  if (manifest !== undefined) replaceText(resolve(io.cwd, manifest), undefined, text);
  else if (format === 'yaml') io.stdout.write(text);
  return result.unread > 0 ? 2 : 0;
}

function compare(io: Io, { added, removed }: ManifestUpdate): ExitCode {
  for (const call of added) io.stderr.write(`${printable(`+ ${call}`)}\n`);
  for (const call of removed) io.stderr.write(`${printable(`- ${call}`)}\n`);
  if (added.length + removed.length === 0) return 0;
  io.stderr.write('the manifest has drifted from the sources; run again without --check\n');
  return 1;
}

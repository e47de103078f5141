import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Manifest } from '../../calls/call.js';
import { createManifest, updateManifest } from '../../calls/manifest/manifest-write.js';
import type { ManifestUpdate } from '../../calls/manifest/manifest-write.js';
import { leftUnread } from '../../calls/manifest/manifest-unread.js';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { loadCatalog } from '../../catalog/yaml/load.js';
import { readText, replaceText } from '../../files.js';
import { Problem } from '../../problem.js';
import { printable, printableJson } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import { givenPath } from '../io/given-path.js';
import type { ExitCode, Io } from '../io/io.js';
import { entriesOf, relativeTo, unreadRelativeTo } from './calls-entries.js';
import type { CallEntry } from './calls-entries.js';
import { scan } from './calls-scan.js';
import type { Scan, ScanOptions } from './calls-scan.js';
import { tellNext, tellScan } from './calls-tell.js';

const say = speaker('commands-calls', en);

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
export async function run(io: Io, options: CallsOptions): Promise<ExitCode> {
  const { paths, manifest, check = false, format, policies, cloud, catalog, ...scanOptions } = options;
  if (check && manifest === undefined) throw new Problem('usage', say('checkOfNothing'));
  const written = manifest === undefined ? undefined : readManifest(io, manifest);
  if (check && written === undefined) throw new Problem('file', say('noManifest'), { file: manifest ?? '' });
  const asked = cloud ?? written?.manifest.cloud;
  const scanned = await scan(
    io,
    paths,
    written?.manifest.calls ?? [],
    { cloud: asked, load: (name) => loadCatalog(name, givenPath(io, catalog)) },
    scanOptions,
  );
  const { catalog: known } = scanned;
  const all = entriesOf(scanned.found, known);
  const entries = manifest === undefined ? all : relativeTo(manifest, all, io.cwd);
  const unread = leftUnread(
    manifest === undefined ? scanned.unread : unreadRelativeTo(manifest, scanned.unread, io.cwd),
    written?.manifest.unread ?? [],
  );
  const result = { ...scanned, unread };
  tellScan(io, result, entries);
  if (format === 'json') io.stdout.write(printableJson(toRecord(result, entries)));
  const isEmpty = entries.length + unread.length === 0;
  if (written !== undefined && !(isEmpty && isWhollyScanned(written.manifest)))
    return update(io, written, result, entries, check);
  if (!isEmpty) {
    const text = createManifest(entries, {
      cloud: result.cloud,
      policies,
      observed: result.observed ?? [],
      unread,
    });
    if (manifest !== undefined) {
      replaceText(resolve(io.cwd, manifest), undefined, text);
      io.stderr.write(`${printable(say('wroteCalls', { file: manifest, calls: entries.length }))}\n`);
      tellNext(io, manifest, text);
    } else if (format === 'yaml') io.stdout.write(text);
  }
  if (result.unreadable > 0) return 2;
  return isEmpty && result.unplaced.length + result.passed.length === 0 ? 2 : 0;
}

/** Whether nothing of it was written by hand. */
function isWhollyScanned({ calls }: Manifest): boolean {
  return calls.every(({ origins }) => origins.length > 0);
}

interface Written {
  readonly file: string;
  readonly text: string;
  readonly manifest: Manifest;
}

/** Undefined where there is no such file yet. */
function readManifest({ cwd }: Io, file: string): Written | undefined {
  const path = resolve(cwd, file);
  if (!existsSync(path)) return undefined;
  const text = readText(path);
  return { file, text, manifest: parseManifest(text, file).manifest };
}

function toRecord({ cloud, unplaced, passed, unread, observed = [] }: Scan, calls: readonly CallEntry[]) {
  return { version: 1, cloud, calls, unplaced, passed, unread, observed };
}

/** Brings a manifest up to date, or only says where it is not. */
function update(
  io: Io,
  { file, text }: Written,
  { unreadable, written, observed, unread }: Scan,
  entries: readonly CallEntry[],
  check: boolean,
): ExitCode {
  if (unreadable > 0) throw new Problem('file', say('leftAsItWas'), { file });
  const updated = updateManifest(text, file, entries, { written: written > 0, observed, unread });
  if (check) return tellDrift(io, updated);
  const { calls, unread: left = [] } = parseManifest(updated.text, file).manifest;
  if (calls.length + left.length === 0) throw new Problem('manifest', say('noCallLeft'), { file });
  if (updated.text === text) {
    io.stderr.write(`${printable(say('upToDate', { file }))}\n`);
    return 0;
  }
  replaceText(resolve(io.cwd, file), text, updated.text);
  const [added, removed] = [updated.added.length, updated.removed.length];
  io.stderr.write(`${printable(say('updatedCalls', { file, added, removed }))}\n`);
  tellNext(io, file, updated.text);
  return 0;
}

function tellDrift({ stderr }: Io, { added, removed }: ManifestUpdate): ExitCode {
  for (const call of added) stderr.write(`${printable(`+ ${call}`)}\n`);
  for (const call of removed) stderr.write(`${printable(`- ${call}`)}\n`);
  if (added.length + removed.length === 0) return 0;
  stderr.write(`${say('drifted')}\n`);
  return 1;
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isCode } from '../calls/code/find.js';
import type { SdkModule } from '../calls/code/syntax.js';
import type { FoundCall, FoundCalls, UnplacedCall } from '../calls/found.js';
import { createManifest, updateManifest } from '../calls/manifest-write.js';
import type { ManifestUpdate } from '../calls/manifest-write.js';
import { parseManifest } from '../calls/manifest.js';
import { loadCatalog } from '../catalog/load.js';
import { readText, replaceText } from '../files.js';
import { DEFAULT_CONFIG } from '../lint/config.js';
import { Problem } from '../problem.js';
import { printable, printableJson } from '../report/printable.js';
import { entriesOf, relativeTo } from './calls-entries.js';
import type { CallEntry } from './calls-entries.js';
import { mayShowCalls, readByName, readSource } from './calls-sources.js';
import { discover } from './discover.js';
import { reportProblem } from './failure.js';
import type { ExitCode, Io } from './io.js';

export interface CallsOptions {
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
export async function run(io: Io, { paths, manifest, check = false, format, policies, cloud, catalog }: CallsOptions): Promise<ExitCode> {
  if (check && manifest === undefined) throw new Problem('usage', '--check compares with a manifest; name it with --manifest');
  const before = manifest !== undefined && existsSync(resolve(io.cwd, manifest)) ? readText(resolve(io.cwd, manifest)) : undefined;
  if (check && before === undefined) throw new Problem('file', 'no such file; write it without --check first', { file: manifest ?? '' });
  const scan = await scanAll(io, paths);
  if (scan.scanned === 0) throw new Problem('usage', 'nothing was scanned; name source code, Terraform files (.tf), plans (terraform show -json), or a folder of them');
  const asked = cloud ?? (before === undefined ? undefined : parseManifest(before, manifest ?? '').manifest.cloud);
  const known = await loadCatalog(asked ?? DEFAULT_CONFIG.cloud, catalog === undefined ? undefined : resolve(io.cwd, catalog));
  const all = entriesOf(scan.found, known);
  const entries = manifest === undefined ? all : relativeTo(manifest, all, io.cwd);
  tell(io, scan, entries);
  if (format === 'json') io.stdout.write(printableJson({ version: 1, calls: entries, unplaced: scan.unplaced }));
  if (manifest !== undefined && before !== undefined) {
    if (scan.unread > 0) throw new Problem('file', 'was left as it is: it would lose the calls of the sources that cannot be read', { file: manifest });
    const update = updateManifest(before, manifest, entries);
    if (check) return compare(io, update);
    if (parseManifest(update.text, manifest).manifest.calls.length === 0) throw new Problem('manifest', 'no call would be left in it; name the sources of its calls, or remove it', { file: manifest });
    if (update.text !== before) replaceText(resolve(io.cwd, manifest), before, update.text);
    return 0;
  }
  if (entries.length === 0) return scan.unread > 0 ? 2 : 0;
  const text = createManifest(entries, { cloud: asked, policies });
  if (manifest !== undefined) replaceText(resolve(io.cwd, manifest), undefined, text);
  else if (format === 'yaml') io.stdout.write(text);
  return scan.unread > 0 ? 2 : 0;
}

interface Scan {
  readonly found: readonly FoundCall[];
  readonly unplaced: readonly UnplacedCall[];
  /** How many files are sources of calls, and how many of them could not be read whole. */
  readonly scanned: number;
  readonly broken: number;
  /** How many could not be read at all. */
  readonly unread: number;
}

/** One file after the other: no more than one is held at a time. */
async function scanAll(io: Io, paths: readonly string[]): Promise<Scan> {
  const found: FoundCall[] = [];
  const unplaced: UnplacedCall[] = [];
  const { files, problems } = discover(paths, { cwd: io.cwd, accept: mayShowCalls });
  const [first] = problems;
  if (first !== undefined) throw first;
  let broken = 0;
  let scanned = 0;
  let unread = 0;
  const imports = new Map<string, SdkModule>();
  const passedOver: string[] = [];
  const add = (source: FoundCalls): void => {
    for (const call of source.found) found.push(call);
    unplaced.push(...source.unplaced);
    if (source.problems.length > 0) broken += 1;
    if (source.problems.some(({ code, where }) => code === 'file' && where?.line === undefined)) unread += 1;
    for (const problem of source.problems) reportProblem(io, problem);
  };
  for (const { path } of files) {
    const source = await readSource(path, io.cwd);
    if (source === undefined) continue;
    scanned += 1;
    add(source);
    for (const module of source.imports ?? []) imports.set(`${module.service} ${module.version ?? ''}`, module);
    if (source.imports === undefined && source.problems.length === 0 && isCode(path)) passedOver.push(path);
  }
  // A client that one file makes may be called in another that imports nothing of the SDK.
  for (const path of imports.size === 0 ? [] : passedOver) add(await readByName(path, [...imports.values()], io.cwd));
  return { found, unplaced, scanned, broken, unread };
}

function tell(io: Io, { unplaced, scanned, broken }: Scan, entries: readonly CallEntry[]): void {
  for (const { file, line, text, reason } of unplaced) {
    io.stderr.write(`${printable(`${file}${line === undefined ? '' : `:${String(line)}`}: ${text}: ${reason}`)}\n`);
  }
  const unproven = entries.filter(({ status }) => status !== 'resolved').length;
  const counts = [
    `calls: ${String(entries.length)}, in files: ${String(scanned)}`,
    ...(unproven === 0 ? [] : [`not in the catalog or ambiguous: ${String(unproven)}`]),
    ...(unplaced.length === 0 ? [] : [`not placed: ${String(unplaced.length)}`]),
    ...(broken === 0 ? [] : [`files not read whole: ${String(broken)}`]),
  ];
  io.stderr.write(`${counts.join(', ')}\n`);
}

function compare(io: Io, { added, removed }: ManifestUpdate): ExitCode {
  for (const call of added) io.stderr.write(`${printable(`+ ${call}`)}\n`);
  for (const call of removed) io.stderr.write(`${printable(`- ${call}`)}\n`);
  if (added.length + removed.length === 0) return 0;
  io.stderr.write('the manifest has drifted from the sources; run again without --check\n');
  return 1;
}

import { resolve } from 'node:path';
import type { Call } from '../../calls/call.js';
import { leftUnread } from '../../calls/manifest/manifest-unread.js';
import { parseManifest } from '../../calls/manifest/manifest.js';
import type { Catalog } from '../../catalog/catalog.js';
import { loadCatalog } from '../../catalog/yaml/load.js';
import { readText } from '../../files.js';
import { DEFAULT_CONFIG } from '../../lint/config/config.js';
import { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import { entriesOf } from '../calls/calls-entries.js';
import type { CallEntry } from '../calls/calls-entries.js';
import { scan } from '../calls/calls-scan.js';
import { tellScan } from '../calls/calls-tell.js';
import type { ScanOptions } from '../calls/calls-scan.js';
import { reportProblem } from '../io/failure.js';
import { givenPath } from '../io/given-path.js';
import type { Io } from '../io/io.js';

const say = speaker('commands-calls', en);

/** Where the calls come from: a manifest, or the sources themselves. */
export interface CallsOptions extends ScanOptions {
  /** Sources of calls, as the command `calls` reads them; empty where a manifest is named. */
  readonly paths?: readonly string[] | undefined;
  /** The manifest whose calls the policy must cover. */
  readonly manifest?: string | undefined;
  /** Catalog folder; left out: the shipped catalogs. */
  readonly catalog?: string | undefined;
  /** Left out: the manifest's cloud. */
  readonly cloud?: string | undefined;
}

export interface GivenCalls {
  readonly catalog: Catalog;
  readonly calls: readonly Call[];
  /** How much is not among them: calls that could not be placed, clients and files that could not be read. */
  readonly left: number;
}

/** The calls of a manifest or of sources. Undefined where the manifest is at fault, which is told on stderr. */
export async function givenCalls(
  io: Io,
  { paths = [], manifest, catalog, cloud, ...options }: CallsOptions,
): Promise<GivenCalls | undefined> {
  if (paths.length > 0 && manifest !== undefined) throw new Problem('usage', say('sourcesAndManifest'));
  if (paths.length === 0 && manifest === undefined) throw new Problem('usage', say('noCalls'));
  const load = (of: string | undefined) =>
    loadCatalog(cloud ?? of ?? DEFAULT_CONFIG.cloud, givenPath(io, catalog));
  if (manifest !== undefined) {
    const { manifest: declared, problems } = parseManifest(readText(resolve(io.cwd, manifest)), manifest);
    for (const problem of problems) reportProblem(io, problem);
    if (problems.length > 0) return undefined;
    const unread = leftUnread(declared.unread ?? [], []);
    for (const { client, files } of unread) {
      const place = files[0] ?? manifest;
      io.stderr.write(`${printable(say('unreadInManifest', { place, client }))}\n`);
    }
    return { catalog: await load(declared.cloud), calls: declared.calls, left: unread.length };
  }
  const asked = { cloud, load: (name: string) => loadCatalog(name, givenPath(io, catalog)) };
  const result = await scan(io, paths, [], asked, options);
  const { catalog: known } = result;
  const entries = entriesOf(result.found, known);
  tellScan(io, result, entries);
  return {
    catalog: known,
    calls: entries.map(asCall),
    left: result.unplaced.length + result.clients.length + result.unreadable,
  };
}

/** It stands where it was found first: that is the place that is named where something is to be said of it. */
function asCall({ api, operation, resources, possible, origins, seen }: CallEntry): Call {
  const [first] = origins;
  const start = { offset: 0, line: first?.line ?? 1, column: 1 };
  const span = { start, end: start };
  return {
    api,
    operation,
    resources: resources?.map((urn) => ({ urn, confidence: 'likely', span })),
    possible,
    origins,
    seen,
    file: first?.file ?? '',
    span,
  };
}

import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { loadCompiledCatalog } from '../../catalog/yaml/load.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { DEFAULT_CONFIG } from '../config/config.js';
import { readManifestSource, readPolicySource } from './read-source.js';
import type { PolicySourceCode } from './source-code.js';
import { createWorkspace } from '../run/workspace.js';
import type { Workspace } from '../run/workspace.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/**
 * The workspace of a file that ESLint or an editor gives us alone: its manifest is the one beside it, the manifest's other
 * policies and the catalog are read from disk. Nothing but the file itself is linted.
 */
export function editorWorkspace(source: PolicySourceCode): Workspace {
  const { cloud, catalog } = settingsOf(source);
  const manifests = source.manifest === undefined ? manifestsBeside(source.path) : [source];
  return createWorkspace({
    cloudOf: () => cloud ?? DEFAULT_CONFIG.cloud,
    catalogs: (name) => catalogOf(name, catalog),
    manifests,
    files: {
      find: (path) => (path === source.path ? source : readCached(path, readPolicy)),
      isLinted: (path) => path === source.path,
    },
  });
}

function manifestsBeside(path: string): readonly PolicySourceCode[] {
  const stem = `${dirname(path)}/${basename(path).replace(/\.[^.]*$/, '')}`.replace(/^\.\//, '');
  return ['.apis.yaml', '.apis.yml'].flatMap((ending) => readCached(`${stem}${ending}`, readManifest) ?? []);
}

function readManifest(path: string): PolicySourceCode | undefined {
  // A manifest that cannot be read is complained about where it is linted itself.
  return readManifestSource({ path, text: readText(path) }).source;
}

function readPolicy(path: string): PolicySourceCode | undefined {
  const reading = readPolicySource({ path, text: readText(path) });
  return reading.ok ? reading.source : undefined;
}

interface Cached {
  readonly changed: number;
  readonly size: number;
  readonly source: PolicySourceCode | undefined;
}

const cache = new Map<string, Cached>();

/** An editor lints at every key stroke: a file beside is read again only when it has changed. */
function readCached(
  path: string,
  read: (path: string) => PolicySourceCode | undefined,
): PolicySourceCode | undefined {
  if (!existsSync(path)) return undefined;
  const { mtimeMs: changed, size } = statSync(path);
  const known = cache.get(path);
  if (known?.changed === changed && known.size === size) return known.source;
  const source = attempt(() => read(path));
  cache.set(path, { changed, size, source });
  return source;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

const catalogs = new Map<string, Catalog>();

function catalogOf(cloud: string, folder: string | undefined): Catalog {
  const key = JSON.stringify([cloud, folder]);
  const known = catalogs.get(key) ?? loadCompiledCatalog(cloud, folder);
  catalogs.set(key, known);
  return known;
}

function settingsOf({ settings }: PolicySourceCode): {
  readonly cloud: string | undefined;
  readonly catalog: string | undefined;
} {
  const { cloud, catalog } = (typeof settings === 'object' && settings !== null ? settings : {}) as {
    readonly cloud?: unknown;
    readonly catalog?: unknown;
  };
  for (const [name, value] of Object.entries({ cloud, catalog })) {
    if (value !== undefined && typeof value !== 'string')
      throw new Problem('config', say('settingNoText', { name }));
  }
  return { cloud: cloud as string | undefined, catalog: catalog as string | undefined };
}

import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import type { ServiceCatalog } from '../../catalog/model/model.js';
import { catalogClouds, loadCatalog, shippedCatalogs } from '../../catalog/yaml/load.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { packageRoot } from '../../project.js';
import type { Reference } from '../../reference/reference-facts.js';
import { writeOutput } from '../../reference/output.js';
import type { Output } from '../../reference/output.js';
import { en } from '../../wording/en/commands-catalog.js';
import { speaker } from '../../wording/speaker.js';
import { givenPath } from '../io/given-path.js';
import type { ExitCode, Io } from '../io/io.js';

const say = speaker('commands-catalog', en);

export interface ReferenceOptions {
  /** Folder to write to; what an earlier run wrote there and this one does not is removed. */
  readonly out: string;
  /** The site instead of Markdown. */
  readonly html?: boolean | undefined;
  /** Catalog folder; left out: the shipped catalogs. */
  readonly catalog?: string | undefined;
  /** One cloud only; left out: every cloud of the catalog. */
  readonly cloud?: string | undefined;
}

/** Writes the permission reference of a catalog, as Markdown or as a site. */
export async function run(io: Io, options: ReferenceOptions): Promise<ExitCode> {
  const loaded = await loadReference(givenPath(io, options.catalog), options.cloud);
  const [files, start] =
    options.html === true ? [await siteOf(loaded), 'index.html'] : [await markdownOf(loaded), 'README.md'];
  const out = resolve(io.cwd, options.out);
  writeOutput(out, files);
  const folder = relative(io.cwd, out) || '.';
  io.stderr.write(`${say('referenceWritten', { files: files.size, folder, start })}\n`);
  return 0;
}

export interface LoadedReference {
  readonly reference: Reference;
  /** By cloud. */
  readonly catalogs: ReadonlyMap<string, readonly ServiceCatalog[]>;
}

/**
 * Reads the catalogs that a reference is made of.
 * @param folder left out: the shipped catalogs.
 * @param cloud left out: every cloud of the folder.
 * @throws Problem code `file` or `catalog`.
 */
export async function loadReference(
  folder: string = shippedCatalogs(),
  cloud?: string,
): Promise<LoadedReference> {
  const clouds = cloud === undefined ? catalogClouds(folder) : [cloud];
  if (clouds.length === 0) throw new Problem('catalog', say('noCatalog'), { file: folder });
  const [{ createReference }, ...loaded] = await Promise.all([
    import('../../reference/reference-facts.js'),
    ...clouds.map((name) => loadCatalog(name, folder)),
  ]);
  const catalogs = new Map(loaded.map((catalog) => [catalog.cloud, modelsOf(catalog)]));
  const byCloud = new Map(loaded.map((catalog) => [catalog.cloud, catalog]));
  return {
    catalogs,
    reference: createReference(
      [...catalogs.values()].flat(),
      (name) => (source) => byCloud.get(name)?.urlOf(source),
    ),
  };
}

async function markdownOf({ reference }: LoadedReference): Promise<Output> {
  const { markdownReference } = await import('../../reference/markdown-reference.js');
  return markdownReference(reference);
}

async function siteOf({ reference, catalogs }: LoadedReference): Promise<Output> {
  const [{ siteFiles }, { readDocuments }, { editorSchemas }, { searchSources }] = await Promise.all([
    import('../../reference/site/build-site.js'),
    import('../../reference/site/documents.js'),
    import('../../reference/schemas/editor-schemas.js'),
    import('./search-sources.js'),
  ]);
  const assets = join(packageRoot(), 'dist', 'site');
  if (!existsSync(assets)) throw new Problem('file', say('siteNotBuilt'), { file: assets });
  const names = readdirSync(assets, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  return siteFiles({
    reference,
    catalogs,
    assets: new Map(names.map((name) => [name, readText(join(assets, name))])),
    documents: readDocuments(join(assets, 'documents')),
    search: searchSources(),
    files: editorSchemas(reference, await plainSchemas()),
  });
}

async function plainSchemas(): Promise<Readonly<Record<string, object>>> {
  const [{ manifestJsonSchema }, { configJsonSchema }, { catalogJsonSchema }, { policyJsonSchema }] =
    await Promise.all([
      import('../../calls/manifest/manifest-schema.js'),
      import('../../lint/config/config-schema.js'),
      import('../../catalog/model/catalog-schema.js'),
      import('../../policy/model/policy-schema.js'),
    ]);
  return {
    manifest: manifestJsonSchema(),
    config: configJsonSchema(),
    catalog: catalogJsonSchema(),
    policy: policyJsonSchema(),
  };
}

function modelsOf(catalog: Catalog): ServiceCatalog[] {
  return catalog.services.flatMap((name) => catalog.service(name)?.model ?? []);
}

import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import { catalogClouds, loadCatalog, shippedCatalogs } from '../catalog/load.js';
import type { ServiceCatalog } from '../catalog/model.js';
import { readText } from '../files.js';
import { Problem } from '../problem.js';
import { packageRoot } from '../project.js';
import { writeOutput } from '../reference/output.js';
import type { Output } from '../reference/output.js';
import type { Reference } from '../reference/reference.js';
import type { ExitCode, Io } from './io.js';

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
  const folder = options.catalog === undefined ? shippedCatalogs() : resolve(io.cwd, options.catalog);
  const clouds = options.cloud === undefined ? catalogClouds(folder) : [options.cloud];
  if (clouds.length === 0) throw new Problem('catalog', 'no catalog in this folder; expected <cloud>/<service>.yaml below it', { file: folder });
  const catalogs = await Promise.all(clouds.map((cloud) => loadCatalog(cloud, folder)));
  const files = options.html === true ? await site(catalogs) : await markdown(catalogs);
  const out = resolve(io.cwd, options.out);
  writeOutput(out, files);
  io.stderr.write(`wrote ${files.size} files to ${relative(io.cwd, out) || '.'}; open ${options.html === true ? 'index.html' : 'README.md'}\n`);
  return 0;
}

async function markdown(catalogs: readonly Catalog[]): Promise<Output> {
  const { markdownReference } = await import('../reference/markdown-reference.js');
  return markdownReference(await referenceOf(catalogs));
}

async function site(catalogs: readonly Catalog[]): Promise<Output> {
  const [{ siteFiles }, { readDocuments }, { editorSchemas }] = await Promise.all([import('../reference/site/site.js'), import('../reference/site/documents.js'), import('../reference/schemas/editor-schemas.js')]);
  const assets = join(packageRoot(), 'dist', 'site');
  if (!existsSync(assets)) throw new Problem('file', 'the browser side of the site is not built; run npm run build', { file: assets });
  const names = readdirSync(assets, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
  const reference = await referenceOf(catalogs);
  return siteFiles({
    reference,
    assets: new Map(names.map((name) => [name, readText(join(assets, name))])),
    catalogs: new Map(catalogs.map((catalog) => [catalog.cloud, modelsOf(catalog)])),
    documents: readDocuments(join(assets, 'documents')),
    files: editorSchemas(reference),
  });
}

async function referenceOf(catalogs: readonly Catalog[]): Promise<Reference> {
  const { createReference } = await import('../reference/reference.js');
  const byCloud = new Map(catalogs.map((catalog) => [catalog.cloud, catalog]));
  return createReference(catalogs.flatMap(modelsOf), (cloud) => (source) => byCloud.get(cloud)?.urlOf(source));
}

function modelsOf(catalog: Catalog): ServiceCatalog[] {
  return catalog.services.flatMap((name) => catalog.service(name)?.model ?? []);
}

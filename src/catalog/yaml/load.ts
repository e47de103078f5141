import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../../file-problem.js';
import { Problem } from '../../problem.js';
import { packageRoot } from '../../project.js';
import type { Catalog } from '../catalog.js';
import { openCompiled } from '../index/compiled.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/**
 * A cloud's catalog: the shipped one, or that of `folder` (`--catalog DIR`), compiled or as YAML below
 * `<folder>/<cloud>/`. Compiled catalogs read one small file now, and a section of the index or a service when it is
 * first asked for.
 * @throws Problem code `catalog` where there is none, naming the clouds that there are.
 */
export async function loadCatalog(cloud: string, folder: string = shippedCatalogs()): Promise<Catalog> {
  if (!catalogClouds(folder).includes(cloud)) throw unknownCloud(cloud, folder);
  return openCompiled(join(folder, cloud)) ?? (await loadYaml(folder, cloud));
}

/**
 * As `loadCatalog`, for a caller that cannot wait (a rule under ESLint): only a compiled catalog will do.
 * @throws Problem code `catalog` where there is none, or where it is not compiled.
 */
export function loadCompiledCatalog(cloud: string, folder: string = shippedCatalogs()): Catalog {
  if (!catalogClouds(folder).includes(cloud)) throw unknownCloud(cloud, folder);
  const catalog = openCompiled(join(folder, cloud));
  if (catalog === undefined) throw new Problem('catalog', say('notCompiled', { cloud }), { file: folder });
  return catalog;
}

/** Clouds that a catalog folder holds, sorted. Empty where the folder does not exist. */
export function catalogClouds(folder: string = shippedCatalogs()): string[] {
  if (!existsSync(folder)) return [];
  return guarded(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter(
      (entry) =>
        entry.isDirectory() &&
        guarded(join(folder, entry.name), () => readdirSync(join(folder, entry.name))).some(
          (name) => name === 'index.json' || name.endsWith('.yaml'),
        ),
    )
    .map((entry) => entry.name)
    .sort();
}

/** The catalogs that are shipped with the package. */
export function shippedCatalogs(): string {
  return join(packageRoot(), 'dist', 'catalog');
}

async function loadYaml(folder: string, cloud: string): Promise<Catalog> {
  const [{ readCloud }, { createCatalog }] = await Promise.all([
    import('../index/compile.js'),
    import('../index/memory.js'),
  ]);
  const { services, urls } = readCloud(folder, cloud);
  return createCatalog(cloud, services, urls);
}

function unknownCloud(cloud: string, folder: string): Problem {
  return new Problem('catalog', say('noCloud', { cloud, known: catalogClouds(folder) }), { file: folder });
}

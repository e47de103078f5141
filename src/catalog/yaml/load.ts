import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../../file-problem.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { packageRoot } from '../../project.js';
import type { Catalog } from '../catalog.js';
import { ELSEWHERE, INDEX_FORMAT, INDEX_SECTIONS } from '../index/catalog-index.js';
import type { CatalogIndex, IndexHead } from '../index/catalog-index.js';
import { indexedCatalog } from '../index/indexed-catalog.js';
import type { ServiceCatalog } from '../model/model.js';
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
  return loadCompiled(join(folder, cloud)) ?? (await loadYaml(folder, cloud));
}

/**
 * As `loadCatalog`, for a caller that cannot wait (a rule under ESLint): only a compiled catalog will do.
 * @throws Problem code `catalog` where there is none, or where it is not compiled.
 */
export function loadCompiledCatalog(cloud: string, folder: string = shippedCatalogs()): Catalog {
  if (!catalogClouds(folder).includes(cloud)) throw unknownCloud(cloud, folder);
  const catalog = loadCompiled(join(folder, cloud));
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

function loadCompiled(folder: string): Catalog | undefined {
  const file = join(folder, 'index.json');
  if (!existsSync(file)) return undefined;
  const index = readJson(file) as IndexHead;
  if ((index.format as number) !== INDEX_FORMAT) {
    throw new Problem(
      'catalog',
      say('otherFormat', { format: String(index.format), expected: INDEX_FORMAT }),
      { file },
    );
  }
  const odd = Object.keys(index.services).find((service) => !/^[a-z0-9][a-z0-9_-]*$/.test(service));
  if (odd !== undefined)
    throw new Problem('catalog', say('noServiceName', { name: JSON.stringify(odd.slice(0, 80)) }), { file });
  return indexedCatalog(
    withSections(index, folder),
    (service) => readJson(join(folder, `${service}.json`)) as ServiceCatalog,
    () => elsewhereIn(folder),
  );
}

/** Each section is read when it is first asked for: a small policy asks for few. */
function withSections(head: IndexHead, folder: string): CatalogIndex {
  const index = { ...head };
  for (const section of INDEX_SECTIONS) {
    let read: { readonly value: unknown } | undefined;
    Object.defineProperty(index, section, {
      get: () => (read ??= { value: readJson(join(folder, `index.${section}.json`)) }).value,
    });
  }
  return index as CatalogIndex;
}

/** There is no such file where the other clouds name nothing else. */
function elsewhereIn(folder: string): readonly string[] {
  const file = join(folder, ELSEWHERE);
  return existsSync(file) ? (readJson(file) as readonly string[]) : [];
}

async function loadYaml(folder: string, cloud: string): Promise<Catalog> {
  const [{ readCloud }, { createCatalog }] = await Promise.all([
    import('../index/compile.js'),
    import('../index/memory.js'),
  ]);
  const { services, urls } = readCloud(folder, cloud);
  return createCatalog(cloud, services, urls);
}

/** A JSON file of a compiled catalog. @throws Problem code `catalog` where it is damaged. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file)) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem('catalog', say('damaged', { fault: error.message }), { file }, { cause: error });
  }
}

function unknownCloud(cloud: string, folder: string): Problem {
  return new Problem('catalog', say('noCloud', { cloud, known: catalogClouds(folder) }), { file: folder });
}

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../../file-problem.js';
import { readText, writeText } from '../../files.js';
import { Problem } from '../../problem.js';
import { buildIndex, ELSEWHERE, TABLE, TEXT_SECTIONS } from './catalog-index.js';
import type { CatalogIndex, CompiledHead } from './catalog-index.js';
import { writeService } from './service-table.js';
import type { ServiceCatalog } from '../model/model.js';
import { readOverrides } from '../model/override-schema.js';
import { applyOverrides } from '../change/overrides.js';
import type { PageUrls } from '../model/page-url.js';
import { readServiceCatalog } from '../yaml/read-catalog.js';
import { pageUrlsOf, readSources } from '../model/sources-schema.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/** The YAML catalogs of one cloud, with their overrides applied. */
export interface CloudCatalog {
  readonly cloud: string;
  readonly services: readonly ServiceCatalog[];
  readonly urls: PageUrls;
  /** Overrides that change nothing (any more), one sentence each. */
  readonly idle: readonly string[];
}

/**
 * Compiles every `<from>/<cloud>/<service>.yaml` to `<to>/<cloud>/`: the head of an index that is read at every start, and a file
 * for each of its sections and for each service, which is read when something is asked of it.
 * @returns what was compiled, with the overrides that change nothing.
 * @throws Problem code `file` or `catalog`.
 */
export function compileCatalogs(from: string, to: string): CloudCatalog[] {
  const clouds = cloudFolders(from).map((cloud) => readCloud(from, cloud));
  for (const compiled of clouds) {
    const { cloud, services, urls } = compiled;
    rmSync(join(to, cloud), { recursive: true, force: true });
    writeCloud(join(to, cloud), services, buildIndex(cloud, services, urls));
    const elsewhere = namedElsewhere(compiled, clouds);
    if (elsewhere.length > 0) writeText(join(to, cloud, ELSEWHERE), JSON.stringify(elsewhere));
  }
  return clouds;
}

/** The head, and a file for each section and each service. No service is called as a section: it has no full stop. */
function writeCloud(folder: string, services: readonly ServiceCatalog[], index: CatalogIndex): void {
  const tables: (readonly [name: string, text: string])[] = [
    ...TEXT_SECTIONS.map((section) => [`index.${section}`, index[section]] as const),
    ...services.map((service) => [service.service, writeService(service)] as const),
  ];
  const { format, cloud, version, services: indexed } = index;
  const lengths = Object.fromEntries(tables.map(([name, text]) => [name, text.length]));
  const head: CompiledHead = { format, cloud, version, services: indexed, lengths };
  writeText(join(folder, 'index.json'), JSON.stringify(head));
  writeText(join(folder, 'index.urls.json'), JSON.stringify(index.urls));
  for (const [name, text] of tables) writeText(join(folder, `${name}${TABLE}`), text);
}

function namedElsewhere(
  { cloud, services }: CloudCatalog,
  clouds: readonly CloudCatalog[],
): readonly string[] {
  const own = new Set(services.map(({ service }) => service));
  const known = new Set(namesOf(services));
  const others = clouds
    .filter((other) => other.cloud !== cloud)
    .flatMap((other) => namesOf(other.services.filter(({ service }) => own.has(service))));
  return [...new Set(others)].filter((name) => !known.has(name)).sort();
}

function namesOf(services: readonly ServiceCatalog[]): string[] {
  return services.flatMap(({ actions }) =>
    actions.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())),
  );
}

/** Folders of a catalog root that hold YAML catalogs, sorted. */
export function cloudFolders(root: string): string[] {
  return entries(root).filter(
    (name) => statSync(join(root, name)).isDirectory() && yamlFiles(join(root, name)).length > 0,
  );
}

/**
 * Reads `<root>/<cloud>/*.yaml`, and `overrides.yaml` and `sources.yaml` of the root where they exist.
 * @throws Problem code `file` or `catalog`.
 */
export function readCloud(root: string, cloud: string): CloudCatalog {
  const folder = join(root, cloud);
  const services = yamlFiles(folder).map((name) =>
    readServiceFile(join(folder, name), cloud, name.replace(/\.yaml$/, '')),
  );
  const overridesFile = join(root, 'overrides.yaml');
  const sourcesFile = join(root, 'sources.yaml');
  const overrides = existsSync(overridesFile) ? readOverrides(readText(overridesFile), overridesFile) : [];
  const urls = existsSync(sourcesFile)
    ? pageUrlsOf(readSources(readText(sourcesFile), sourcesFile), cloud)
    : [];
  const overridden = applyOverrides(cloud, services, overrides);
  return { cloud, services: overridden.services, urls, idle: overridden.idle };
}

function readServiceFile(file: string, cloud: string, service: string): ServiceCatalog {
  const catalog = readServiceCatalog(readText(file), file);
  if (catalog.cloud !== cloud)
    throw new Problem('catalog', say('otherCloud', { cloud: catalog.cloud, folder: cloud }), { file });
  if (catalog.service !== service)
    throw new Problem('catalog', say('otherService', { service: catalog.service }), {
      file,
    });
  return catalog;
}

function yamlFiles(folder: string): string[] {
  return entries(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('.'));
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw fileProblem(folder, error);
  }
}

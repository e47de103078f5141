import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../../file-problem.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { cloudFolders, readCloud } from '../index/compile.js';
import { openCompiled } from '../index/compiled.js';
import type { ServiceCatalog } from '../model/model.js';
import { readServiceCatalog } from './read-catalog.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/**
 * Every service of a catalog, by cloud, whatever form it is given in: a root folder (`catalog/`, overrides applied),
 * the folder of one cloud, either as YAML or compiled, or the YAML file of one service.
 * @throws Problem code `file` or `catalog`.
 */
export function readCatalogs(path: string): Map<string, readonly ServiceCatalog[]> {
  if (!isFolder(path)) return byCloud([readServiceCatalog(readText(path), path)]);
  const names = readdirSync(path).sort();
  if (names.includes('index.json')) return byCloud(compiledServices(path));
  const compiled = names.filter((name) => existsSync(join(path, name, 'index.json')));
  if (compiled.length > 0) return byCloud(compiled.flatMap((name) => compiledServices(join(path, name))));
  const clouds = cloudFolders(path);
  if (clouds.length > 0) return new Map(clouds.map((cloud) => [cloud, readCloud(path, cloud).services]));
  const files = names.filter((name) => name.endsWith('.yaml'));
  if (files.length === 0)
    throw new Problem('catalog', say('noCatalog'), {
      file: path,
    });
  return byCloud(files.map((name) => readServiceCatalog(readText(join(path, name)), join(path, name))));
}

function compiledServices(folder: string): readonly ServiceCatalog[] {
  const catalog = openCompiled(folder);
  return catalog?.services.flatMap((name) => catalog.service(name)?.model ?? []) ?? [];
}

function byCloud(services: readonly ServiceCatalog[]): Map<string, readonly ServiceCatalog[]> {
  const clouds = new Map<string, ServiceCatalog[]>();
  for (const service of services) {
    const known = clouds.get(service.cloud);
    if (known) known.push(service);
    else clouds.set(service.cloud, [service]);
  }
  return clouds;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw fileProblem(path, error);
  }
}

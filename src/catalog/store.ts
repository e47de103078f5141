import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeText } from '../files.js';
import { suspiciousLosses } from './loss.js';
import type { Loss } from './loss.js';
import type { ServiceCatalog } from './model.js';
import { readServiceCatalog } from './read.js';
import { writeServiceCatalog } from './write.js';

/** What writing a cloud's catalog came to; nothing was written where `losses` is not empty. */
export interface Stored {
  readonly losses: readonly Loss[];
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The YAML catalogs of `<root>/<cloud>/`, without overrides; none where there is no such folder.
 * @throws Problem code `file` or `catalog`.
 */
export function storedServices(root: string, cloud: string): ServiceCatalog[] {
  return files(join(root, cloud)).map((name) => {
    const file = join(root, cloud, name);
    return readServiceCatalog(readText(file), file);
  });
}

/**
 * Writes `<root>/<cloud>/<service>.yaml` for every service and removes the files of services that are gone; unless that
 * would lose suspiciously much of `before` and `acceptLoss` is not set: then nothing is touched. Each file is written
 * whole or not at all, and all texts are made before the first is written.
 * @throws Problem code `file`.
 */
export function storeServices(root: string, cloud: string, services: readonly ServiceCatalog[], before: readonly ServiceCatalog[], acceptLoss: boolean): Stored {
  const losses = acceptLoss ? [] : suspiciousLosses(before, services);
  if (losses.length > 0) return { losses, written: [], unchanged: [], removed: [] };
  const folder = join(root, cloud);
  const texts = new Map(services.map((service) => [`${service.service}.yaml`, writeServiceCatalog(service)]));
  const changed = [...texts].filter(([name, text]) => !existsSync(join(folder, name)) || readText(join(folder, name)) !== text);
  for (const [name, text] of changed) writeText(join(folder, name), text);
  const removed = files(folder).filter((name) => !texts.has(name));
  for (const name of removed) rmSync(join(folder, name));
  const written = changed.map(([name]) => name);
  return { losses, written, unchanged: [...texts.keys()].filter((name) => !written.includes(name)), removed };
}

function files(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort() : [];
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { guarded } from '../../file-problem.js';
import { readText, refuseEscapes, writeAll } from '../../files.js';
import { Problem } from '../../problem.js';
import { suspiciousLosses } from '../change/loss.js';
import type { Loss } from '../change/loss.js';
import type { ServiceCatalog } from '../model/model.js';
import { readServiceCatalog } from './read-catalog.js';
import { writeServiceCatalog } from './write.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

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
 * would lose suspiciously much of `before` and `acceptLoss` is not set: then nothing is touched. Files that another run
 * has added since `before` was read stay.
 * @throws Problem code `file`, also where another run has changed a file meanwhile: then too nothing is touched.
 */
export function storeServices(
  root: string,
  cloud: string,
  services: readonly ServiceCatalog[],
  before: readonly ServiceCatalog[],
  acceptLoss: boolean,
): Stored {
  const losses = acceptLoss ? [] : suspiciousLosses(before, services);
  if (losses.length > 0) return { losses, written: [], unchanged: [], removed: [] };
  const folder = join(root, cloud);
  const texts = new Map(services.map((service) => [`${service.service}.yaml`, writeServiceCatalog(service)]));
  const models = new Map(before.map((service) => [`${service.service}.yaml`, service]));
  refuseEscapes(
    root,
    [...new Set([...texts.keys(), ...models.keys()])].map((name) => `${cloud}/${name}`),
  );
  const changed = [...texts].filter(([name, text]) => differs(join(folder, name), text, models.get(name)));
  const removed = files(folder).filter((name) => !texts.has(name) && models.has(name));
  writeAll(changed.map(([name, text]) => [join(folder, name), text]));
  for (const name of removed)
    guarded(join(folder, name), () => {
      rmSync(join(folder, name), { force: true });
    });
  const written = changed.map(([name]) => name);
  return { losses, written, unchanged: [...texts.keys()].filter((name) => !written.includes(name)), removed };
}

/** @throws Problem where the file is neither what it is to become nor what it was. */
function differs(file: string, text: string, before: ServiceCatalog | undefined): boolean {
  if (!existsSync(file)) return true;
  const current = readText(file);
  if (current === text) return false;
  if (before === undefined || !isDeepStrictEqual(readServiceCatalog(current, file), before))
    throw new Problem('file', say('writtenMeanwhile'), {
      file,
    });
  return true;
}

function files(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
        .sort()
    : [];
}

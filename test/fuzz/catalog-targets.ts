import { diffCatalogs, isEmptyDiff } from '../../src/catalog/change/catalog-diff.js';
import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { ordered } from '../../src/catalog/model/order.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';
import { writeServiceCatalog } from '../../src/catalog/yaml/write.js';
import { assembleCatalog } from '../../src/extract/assemble/assemble.js';
import { extractPage } from '../../src/extract/extract-page.js';
import { markdownReference } from '../../src/reference/markdown-reference.js';
import { createReference } from '../../src/reference/reference-facts.js';

/** Reads a page and makes a catalog of it, which must be one that can be read again. */
export function pageFeatures(bytes: Uint8Array, file: string): Promise<readonly string[]> {
  const record = extractPage(bytes, file);
  const { services, unplaced } = assembleCatalog('testcloud', [
    { record, page: file, group: '.', generation: 0, role: 'current', revision: 'unknown' },
  ]);
  for (const service of services) reread(service);
  return Promise.resolve([
    record.error ?? '',
    ...record.tables.flatMap((table) => [
      `${table.kind} ${table.reason ?? ''}`,
      ...table.skipped.map(({ reason }) => reason),
      ...table.entries.flatMap((entry) => Object.keys(entry)),
    ]),
    ...unplaced.map(({ reason }) => reason),
  ]);
}

/** Reads a service's catalog, writes it again, looks things up in it, and makes reference pages of it. */
export function catalogFeatures(text: string, bytes: Uint8Array): Promise<readonly string[]> {
  const service = readServiceCatalog(text, 'ecs.yaml');
  const again = reread(service);
  if (JSON.stringify(again) !== JSON.stringify(ordered(service)))
    throw new Error('written and read again it is another catalog');
  if (!isEmptyDiff(diffCatalogs(service.cloud, [service], [again])))
    throw new Error('written and read again it differs');
  const catalog = createCatalog(service.cloud, [service]);
  for (const name of ['constructor', '__proto__', 'toString:a:b', ...catalog.services]) {
    catalog.service(name);
    catalog.action(name);
    catalog.operation(`${name}/toString`);
  }
  if (bytes.length % 4 === 0) {
    for (const path of markdownReference(createReference([service])).keys())
      if (path.startsWith('/') || path.split('/').includes('..'))
        throw new Error(`a page outside of its folder: ${path}`);
  }
  return Promise.resolve([
    `${Math.min(service.operations.length, 4)} operations`,
    ...service.operations.flatMap((operation) => Object.keys(operation)),
    ...service.actions.flatMap((action) => Object.keys(action)),
  ]);
}

/** What we write ourselves we must be able to read: a complaint about it is a bug. */
function reread(service: ServiceCatalog): ServiceCatalog {
  const text = writeServiceCatalog(service);
  try {
    return readServiceCatalog(text, `${service.service}.yaml`);
  } catch (error) {
    throw new Error(
      `a catalog that was written cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

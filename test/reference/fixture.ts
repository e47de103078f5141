import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { loadReference } from '../../src/commands/reference/reference.js';
import type { Reference } from '../../src/reference/reference-facts.js';

/** Two small clouds; `hostile.yaml` among them has titles, pages and endpoints that try to break out. */
export const CATALOG = 'test/fixtures/reference/catalog';

export async function fixtureCatalogs(): Promise<ServiceCatalog[]> {
  return [...(await loadReference(CATALOG)).catalogs.values()].flat();
}

export async function fixtureReference(): Promise<Reference> {
  return (await loadReference(CATALOG)).reference;
}

import { catalogClouds, loadCatalog } from '../../src/catalog/load.js';
import type { ServiceCatalog } from '../../src/catalog/model.js';
import { createReference } from '../../src/reference/reference.js';
import type { Reference } from '../../src/reference/reference.js';

/** Two small clouds; `hostile.yaml` among them has titles, pages and endpoints that try to break out. */
export const CATALOG = 'test/fixtures/reference/catalog';

export async function fixtureCatalogs(): Promise<ServiceCatalog[]> {
  const catalogs = await Promise.all(catalogClouds(CATALOG).map((cloud) => loadCatalog(cloud, CATALOG)));
  return catalogs.flatMap((catalog) => catalog.services.flatMap((name) => catalog.service(name)?.model ?? []));
}

export async function fixtureReference(): Promise<Reference> {
  const catalogs = await Promise.all(catalogClouds(CATALOG).map((cloud) => loadCatalog(cloud, CATALOG)));
  const byCloud = new Map(catalogs.map((catalog) => [catalog.cloud, catalog]));
  return createReference(await fixtureCatalogs(), (cloud) => (source) => byCloud.get(cloud)?.urlOf(source));
}

import type { Catalog } from '../catalog.js';
import { buildIndex } from './catalog-index.js';
import { indexedCatalog } from './indexed-catalog.js';
import { openModel } from './service-table.js';
import type { OpenService } from './service-table.js';
import type { ServiceCatalog } from '../model/model.js';
import type { PageUrls } from '../model/page-url.js';

/** A catalog of models in memory: for tests, for YAML catalogs, and for the browser (no Node modules). */
export function createCatalog(
  cloud: string,
  services: readonly ServiceCatalog[],
  urls: PageUrls = [],
): Catalog {
  const byName = new Map(services.map((service) => [service.service, service]));
  const open = (name: string): OpenService => {
    const service = byName.get(name);
    if (!service) throw new Error(`no service ${name} in the catalog`);
    return openModel(service);
  };
  return indexedCatalog(buildIndex(cloud, services, urls), open);
}

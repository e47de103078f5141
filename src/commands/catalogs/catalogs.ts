import type { Catalog } from '../../catalog/catalog.js';
import { catalogClouds, loadCatalog } from '../../catalog/yaml/load.js';
import { givenPath } from '../io/given-path.js';
import type { Io } from '../io/io.js';

/**
 * Loads catalogs as options and configuration want them: the shipped ones or those of `--catalog`, with the folders of
 * the configuration laid over them.
 */
export function catalogLoader(
  { cwd }: Pick<Io, 'cwd'>,
  folder: string | undefined,
  additions: readonly string[],
): (cloud: string) => Promise<Catalog> {
  const root = givenPath({ cwd }, folder);
  return async (cloud) => {
    const overlays = additions.filter((addition) => catalogClouds(addition).includes(cloud));
    // A cloud of one's own need not be among the shipped ones.
    const known = catalogClouds(root).includes(cloud) || overlays.length === 0;
    const base = known ? await loadCatalog(cloud, root) : undefined;
    return overlays.length === 0 && base !== undefined ? base : withOverlays(cloud, base, overlays);
  };
}

async function withOverlays(
  cloud: string,
  base: Catalog | undefined,
  overlays: readonly string[],
): Promise<Catalog> {
  const [{ readCloud }, { createCatalog }, { overlayServices }] = await Promise.all([
    import('../../catalog/index/compile.js'),
    import('../../catalog/index/memory.js'),
    import('../../catalog/change/overlay.js'),
  ]);
  const models =
    base === undefined ? [] : [...new Set(base.services.flatMap((name) => base.service(name)?.model ?? []))];
  const added = overlays.map((folder) => readCloud(folder, cloud));
  const services = overlayServices(
    models,
    added.flatMap((one) => one.services),
  );
  const urls = added.flatMap((one) => one.urls);
  const catalog = createCatalog(cloud, services, urls);
  return { ...catalog, isNamedElsewhere: (action) => base?.isNamedElsewhere(action) === true };
}

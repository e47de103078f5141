import type { Catalog } from '../../catalog/catalog.js';
import { Problem } from '../../problem.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { normalPath } from './group.js';
import type { Entry } from './group-entry.js';
import { seenClouds } from './seen-cloud.js';

/** The catalogs that a group is judged by, by their cloud. */
export interface GroupCatalogs {
  readonly catalogs: ReadonlyMap<string, Catalog>;
  /** Why there is none of a cloud that a manifest names. */
  readonly missing: ReadonlyMap<string, Problem>;
}

export interface CatalogSource {
  /** That is configured for a file. */
  readonly cloudOf: (path: string) => string;
  readonly loadCatalog: (cloud: string) => Promise<Catalog>;
}

/**
 * Of the configured clouds, of those that manifests name, and of those that Terraform says the files are for.
 * @throws Problem where there is none of a configured cloud.
 */
export async function catalogsOf(
  entries: readonly Entry[],
  manifests: readonly PolicySourceCode[],
  companion: (path: string) => PolicySourceCode | undefined,
  { cloudOf, loadCatalog }: CatalogSource,
): Promise<GroupCatalogs> {
  const configured = new Set([...entries, ...manifests].map(({ path }) => cloudOf(path)));
  const named = new Set(manifests.flatMap(({ manifest }) => manifest?.cloud ?? []));
  const linted = new Set(entries.map(({ path }) => path));
  const along = manifests
    .flatMap(({ manifest }) => manifest?.policies.map(({ path }) => path) ?? [])
    .filter((path) => !linted.has(normalPath(path)))
    .flatMap((path) => companion(normalPath(path)) ?? []);
  const seen = [...entries.flatMap(({ source }) => source ?? []), ...along].flatMap(seenClouds);
  const catalogs = new Map<string, Catalog>();
  const missing = new Map<string, Problem>();
  for (const name of new Set([...configured, ...named, ...seen])) {
    const catalog = await loadCatalog(name).catch((error: unknown) => {
      if (configured.has(name) || !(error instanceof Problem)) throw error;
      // A catalog folder of one's own need not hold the cloud that a file is seen to be for.
      if (named.has(name)) missing.set(name, error);
      return undefined;
    });
    if (catalog !== undefined) catalogs.set(name, catalog);
  }
  return { catalogs, missing };
}

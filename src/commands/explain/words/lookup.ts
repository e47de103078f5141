import type { Catalog } from '../../../catalog/catalog.js';
import { cloudFacts } from '../../../reference/cloud-facts.js';
import { searchIndex } from '../../../reference/search/build-index.js';
import type { SearchIndex } from '../../../reference/search/search-index.js';
import { createSearch } from '../../../reference/search/search.js';
import type { Hit } from '../../../reference/search/search.js';
import { rememberFor } from '../../../remember.js';
import { searchSources } from '../../reference/search-sources.js';

/** What stands in the index under a name or free words, the best first. */
export type Lookup = (text: string) => readonly LookedUp[];

/** A hit of the search, with what its row says only by positions. */
export interface LookedUp {
  readonly hit: Hit;
  /** Undefined for what belongs to no cloud. */
  readonly cloud: string | undefined;
}

/** The index that the site searches, over the catalogs that are asked; made once for them. Reads all of their services. */
export const openLookup = rememberFor((catalogs: readonly Catalog[]): Lookup => {
  const models = new Set(
    catalogs.flatMap((catalog) => catalog.services.flatMap((name) => catalog.service(name)?.model ?? [])),
  );
  return lookupIn(searchIndex(cloudFacts([...models]), searchSources()));
});

export function lookupIn(index: SearchIndex): Lookup {
  const search = createSearch(index);
  return (text) => search({ text }).map((hit) => ({ hit, cloud: index.clouds[cloudOf(hit)]?.key }));
}

function cloudOf(hit: Hit): number {
  return hit.kind === 'api' || hit.kind === 'action' ? hit.row[0] : hit.row[1];
}

import { nearNames } from '../../../src/calls/resolve/near-names.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { isServiceName } from '../../../src/policy/facts/service-prefixes.js';
import { serviceMeantBy } from '../../../src/policy/facts/service-scopes.js';

/** Whether a service is one that the catalog or any other source knows. `name` is in lower case. */
export function isKnownService(name: string, catalog: Catalog): boolean {
  return catalog.services.includes(name) || isServiceName(name);
}

/**
 * The services that a name most likely means: what it is another name of, else those of the catalog that have its letters in another
 * order (names are so short that two swapped letters count as a different word) or are spelled nearly so.
 */
export function meantServices(name: string, catalog: Catalog): readonly string[] {
  const other = serviceMeantBy(name);
  if (other !== undefined) return [other];
  const swapped = catalog.services.filter((service) => sortedLetters(service) === sortedLetters(name));
  return swapped.length > 0 ? swapped : nearNames(name, catalog.services, 3);
}

function sortedLetters(name: string): string {
  return Array.from(name.toLowerCase()).sort().join('');
}

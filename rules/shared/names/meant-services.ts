import { createNameIndex } from '../../../src/calls/resolve/name-index.js';
import type { NameIndex } from '../../../src/calls/resolve/name-index.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { isServiceName } from '../../../src/policy/facts/service-prefixes.js';
import { serviceMeantBy } from '../../../src/policy/facts/service-scopes.js';
import { rememberFor } from '../../../src/remember.js';

/** Whether a service is one that the catalog or any other source knows. `name` is in lower case. */
export function isKnownService(name: string, catalog: Catalog): boolean {
  return namesOf(catalog).known.has(name) || isServiceName(name);
}

/**
 * The services that a name most likely means: what it is another name of, else those of the catalog that have its letters
 * in another order or are spelled nearly so. Those that do have the action come first.
 * @param rest of the action: `:cloudServers:list`.
 */
export function meantServices(name: string, rest: string, catalog: Catalog): readonly string[] {
  const other = serviceMeantBy(name);
  if (other !== undefined) return [other];
  const { byLetters, near } = namesOf(catalog);
  const swapped = byLetters.get(sortedLetters(name));
  const meant = swapped ?? near.near(name).map(({ candidate }) => candidate);
  const having = new Set(meant.filter((service) => catalog.action(service + rest) !== undefined));
  return [...having, ...meant.filter((service) => !having.has(service))];
}

interface Names {
  readonly known: ReadonlySet<string>;
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
  readonly near: NameIndex;
}

const namesOf = rememberFor(({ services }: Catalog): Names => {
  const byLetters = new Map<string, string[]>();
  for (const service of services) {
    const letters = sortedLetters(service);
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), service]);
  }
  return { known: new Set(services), byLetters, near: createNameIndex(services) };
});

function sortedLetters(name: string): string {
  return Array.from(name.toLowerCase()).sort().join('');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readSources } from '../../../src/catalog/model/sources-schema.js';
import { transcribedAddresses } from '../../../src/extract/transcribed/collect-transcripts.js';

const folder = fileURLToPath(new URL('../../../catalog', import.meta.url));

it('every book of a site that rows were transcribed from is read by the refresh, in one language at least', () => {
  const { clouds } = readSources(readFileSync(join(folder, 'sources.yaml'), 'utf8'), 'sources.yaml');
  const generations = Object.values(clouds).flatMap((cloud) => cloud.generations);
  const sites = generations.flatMap((generation) => generation.sites);
  const listed = new Set(sites.flatMap(({ books }) => books.map(nameOf)));
  const known = transcribedAddresses(generations, folder).flatMap((address) =>
    sites.some(({ url }) => address.startsWith(url)) ? bookOf(address) : [],
  );
  expect(known.length).toBeGreaterThan(1000);
  expect([...new Set(known)].filter((book) => !listed.has(book))).toEqual([]);
});

/** `https://docs.example/intl/en-us/api-ecs/ecs_01.html` is a page of `api-ecs`; a table of contents stands one deeper. */
function bookOf(address: string): string {
  return nameOf(new URL(address).pathname.replace(/\/toctopics(?=\/)/, '').replace(/\/[^/]*$/, ''));
}

function nameOf(book: string): string {
  return book.slice(book.lastIndexOf('/') + 1);
}

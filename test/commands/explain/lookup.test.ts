import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogClouds, loadCatalog } from '../../../src/catalog/yaml/load.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { answersTo } from '../../../src/commands/explain/answer-queries.js';
import type { AnyAnswer } from '../../../src/commands/explain/words/explain-words.js';
import { lookupIn } from '../../../src/commands/explain/words/lookup.js';
import { searchSources } from '../../../src/commands/reference/search-sources.js';
import { cloudFacts } from '../../../src/reference/cloud-facts.js';
import { searchIndex } from '../../../src/reference/search/build-index.js';
import { createSearch } from '../../../src/reference/search/search.js';
import type { Search } from '../../../src/reference/search/search.js';
import type { SearchIndex } from '../../../src/reference/search/search-index.js';

/** What people look up, with what must stand first. */
const QUERIES = readFileSync('test/fixtures/lookup/queries.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [query = '', kind = '', name = ''] = line.split('\t');
    return { query, first: `${kind} ${name}` };
  });

let site: Search;
let told: readonly AnyAnswer[];

beforeAll(async () => {
  const catalogs = await Promise.all(catalogClouds().map((cloud) => loadCatalog(cloud)));
  const index = asOnSite(catalogs);
  site = createSearch(index);
  const lookup = lookupIn(index);
  told = (await Promise.all(QUERIES.map(({ query }) => answersTo([query], catalogs, () => lookup)))).flat();
}, 30_000);

describe('looking something up', () => {
  it('has the right answer first for 95 of 100 queries, in either language', () => {
    const wrong = QUERIES.filter(({ query, first }) => firstOnSite(query) !== first);
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
    expect(wrong.length / QUERIES.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05);
  });

  it('gives the same answer on the command line as on the site', () => {
    expect(told.map((answer, at) => [QUERIES[at]?.query, firstTold(answer)])).toEqual(
      QUERIES.map(({ query }) => [query, firstOnSite(query)]),
    );
  });
});

/** The index as the site holds it: plain JSON. */
function asOnSite(catalogs: readonly Catalog[]): SearchIndex {
  const models = new Set(
    catalogs.flatMap((catalog) => catalog.services.flatMap((name) => catalog.service(name)?.model ?? [])),
  );
  return JSON.parse(JSON.stringify(searchIndex(cloudFacts([...models]), searchSources()))) as SearchIndex;
}

function firstOnSite(text: string): string | undefined {
  const [hit] = site({ text });
  return hit && `${hit.kind} ${hit.name}`;
}

/** What an answer is about, or what stands first in it. */
function firstTold(answer: AnyAnswer): string | undefined {
  if (answer.kind === 'words') return answer.found[0] && `${answer.found[0].kind} ${answer.found[0].name}`;
  if ('name' in answer) return `${answer.kind} ${answer.name}`;
  if (answer.kind === 'terraform') return `terraform ${answer.query}`;
  const [first] = answer.clouds;
  if (answer.kind === 'action') return first?.action && `action ${first.action.name}`;
  const id = first?.operations[0]?.operation.id;
  return id === undefined ? undefined : `api ${id}`;
}

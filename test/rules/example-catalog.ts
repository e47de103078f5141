import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';

const FOLDER = join(import.meta.dirname, '../fixtures/rules/catalog/huaweicloud');

/** A few real services, small enough to be read: what the examples in `rules/*.md` and most tests are judged against. */
export function exampleCatalog(): readonly ServiceCatalog[] {
  return readdirSync(FOLDER).map((file) =>
    readServiceCatalog(readFileSync(join(FOLDER, file), 'utf8'), file),
  );
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';
import type { Catalog } from '../catalog.js';
import type { PageUrls } from '../model/page-url.js';
import { ELSEWHERE, INDEX_FORMAT, TABLE } from './catalog-index.js';
import type { CatalogIndex, CompiledHead } from './catalog-index.js';
import { indexedCatalog } from './indexed-catalog.js';
import { openService } from './service-table.js';

const say = speaker('catalog', en);

/**
 * The compiled catalog of one cloud; undefined where the folder holds none. Reads one small file now, and a section of the
 * index or a service when something is first asked of it.
 * @throws Problem code `catalog` where it is damaged, or of another version: now or when what is damaged is asked for.
 */
export function openCompiled(folder: string): Catalog | undefined {
  const file = join(folder, 'index.json');
  if (!existsSync(file)) return undefined;
  const head = readJson(file) as CompiledHead;
  if ((head.format as number) !== INDEX_FORMAT) {
    throw new Problem(
      'catalog',
      say('otherFormat', { format: String(head.format), expected: INDEX_FORMAT }),
      { file },
    );
  }
  const odd = Object.keys(head.services).find((service) => !/^[a-z0-9][a-z0-9_-]*$/.test(service));
  if (odd !== undefined)
    throw new Problem('catalog', say('noServiceName', { name: JSON.stringify(odd.slice(0, 80)) }), { file });
  return indexedCatalog(
    indexIn(folder, head),
    (service) =>
      openService(readTable(folder, service, head), (json) =>
        parsed(json, join(folder, `${service}${TABLE}`)),
      ),
    () => elsewhereIn(folder),
  );
}

/** Each section is read when it is first asked for, and kept by who asks: a small policy asks for few. */
function indexIn(folder: string, head: CompiledHead): CatalogIndex {
  return {
    ...head,
    get ids() {
      return readTable(folder, 'index.ids', head);
    },
    get endpoints() {
      return readTable(folder, 'index.endpoints', head);
    },
    get actions() {
      return readTable(folder, 'index.actions', head);
    },
    get successors() {
      return readTable(folder, 'index.successors', head);
    },
    get coverage() {
      return readTable(folder, 'index.coverage', head);
    },
    get urls() {
      return readJson(join(folder, 'index.urls.json')) as PageUrls;
    },
  };
}

/** A table is not parsed as a whole, so that one which was cut short would look as if it knew less: its length tells. */
function readTable(folder: string, name: string, { lengths }: CompiledHead): string {
  const file = join(folder, `${name}${TABLE}`);
  const text = readText(file);
  const expected = Object.hasOwn(lengths, name) ? lengths[name] : undefined;
  if (text.length !== expected)
    throw damaged(say('otherLength', { length: text.length, expected: expected ?? 0 }), file);
  return text;
}

/** There is no such file where the other clouds name nothing else. */
function elsewhereIn(folder: string): readonly string[] {
  const file = join(folder, ELSEWHERE);
  return existsSync(file) ? (readJson(file) as readonly string[]) : [];
}

function readJson(file: string): unknown {
  return parsed(readText(file), file);
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged(error.message, file, error);
  }
}

function damaged(fault: string, file: string, cause?: unknown): Problem {
  return new Problem('catalog', say('damaged', { fault }), { file }, { cause });
}

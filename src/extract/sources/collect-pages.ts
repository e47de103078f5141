import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repositoryUrl } from '../../catalog/model/sources-schema.js';
import type { Generation, Site, SourceRepository } from '../../catalog/model/sources-schema.js';
import { readBytes } from '../../files.js';
import { Problem } from '../../problem.js';
import type { SourcePage } from '../assemble/source-page.js';
import { bringFromGit, workingFile } from './git-source.js';
import type { Http } from './http.js';
import { extractPage } from '../extract-page.js';
import { isPageFile, pageFiles } from './page-files.js';
import { readSite } from './site/read-site.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** Where the pages of `sources.yaml` come from: a local folder that holds them, or git and HTTP with a cache. */
export type Supply =
  | { readonly kind: 'folder'; readonly root: string }
  | { readonly kind: 'network'; readonly cache: string; readonly http: Http };

/** A page that was read, or why it could not be. */
export type Collected =
  | { readonly kind: 'page'; readonly page: SourcePage }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Reads the pages of a cloud's sources one after another, generation by generation. What cannot be had is reported and
 * left out; the rest goes on. Single pages (URLs) and sites are not read from a folder.
 * @param known addresses of pages of the sites that are known already
 */
export async function* collectPages(
  generations: readonly Generation[],
  supply: Supply,
  known: readonly string[] = [],
): AsyncGenerator<Collected> {
  for (const [index, generation] of generations.entries()) {
    const place = { generation: index, role: generation.role };
    for (const repository of generation.repositories) {
      yield* guarded(repository.name, async function* () {
        const { pages, revision } =
          supply.kind === 'folder'
            ? fromFolder(repository, supply.root)
            : await fromNetwork(repository, supply.cache, supply.http);
        for (const { path, read } of pages) {
          const page = `${repository.name}/${path}`;
          yield* guarded(page, async function* () {
            const record = extractPage(await read(), page);
            yield { kind: 'page', page: { ...place, record, page, group: repository.name, revision } };
          });
        }
      });
    }
    if (supply.kind === 'folder') continue;
    for (const url of generation.pages) {
      yield* guarded(url, async function* () {
        const record = extractPage(await supply.http.bytes(url), url);
        yield {
          kind: 'page',
          page: {
            ...place,
            record,
            page: url,
            group: new URL(url).host,
            revision: today(),
          },
        };
      });
    }
    for (const site of generation.sites) yield* fromSite(site, known, supply.http, place);
  }
}

type Place = Pick<SourcePage, 'generation' | 'role'>;

async function* fromSite(
  site: Site,
  known: readonly string[],
  http: Http,
  place: Place,
): AsyncGenerator<Collected> {
  for await (const found of readSite(site, known, http)) {
    if (found.kind === 'problem') {
      yield found;
      continue;
    }
    const { bytes, url } = found.page;
    const record = extractPage(bytes, url);
    const revision = record.updated ?? today();
    yield { kind: 'page', page: { ...place, record, page: url, group: found.book, revision } };
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function* guarded(what: string, work: () => AsyncGenerator<Collected>): AsyncGenerator<Collected> {
  try {
    yield* work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield {
      kind: 'problem',
      problem: error.where ? error : new Problem(error.code, error.message, { file: what }),
    };
  }
}

interface RepositoryPages {
  readonly pages: Iterable<{ readonly path: string; readonly read: () => Uint8Array | Promise<Uint8Array> }>;
  /** ISO date where it is known, else the name with its revision. */
  readonly revision: string;
}

function fromFolder(repository: SourceRepository, root: string): RepositoryPages {
  const folder = join(root, repository.folder);
  const files = repository.pages.flatMap((path) => {
    if (!existsSync(join(folder, path)))
      throw new Problem('file', say('pagesNotInFolder'), {
        file: join(folder, path),
      });
    return [
      ...pageFiles(join(folder, path), (problem) => {
        throw problem;
      }),
    ];
  });
  const pages = [...new Set(files)].map((file) => ({
    path: relative(folder, file).split(sep).join('/'),
    read: () => readBytes(file),
  }));
  return { pages, revision: repository.date ?? revisionName(repository) };
}

async function fromNetwork(
  repository: SourceRepository,
  cache: string,
  http: Http,
): Promise<RepositoryPages> {
  const folder = join(cache, 'git', ...repository.name.split('/'));
  const published = repository.published ?? [];
  if (published.length > 0 && repository.name.includes('@')) throw new Problem('file', say('revisionGone'));
  const { names, date } = await bringFromGit({
    url: repositoryUrl(repository),
    commit: repository.commit,
    paths: repository.pages,
    folder,
    namesOnly: published.length > 0,
  });
  const stored = names
    .filter(isPageFile)
    .map((path) => ({ path, read: () => readBytes(workingFile(folder, path)) }));
  const rendered = names.flatMap((name) => {
    const place = published.find((candidate) => name.startsWith(`${candidate.folder}/`));
    if (!place || !name.endsWith('.rst')) return [];
    const path = name.replace(/\.rst$/, '.html');
    const url = `${place.url.replace(/\/$/, '')}/${path
      .slice(place.folder.length + 1)
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    return [{ path, read: () => http.bytes(url) }];
  });
  return { pages: published.length > 0 ? rendered : stored, revision: repository.date ?? date };
}

function revisionName({ name, commit }: SourceRepository): string {
  return name.includes('@') ? name : `${name}@${commit.slice(0, 10)}`;
}

import { z } from 'zod';
import type { PageUrl, PageUrls } from './page-url.js';
import { cloudName } from './catalog-schema.js';
import { parseYaml } from '../yaml/catalog-yaml.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

const path = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\]+$/, { error: () => say('noPath') });

const repository = z.strictObject({
  /** `owner/name`; page paths in the catalog begin with it. A revision may follow: `owner/name@0123456789`. */
  name: z.string().regex(/^[\w.-]+\/[\w.-]+(@[\w.-]+)?$/, { error: () => say('noRepository') }),
  /** Left out: `https://github.com/<owner/name>.git`. */
  url: z.string().optional(),
  commit: z.string().regex(/^[0-9a-f]{40}$/, { error: () => say('noCommit') }),
  /** When the commit was made (ISO date), where it is known. */
  date: z.iso.date().optional(),
  /** Where `--from FOLDER` finds the repository's files. */
  folder: path,
  /** Folders or files of the repository that hold the pages. */
  pages: z.array(path).min(1).readonly(),
  /**
   * Pages that stand in the repository as reStructuredText and are read as the HTML that they are published as: the
   * folder with the text, and the URL that it is published below.
   */
  published: z
    .array(z.strictObject({ folder: path, url: z.url() }))
    .readonly()
    .optional(),
});

const site = z.strictObject({
  /** Address that the books stand below: `https://support.huaweicloud.com/`. */
  url: z.url({ protocol: /^https?$/ }),
  /** Each page has a twin in Markdown, at its address with `.md` for `.html`: it is read where it is there. */
  markdown: z.boolean().prefault(false),
  /** Folders below the address, each a book: `api-ecs`, `intl/en-us/api-ecs`. */
  books: z.array(path).min(1).readonly(),
  /** How many pages of one book are read at most; left out: 4,000. */
  limit: z.int().positive().optional(),
});

const generation = z.strictObject({
  name: z.string().min(1),
  /** `former` pages define no operations; actions that only they name become former actions. */
  role: z.enum(['current', 'former']),
  repositories: z.array(repository).readonly().prefault([]),
  /** Single pages, or answers of the cloud's own authorization schema. */
  pages: z.array(z.url()).readonly().prefault([]),
  /** Documentation sites, read book by book along their links. */
  sites: z.array(site).readonly().prefault([]),
  /** Rows that were copied by hand: a folder beside this file with a tab-separated file per service. */
  transcribed: path.optional(),
});

/** `catalog/sources.yaml`: what the shipped catalogs are made from. Of generations that overlap, the first wins. */
export const sourcesSchema = z.strictObject({
  schema: z.literal(1),
  clouds: z.record(cloudName, z.strictObject({ generations: z.array(generation).min(1).readonly() })),
});

export type Sources = z.output<typeof sourcesSchema>;
export type Generation = z.output<typeof generation>;
export type SourceRepository = z.output<typeof repository>;
export type Site = z.output<typeof site>;

/** @throws ProblemList, code `catalog`, with line, column and remedy. */
export function readSources(text: string, file: string): Sources {
  return parseYaml(text, file, sourcesSchema).data;
}

/** Where git finds a repository. */
export function repositoryUrl(repository: SourceRepository): string {
  return repository.url ?? `https://github.com/${bareName(repository)}.git`;
}

/** How the page paths of a cloud's catalog become URLs, at the commit that they were read at. */
export function pageUrlsOf(sources: Sources, cloud: string): PageUrls {
  const generations = Object.hasOwn(sources.clouds, cloud) ? (sources.clouds[cloud]?.generations ?? []) : [];
  return generations
    .flatMap((generation) => generation.repositories)
    .flatMap((repository) => [...publishedUrls(repository), ...gitHubUrls(repository)]);
}

function publishedUrls({ name, published = [] }: SourceRepository): PageUrl[] {
  return published.map(({ folder, url }) => ({
    prefix: `${name}/${folder}/`,
    url: url.endsWith('/') ? url : `${url}/`,
  }));
}

function gitHubUrls(repository: SourceRepository): PageUrl[] {
  if (!repositoryUrl(repository).startsWith('https://github.com/')) return [];
  const url = `https://github.com/${bareName(repository)}/blob/${repository.commit}/`;
  return [{ prefix: `${repository.name}/`, url, lines: true }];
}

function bareName(repository: SourceRepository): string {
  return repository.name.replace(/@.*$/, '');
}

import type { ServiceCatalog } from '../../catalog/model/model.js';
import { storeServices, storedServices } from '../../catalog/yaml/store.js';
import type { Stored } from '../../catalog/yaml/store.js';
import { pageUrl } from '../../catalog/model/page-url.js';
import type { PageUrls } from '../../catalog/model/page-url.js';
import { pageUrlsOf } from '../../catalog/model/sources-schema.js';
import type { Sources } from '../../catalog/model/sources-schema.js';
import type { Problem } from '../../problem.js';
import { assembleCatalog } from '../assemble/assemble.js';
import type { Assembly } from '../assemble/assemble.js';
import type { SourcePage } from '../assemble/source-page.js';
import { withTitlesOf } from '../assemble/naming/assemble-titles.js';
import { collectPages } from './collect-pages.js';
import type { Supply } from './collect-pages.js';
import { collectTranscripts, transcribedAddresses } from '../transcribed/collect-transcripts.js';
import type { Transcribed } from '../transcribed/collect-transcripts.js';
import { createTally } from '../extraction-summary.js';
import type { Tally } from '../extraction-summary.js';

export interface RefreshOptions {
  readonly sources: Sources;
  readonly supply: Supply;
  /** Folder that transcribed rows are named from: the one of `sources.yaml`. */
  readonly transcripts: string;
  /** Root of the YAML catalogs: what they hold keeps its ids, and is replaced. */
  readonly out: string;
  readonly acceptLoss: boolean;
  readonly onPage?: (cloud: string, page: string) => void;
  /** What is known besides the pages: says where it disagrees with them, and changes nothing else. */
  readonly review?: (services: readonly ServiceCatalog[]) => readonly ServiceCatalog[];
}

export interface RefreshedCloud {
  readonly cloud: string;
  readonly tally: Tally;
  readonly assembly: Assembly;
  readonly transcribed: Transcribed;
  readonly problems: readonly Problem[];
  readonly stored: Stored;
}

/**
 * Makes the catalogs of every cloud in `sources` and writes them, each cloud wholly or, where it would lose suspiciously
 * much, not at all.
 * @throws Problem code `file` or `catalog` where the catalogs that are there cannot be read, or the new ones not written.
 */
export async function refreshCatalogs({
  sources,
  supply,
  transcripts,
  out,
  acceptLoss,
  onPage,
  review = (services) => services,
}: RefreshOptions): Promise<RefreshedCloud[]> {
  const clouds: (Omit<RefreshedCloud, 'stored'> & { readonly before: readonly ServiceCatalog[] })[] = [];
  for (const [cloud, { generations }] of Object.entries(sources.clouds)) {
    const before = storedServices(out, cloud);
    const { add, tally } = createTally();
    const pages: SourcePage[] = [];
    const problems: Problem[] = [];
    for await (const collected of collectPages(
      generations,
      supply,
      transcribedAddresses(generations, transcripts),
    )) {
      if (collected.kind === 'problem') {
        problems.push(collected.problem);
        continue;
      }
      onPage?.(cloud, collected.page.page);
      add(collected.page.record);
      if (collected.page.record.tables.some(saysSomething)) pages.push(trimmed(collected.page));
    }
    const urls = pageUrlsOf(sources, cloud);
    const transcribed = collectTranscripts(generations, transcripts, pages, ({ page }) =>
      addressOf(page, urls),
    );
    const assembly = assembleCatalog(cloud, [...pages, ...transcribed.pages], before);
    clouds.push({ cloud, before, tally: tally(), problems, transcribed, assembly });
  }
  return clouds.map(({ before, ...refreshed }) => {
    const others = clouds
      .filter(({ cloud }) => cloud !== refreshed.cloud)
      .flatMap(({ assembly }) => assembly.services);
    const services = review(withTitlesOf(refreshed.assembly.services, others));
    return {
      ...refreshed,
      assembly: { ...refreshed.assembly, services },
      stored: storeServices(out, refreshed.cloud, services, before, acceptLoss),
    };
  });
}

/** The page's own address, or where its repository publishes it; the text in a repository is no page of a site. */
function addressOf(page: string, urls: PageUrls): string | undefined {
  return pageUrl(
    urls.filter(({ lines }) => lines === undefined),
    { page, line: 1 },
  );
}

/** What assembly needs of a page; the rest of a thousand pages need not stay in memory. */
export function trimmed(page: SourcePage): SourcePage {
  return {
    ...page,
    record: {
      ...page.record,
      tables: page.record.tables.filter(saysSomething).map((table) => ({ ...table, skipped: [] })),
    },
  };
}

export function saysSomething(table: SourcePage['record']['tables'][number]): boolean {
  return table.entries.length > 0 || table.resources !== undefined || table.conditionKeys !== undefined;
}

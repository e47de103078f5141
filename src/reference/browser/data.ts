import type { ServiceCatalog } from '../../catalog/model/model.js';
import type { PageUrls } from '../../catalog/model/page-url.js';
import type { SearchIndex } from '../search/search-index.js';

/** What data files leave behind: `fetch` does not work from the file system, scripts do. */
interface SiteData {
  index?: SearchIndex;
  catalogs?: Record<string, CloudData>;
}

/** A cloud's whole catalog, as its data file holds it. */
export interface CloudData {
  readonly services: readonly ServiceCatalog[];
  readonly urls: PageUrls;
}

declare global {
  interface Window {
    lintPoliciesData?: SiteData;
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  }
}

/** Loads the search index once. */
export async function loadIndex(): Promise<SearchIndex> {
  await loadScript('search-index.js');
  const index = window.lintPoliciesData?.index;
  if (index === undefined) throw new Error('assets/search-index.js holds no index');
  return index;
}

/** Loads a cloud's catalog once. */
export async function loadCloud(cloud: string): Promise<CloudData> {
  await loadScript(`catalog-${cloud}.js`);
  const data = window.lintPoliciesData?.catalogs?.[cloud];
  if (data === undefined) throw new Error(`assets/catalog-${cloud}.js holds no catalog`);
  return data;
}

/** The way from this page to the site's root. */
export function root(): string {
  return document.body.dataset['root'] ?? '';
}

const loading = new Map<string, Promise<void>>();
let policy: { createScriptURL(url: string): string } | undefined;

function loadScript(name: string): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+\.js$/.test(name)) throw new Error(`${name} is no data file`);
  policy ??= window.trustedTypes?.createPolicy('lint-policies', { createScriptURL: (url) => url }) ?? {
    createScriptURL: (url) => url,
  };
  const trusted = policy.createScriptURL(`${root()}assets/${name}`);
  const started = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted;
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      loading.delete(name);
      reject(new Error(`assets/${name} could not be loaded`));
    });
    document.head.append(script);
  });
  loading.set(name, started);
  return started;
}

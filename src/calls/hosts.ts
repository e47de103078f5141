/** A host of one of the clouds. */
export interface CloudHost {
  readonly cloud: 'huaweicloud' | 'opentelekomcloud';
  /** As the service's actions begin, as far as the host says it: `ecs` of `ecs.eu-de.otc.t-systems.com`. */
  readonly service: string | undefined;
  /** Whether it is the host of one bucket: `pantry.obs.eu-de.otc.t-systems.com`. */
  readonly isBucket: boolean;
}

/**
 * The domains that services answer at. Source: the lists of regions and endpoints of both clouds
 * (https://developer.huaweicloud.com/intl/en-us/endpoint, https://docs.otc.t-systems.com/regions-and-endpoints/).
 */
const DOMAINS: readonly { readonly cloud: CloudHost['cloud']; readonly ending: string }[] = [
  { cloud: 'huaweicloud', ending: '.myhuaweicloud.com' },
  { cloud: 'huaweicloud', ending: '.myhuaweicloud.eu' },
  { cloud: 'huaweicloud', ending: '.huaweicloudapis.com' },
  { cloud: 'opentelekomcloud', ending: '.otc.t-systems.com' },
];

/** Hosts within these domains that serve pages, packages and images, no API. */
const NO_API: ReadonlySet<string> = new Set([
  'auth',
  'community',
  'console',
  'docs',
  'docs-beta',
  'imagefactory',
  'mirrors',
  'open-telekom-cloud',
  'repo',
  'support',
  'www',
]);

/** Services whose hosts are called otherwise than their actions begin. Source: as above. */
const SERVICES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    autoscaling: 'as',
    'bss-intl': 'bss',
    'dayu-dlf': 'dlf',
    functions: 'functiongraph',
    'iam-oauth': 'iam',
    'iam-pub': 'iam',
    obsv3: 'obs',
    'premium-waf': 'waf',
    'sfs-turbo': 'sfsturbo',
    'swr-api': 'swr',
  }),
);

/** Undefined for a host of somebody else. Parts that are worked out at run time stand as `{}` or `{region}`. */
export function cloudHost(host: string): CloudHost | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const domain = DOMAINS.find(({ ending }) => name.endsWith(ending));
  const labels = name.split('.');
  const [first = ''] = labels;
  if (domain === undefined || NO_API.has(first)) return undefined;
  const { cloud } = domain;
  if (/^obs(?:v3)?$/.test(first)) return { cloud, service: 'obs', isBucket: false };
  if (labels.slice(1).includes('obs')) return { cloud, service: 'obs', isBucket: true };
  const service = first.includes('{') ? undefined : (SERVICES.get(first) ?? first);
  return { cloud, service, isBucket: false };
}

/** Where a text names hosts of the clouds, whatever else it holds: offsets, and the host. */
export function* cloudHostsIn(text: string): Generator<{ readonly at: number; readonly host: string }> {
  for (const match of text.matchAll(CLOUD_HOST)) yield { at: match.index, host: match[0] };
}

/** Whether it is worth looking for hosts. */
export function mentionsCloud(text: string): boolean {
  return (
    text.includes('myhuaweicloud.') ||
    text.includes('otc.t-systems.com') ||
    text.includes('huaweicloudapis.com')
  );
}

/** Labels, of which any but the last ones may be a placeholder of some language: `ecs.{REGION}.`, `ecs.${region}.`, `ecs.%s.`. */
export const CLOUD_HOST =
  /(?:(?:[\w-]|\$?\{[^{}\s"'`]{0,60}\}|%[sv])+\.){1,6}(?:myhuaweicloud\.(?:com|eu)|huaweicloudapis\.com|otc\.t-systems\.com)/gi;

/** The vocabulary that operation ids are made of: what paths, actions and titles call things, in one spelling. */

/** Path segments that stand before what an API is about. */
export const PATH_NOISE: ReadonlySet<string> = new Set(['api', 'apis', 'rest', 'rest-api', 'os', 'openapi']);

/** Resources that say little without what they belong to. */
export const GENERIC_NOUNS: ReadonlySet<string> = new Set([
  'tags',
  'tag',
  'metadata',
  'quotas',
  'limits',
  'status',
  'members',
  'actions',
  'resource-instances',
  'config',
  'configs',
  'configurations',
  'settings',
  'logs',
  'versions',
  'detail',
  'count',
  'statistics',
  'info',
  'names',
  'rules',
  'action',
]);

/** Words that the paths write glued, and names that are shorter in everybody's mouth. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  cloudservers: 'servers',
  cloudserver: 'server',
  cloudservernics: 'server-nics',
  attachvolume: 'attach-volume',
  attachvolumes: 'attach-volumes',
  detachvolume: 'detach-volume',
  detachvolumes: 'detach-volumes',
  batchaction: 'batch-action',
  batchdelete: 'batch-delete',
  batchcreate: 'batch-create',
  changeos: 'change-os',
  changevpc: 'change-vpc',
  reinstallos: 'reinstall-os',
  resetpwd: 'reset-password',
  appendvolumequota: 'append-volume-quota',
  cloudimages: 'images',
  cloudvolumes: 'volumes',
  cloudsnapshots: 'snapshots',
  floatingips: 'floating-ips',
  publicips: 'public-ips',
  privateips: 'private-ips',
  loadbalancers: 'load-balancers',
  loadbalancer: 'load-balancer',
  healthmonitors: 'health-monitors',
  healthmonitor: 'health-monitor',
  healthcheck: 'health-check',
  l7policies: 'l7-policies',
  securitygroups: 'security-groups',
  securitygrouprules: 'security-group-rules',
  listvolumes: 'list-volumes',
};

/** `policies` → `policy`, `addresses` → `address`, `status` stays. */
export function singular(word: string): string {
  if (
    /(?:ss|us|is|os|as|dns|vpcs?s|https|ddos|css|ecs|dcs|ims|evs|rds|dds|dws|mrs|sfs|kms|ces|dms|obs|cbs)$/.test(
      word,
    ) &&
    !/(?:classes|vpcs)$/.test(word)
  )
    return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

/** `createServerGroup`, `os-server-groups`, `resize_flavors` → words in lower case. */
export function wordsOf(name: string): string[] {
  const plain = name.replace(/^os-/i, '');
  const known = Object.hasOwn(SPELLINGS, plain.toLowerCase()) ? SPELLINGS[plain.toLowerCase()] : undefined;
  if (known !== undefined) return known.split('-');
  return plain
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (Object.hasOwn(SPELLINGS, word) ? (SPELLINGS[word] ?? word).split('-') : [word]));
}

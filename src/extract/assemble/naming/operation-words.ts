/**
 * The vocabulary that operation ids are made of: what paths, actions and titles call things, in one spelling.
 */

/** First words of actions, paths and titles that say what is done. */
export const VERBS: ReadonlySet<string> = new Set([
  'abort',
  'accept',
  'activate',
  'add',
  'allocate',
  'apply',
  'approve',
  'assign',
  'associate',
  'attach',
  'authorize',
  'backup',
  'bind',
  'cancel',
  'change',
  'check',
  'clean',
  'clear',
  'clone',
  'close',
  'collect',
  'commit',
  'complete',
  'configure',
  'confirm',
  'connect',
  'convert',
  'copy',
  'count',
  'create',
  'deactivate',
  'debug',
  'delete',
  'deploy',
  'describe',
  'detach',
  'disable',
  'disassociate',
  'download',
  'drop',
  'edit',
  'enable',
  'enlarge',
  'execute',
  'expand',
  'export',
  'extend',
  'failback',
  'failover',
  'force',
  'freeze',
  'generate',
  'get',
  'grant',
  'import',
  'init',
  'install',
  'invoke',
  'issue',
  'list',
  'lock',
  'logout',
  'manage',
  'migrate',
  'modify',
  'move',
  'operate',
  'pause',
  'publish',
  'pull',
  'purchase',
  'push',
  'query',
  'read',
  'reboot',
  'rebuild',
  'recover',
  'redeploy',
  'refresh',
  'register',
  'reinstall',
  'reject',
  'release',
  'reload',
  'remove',
  'rename',
  'renew',
  'replace',
  'report',
  'reset',
  'resize',
  'restart',
  'restore',
  'resume',
  'retrieve',
  'retry',
  'reverse',
  'revert',
  'revoke',
  'rollback',
  'rotate',
  'run',
  'save',
  'scale',
  'schedule',
  'search',
  'send',
  'set',
  'share',
  'show',
  'shrink',
  'shutdown',
  'sign',
  'simulate',
  'split',
  'start',
  'stop',
  'submit',
  'subscribe',
  'suspend',
  'switch',
  'sync',
  'synchronize',
  'tag',
  'terminate',
  'test',
  'transfer',
  'trigger',
  'unassign',
  'unbind',
  'undeploy',
  'uninstall',
  'unlock',
  'unregister',
  'unshare',
  'unsubscribe',
  'untag',
  'update',
  'upgrade',
  'upload',
  'use',
  'validate',
  'verify',
  'view',
  'withdraw',
  'write',
]);

/** Verbs of reading: what a `GET` path may begin with. */
export const READ_VERBS: ReadonlySet<string> = new Set([
  'check',
  'describe',
  'download',
  'export',
  'list',
  'query',
  'read',
  'search',
  'show',
  'validate',
  'verify',
  'view',
]);

/** Verbs too general to say more than the method does. */
export const WEAK_VERBS: ReadonlySet<string> = new Set(['use', 'manage', 'operate', 'write', 'read', 'get']);

/** What a method does where nothing says it better; `GET` is `list` or `show` by its path. */
export const METHOD_VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
  HEAD: 'check',
  OPTIONS: 'options',
};

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

/** Verbs that Chinese titles begin with or hold, in the order of looking: the longer word first. */
export const CHINESE_VERBS: readonly (readonly [string, string])[] = [
  ['批量删除', 'batch-delete'],
  ['批量添加', 'batch-add'],
  ['批量创建', 'batch-create'],
  ['批量更新', 'batch-update'],
  ['批量', 'batch'],
  ['创建', 'create'],
  ['新建', 'create'],
  ['新增', 'add'],
  ['添加', 'add'],
  ['增加', 'add'],
  ['删除', 'delete'],
  ['移除', 'remove'],
  ['移出', 'remove'],
  ['移入', 'add'],
  ['更新', 'update'],
  ['修改', 'modify'],
  ['变更', 'change'],
  ['切换', 'switch'],
  ['设置', 'set'],
  ['重置', 'reset'],
  ['重启', 'reboot'],
  ['启动', 'start'],
  ['关闭', 'stop'],
  ['停止', 'stop'],
  ['启用', 'enable'],
  ['停用', 'disable'],
  ['禁用', 'disable'],
  ['取消', 'cancel'],
  ['绑定', 'bind'],
  ['解绑', 'unbind'],
  ['挂载', 'attach'],
  ['卸载', 'detach'],
  ['扩容', 'extend'],
  ['缩容', 'shrink'],
  ['详情', 'details'],
  ['列表', 'list'],
  ['查询', 'query'],
  ['获取', 'get'],
  ['导入', 'import'],
  ['导出', 'export'],
  ['注册', 'register'],
  ['恢复', 'restore'],
  ['回滚', 'rollback'],
  ['迁移', 'migrate'],
];

/** `querying` → `query`, `stopping` → `stop`, `creating` → `create`; undefined where it is no verb. */
export function verbOf(gerund: string): string | undefined {
  if (!gerund.endsWith('ing')) return VERBS.has(gerund) ? gerund : undefined;
  const stem = gerund.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1), `${stem.slice(0, -1)}y`].find((verb) => VERBS.has(verb));
}

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

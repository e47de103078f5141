/** What an action does to things, in the words of the cloud's own tables (访问级别). */
export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permission_management';

const LIST_VERBS: ReadonlySet<string> = new Set(['list']);
const READ_VERBS: ReadonlySet<string> = new Set([
  'get',
  'show',
  'query',
  'check',
  'describe',
  'detail',
  'display',
  'head',
  'view',
  'count',
  'search',
  'find',
  'read',
  'download',
  'preview',
  'select',
  'explain',
  'verify',
  'validate',
  'export',
  'watch',
  'browse',
]);

/** Resource types and services that hold permissions: whoever writes them can give themselves more. */
const PERMISSION_SERVICES: ReadonlySet<string> = new Set([
  'iam',
  'identity',
  'sts',
  'organizations',
  'ram',
  'identitycenter',
]);
const PERMISSION_WORDS =
  /polic(?:y|ies)$|acl$|permissions?$|grants?$|^roles?$|agenc(?:y|ies)$|authori[sz]ation/i;
/** Policies that hold no permissions: of scaling, backup, retention, alarms, certificates, load balancing. */
const OTHER_POLICIES_OF = [
  'scaling',
  'backup',
  'retention',
  'retype',
  'recycle_?',
  'alarm',
  'l7',
  'firewall',
  'replication',
  'lifecycle',
  'storage',
  'snapshot',
  'rotation',
  'slowlog',
  'auditlog',
  'cdn',
  'log',
  'as',
  'dr',
  'data',
];
const OTHER_POLICIES = new RegExp(`(?:${OTHER_POLICIES_OF.join('|')})polic(?:y|ies)$|^polic(?:y|ies)$`, 'i');

/**
 * The access level that an action's name suggests. A guess: use the catalog's own `access_level` where it has one, and say in
 * the finding that this one is inferred.
 */
export function inferAccessLevel(action: string): AccessLevel {
  const [service = '', type = '', operation = ''] = action.split(':');
  const verb = verbOf(operation === '' ? type : operation);
  if (LIST_VERBS.has(verb)) return 'list';
  if (READ_VERBS.has(verb)) return 'read';
  if (holdsPermissions(service.toLowerCase(), type, operation)) return 'permission_management';
  return /tags?$/i.test(type) || /(?:^|[a-z_])tags?$/i.test(operation) ? 'tagging' : 'write';
}

/** The first word of an operation, in lower case: `batchDelete…` → `batch`, `GetBucketAcl` → `get`, `submit_job` → `submit`. */
export function verbOf(operation: string): string {
  return (/^[A-Z]*[a-z]*/.exec(operation)?.[0] ?? '').replace(/^([A-Z]?[a-z]+).*$/, '$1').toLowerCase();
}

export function isReadOnly(level: AccessLevel): boolean {
  return level === 'list' || level === 'read';
}

function holdsPermissions(service: string, type: string, operation: string): boolean {
  if (PERMISSION_SERVICES.has(service)) return true;
  if (PERMISSION_WORDS.test(type) && !OTHER_POLICIES.test(type)) return true;
  const object = operation.replace(/^[a-z]+|^[A-Z][a-z]+/, '');
  return PERMISSION_WORDS.test(object) && !OTHER_POLICIES.test(object);
}

/**
 * Global condition keys: those of every service. Sources: [1] user guide 策略语法, table of global keys (1.1); [2] usermanual-iam5
 * iam_01_1287 “Global Condition Keys” and iam_01_1229 on tags (5.0); [3] ECS API reference 资源粒度授权. Keys of one service stand
 * in the catalog.
 */
export interface GlobalKey {
  readonly key: string;
  readonly type: 'string' | 'number' | 'boolean' | 'date' | 'ip';
  /** A request holds several values under it. */
  readonly multiValued: boolean;
  /** `g:ResourceTag/<tag key>`: a name follows. */
  readonly named: boolean;
  /** Documented for policies 1.1; all of them are for 5.0. */
  readonly classic: boolean;
}

export const GLOBAL_PREFIX = 'g';

export const GLOBAL_KEYS: readonly GlobalKey[] = [
  ...keys('date', ['=CurrentTime', 'TokenIssueTime']), // [1] [2]
  ...keys('boolean', [
    '=MFAPresent',
    'SecureTransport',
    'ViaService',
    'PrincipalIsRootUser',
    'PrincipalIsService',
  ]), // [1] [2]
  ...keys('number', ['=MFAAge']), // [1]
  ...keys('ip', ['SourceIp', 'VpcSourceIp']), // [2]
  ...keys('string', ['=DomainName', '=ProjectName', '=ServiceName', '=UserId', '=UserName']), // [1]
  ...keys('string', [
    'DomainId',
    'ProjectId',
    'PrincipalUrn',
    'PrincipalId',
    'PrincipalAccount',
    'PrincipalType',
    'PrincipalOrgId',
    'PrincipalOrgPath',
    'PrincipalOrgManagementAccountId',
    'PrincipalServiceName',
    'SourceIdentity',
  ]), // [2]
  ...keys('string', [
    'ResourceAccount',
    'ResourceOrgId',
    'ResourceOrgPath',
    'RequestedRegion',
    'EnterpriseProjectId',
  ]), // [2]
  ...keys('string', [
    'SourceAccount',
    'SourceUrn',
    'SourceVpc',
    'SourceVpce',
    'UserAgent',
    'Referer',
    'CalledViaFirst',
    'CalledViaLast',
  ]), // [2]
  ...keys('string', ['PrincipalTag/', '=ResourceTag/', 'RequestTag/']), // [2]; ResourceTag: [3]
  ...keys('string', ['TagKeys', 'CalledVia', 'PrincipalServiceNamesList'], true), // [2]
];

const BY_NAME = new Map(GLOBAL_KEYS.map((entry) => [entry.key.toLowerCase(), entry]));

/** A global key as a policy writes it (`g:ResourceTag/team`), whatever its case. */
export function globalKey(written: string): GlobalKey | undefined {
  const lower = written.toLowerCase();
  const slash = lower.indexOf('/');
  return BY_NAME.get(slash === -1 ? lower : lower.slice(0, slash + 1));
}

/** A key as the documentation writes it, where it is a global one: case does not count in keys. */
export function spelledKey(written: string): string {
  const known = globalKey(written)?.key;
  return known === undefined ? written : known + written.slice(known.length);
}

/** Whether a global key describes the resource, or what is asked of it, rather than who asks and from where. [2] */
export function isAboutResource(written: string): boolean {
  return ABOUT_RESOURCE.some((start) => written.toLowerCase().startsWith(`${GLOBAL_PREFIX}:${start}`));
}

const ABOUT_RESOURCE = ['resource', 'enterpriseprojectid', 'requesttag/', 'tagkeys'];

/** What stands before the first colon, in lower case: `g`, or the service; undefined where none stands. */
export function keyPrefix(written: string): string | undefined {
  const colon = written.indexOf(':');
  return colon === -1 ? undefined : written.slice(0, colon).toLowerCase();
}

/** `=` marks those of 1.1, `/` behind a name that a name follows. */
function keys(type: GlobalKey['type'], marked: readonly string[], multiValued = false): GlobalKey[] {
  return marked.map((mark) => ({
    key: `${GLOBAL_PREFIX}:${mark.replace('=', '')}`,
    type,
    multiValued,
    named: mark.endsWith('/'),
    classic: mark.startsWith('='),
  }));
}

/**
 * Where a service's permissions are granted: in the global project, in projects of regions, or in either. A custom policy must not
 * mix global and project-level services (创建云服务自定义策略.md; 创建自定义策略.md).
 */
export type ServiceScope = 'global' | 'project' | 'both';

const GUIDE = 'huaweicloudDocs/iam 用户指南/创建自定义策略.md, API参考/创建云服务自定义策略.md';
const SYSTEM = 'support.huaweicloud.com permissions iam_01_0001 (System-defined Permissions)';
const PROJECT = "the service's own 权限管理 page: 部署时通过物理区域划分，为项目级服务";

/** Services whose documents say that they are global, or both. By the prefix of their actions. */
const SCOPES: Readonly<Record<string, { readonly scope: ServiceScope; readonly source: string }>> = {
  obs: { scope: 'global', source: GUIDE },
  iam: { scope: 'global', source: 'huaweicloudDocs/iam API参考/授权项.md (IAM is global)' },
  identity: { scope: 'global', source: 'huaweicloudDocs/iam (IAM in roles of Version 1.0)' },
  cdn: { scope: 'global', source: SYSTEM },
  tms: { scope: 'global', source: 'opentelekomcloud-docs/tag-management-service (Global services)' },
  apm: { scope: 'global', source: 'huaweicloudDocs/apm 产品介绍/权限管理.md' },
  ga: { scope: 'global', source: 'support.huaweicloud.com productdesc-ga ga_01_0100' },
  organizations: { scope: 'global', source: 'support.huaweicloud.com api-organizations (endpoint All)' },
  scm: { scope: 'both', source: 'huaweicloudDocs/iam 用户指南 (服务部署在所有区域，在所有区域中都可以授权)' },
};

/** Services with region endpoints and `{project_id}` in their paths. */
const PROJECT_SERVICES: ReadonlySet<string> = new Set([
  'aom',
  'apig',
  'as',
  'bms',
  'cbr',
  'cce',
  'cci',
  'ces',
  'csbs',
  'css',
  'dcaas',
  'dcs',
  'dds',
  'deh',
  'dis',
  'dli',
  'dms',
  'dns',
  'drs',
  'dss',
  'dws',
  'ecs',
  'eip',
  'elb',
  'er',
  'evs',
  'functiongraph',
  'gaussdb',
  'gaussdbfornosql',
  'ges',
  'hss',
  'ims',
  'kms',
  'kps',
  'lts',
  'modelarts',
  'mrs',
  'nat',
  'rds',
  'rf',
  'sdrs',
  'sfs',
  'sfsturbo',
  'smn',
  'swr',
  'vbs',
  'vpc',
  'vpcep',
  'vpn',
  'waf',
]);

/** Undefined where nothing is known: then nothing is claimed. `service` is the prefix of an action, whatever its case. */
export function scopeOf(
  service: string,
): { readonly scope: ServiceScope; readonly source: string } | undefined {
  const name = service.toLowerCase();
  if (Object.hasOwn(SCOPES, name)) return SCOPES[name];
  return PROJECT_SERVICES.has(name) ? { scope: 'project', source: PROJECT } : undefined;
}

/** OBS policies stand alone, one for the global project (type AX) and one for the others (XA), otherwise identical (创建云服务自定义策略.md). */
export const ALONE_SERVICE = 'obs';

const GRANULARITY = 'huaweicloudDocs/iam 用户指南/支持IAM资源粒度授权的云服务.md';

/**
 * Services of the 1.1 language whose actions can be narrowed to resources, and to which types. A policy with a Resource for any other
 * service cannot be created (自定义策略使用样例.md).
 */
export const RESOURCE_SERVICES: Readonly<
  Record<string, { readonly types: readonly string[]; readonly source: string }>
> = {
  obs: { types: ['bucket', 'object'], source: GRANULARITY },
  ief: {
    types: ['product', 'node', 'group', 'deployment', 'batchjob', 'application', 'appVersion', 'IEFInstance'],
    source: GRANULARITY,
  },
  dli: {
    types: [
      'queue',
      'database',
      'table',
      'column',
      'datasourceauth',
      'jobs',
      'elasticresourcepool',
      'resource',
    ],
    source: `${GRANULARITY}; opentelekomcloud-docs/data-lake-insight`,
  },
  ges: { types: ['graphName', 'backupName'], source: GRANULARITY },
  functiongraph: { types: ['function', 'trigger'], source: GRANULARITY },
  dms: { types: ['rabbitmq', 'kafka'], source: GRANULARITY },
  iotda: { types: ['app'], source: GRANULARITY },
  kms: { types: ['KeyId'], source: GRANULARITY },
  octopus: { types: ['dataset', 'replay'], source: GRANULARITY },
  dws: { types: ['cluster'], source: GRANULARITY },
  ecs: { types: ['instance'], source: 'huaweicloudDocs/ecs API参考/API资源粒度授权.md' },
};

/** Names that people write for a service, and the prefix that its actions have. Lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  identity: 'iam', // roles of Version 1.0
  fgs: 'functiongraph',
  dc: 'dcaas',
  'direct-connect': 'dcaas',
  dew: 'kms',
  ccm: 'scm',
  'sfs-turbo': 'sfsturbo',
  sfs_turbo: 'sfsturbo',
  rfs: 'rf',
  aos: 'rf',
  apigw: 'apig',
  apigateway: 'apig',
  'gaussdb-dws': 'dws',
  kafka: 'dms',
  rabbitmq: 'dms',
  nova: 'ecs',
  neutron: 'vpc',
  cinder: 'evs',
  glance: 'ims',
  keystone: 'iam',
  s3: 'obs',
  vss: 'webscan',
};

/** The prefix that is probably meant; undefined where the name is not known as another one. */
export function serviceMeantBy(name: string): string | undefined {
  const folded = name.toLowerCase();
  return Object.hasOwn(OTHER_NAMES, folded) ? OTHER_NAMES[folded] : undefined;
}

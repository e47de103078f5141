import { describe, expect, it } from 'vitest';
import { cloudHost } from '../../../src/calls/hosts.js';
import { obsOperationAt } from '../../../src/calls/obs/obs-request.js';
import { parseTarget } from '../../../src/calls/resolve/match.js';
import { resolveCall } from '../../../src/calls/resolve/resolve.js';
import { operationsToldBy } from '../../../src/calls/sdk/tell.js';
import { callOf, catalogOf } from '../catalog.js';

const SERVER_ACTION = 'POST /v2.1/{project_id}/servers/{server_id}/action';

const catalog = catalogOf([
  { id: 'ces/get-versions', endpoints: ['GET /'], actions: ['ces:versions:get'] },
  { id: 'obs/list-buckets', actions: ['obs:bucket:ListAllMyBuckets'] },
  { id: 'obs/list-objects', actions: ['obs:bucket:ListBucket'] },
  { id: 'obs/put-policy', actions: ['obs:bucket:PutBucketPolicy'] },
  { id: 'obs/put-object', actions: ['obs:object:PutObject'] },
  { id: 'dcs/list-instances', endpoints: ['GET /v2/{project_id}/instances'], actions: ['dcs:instance:list'] },
  {
    id: 'ecs/add-security-group',
    endpoints: [SERVER_ACTION],
    actions: ['ecs:securityGroups:use'],
    dependent_actions: ['vpc:ports:update'],
  },
  { id: 'ecs/remove-security-group', endpoints: [SERVER_ACTION], actions: ['ecs:securityGroups:use'] },
  { id: 'ecs/lock-server', endpoints: [SERVER_ACTION], actions: ['ecs:servers:lock'] },
]);

function resolve(api: string, service?: string): string {
  const resolution = resolveCall(callOf({ api, service }), catalog);
  if (resolution.status === 'resolved') return resolution.operation.id;
  return resolution.status === 'unknown' ? resolution.reason : resolution.status;
}

describe('the service of a call', () => {
  it('keeps an endpoint of another service from being its answer', () => {
    expect(resolve('GET /v2/{project_id}/instances', 'rds')).toBe(
      'the catalog of huaweicloud knows this endpoint of another service only, not of "rds"',
    );
    expect(resolve('GET /v2/{project_id}/instances', 'dcs')).toBe('dcs/list-instances');
    expect(resolve('GET https://rds.eu-de.otc.t-systems.com/v2/p1/instances')).toContain('not of "rds"');
    expect(resolve('kafka/v2 ListInstances')).toContain('of another service only');
  });

  it('says that the root of a bucket is OBS’s', () => {
    expect(resolve('GET /')).toBe('ces/get-versions');
    expect(resolve('GET /', 'obs')).toBe('obs/list-buckets');
    expect(resolve('GET /{bucket}', 'obs')).toBe('obs/list-objects');
    expect(resolve('PUT /{bucket}?policy', 'obs')).toBe('obs/put-policy');
    expect(resolve('PUT https://pantry.obs.eu-de.otc.t-systems.com/jam')).toBe('obs/put-object');
    expect(resolve('PUT /{bucket}?nosuch', 'obs')).toBe('OBS has no request PUT /{bucket}?nosuch');
  });
});

describe('the name of an SDK operation on an endpoint of many', () => {
  it.each([
    ['ecs/v2 NovaAssociateSecurityGroup', 'ecs/add-security-group'],
    ['ecs/v2 NovaDisassociateSecurityGroup', 'ecs/remove-security-group'],
  ])('decides: %s', (name, id) => {
    expect(resolve(name)).toBe(id);
  });

  it('decides nothing where it means none of them', () => {
    const candidates = ['ecs/add-security-group', 'ecs/lock-server'].flatMap(
      (id) => catalog.operation(id) ?? [],
    );
    expect(operationsToldBy('Resize', candidates)).toHaveLength(2);
  });
});

describe('a host', () => {
  it.each([
    ['ecs.eu-de.otc.t-systems.com', 'opentelekomcloud', 'ecs', false],
    ['rds.eu-ch2.sc.otc.t-systems.com', 'opentelekomcloud', 'rds', false],
    ['swr-api.cn-north-4.myhuaweicloud.com', 'huaweicloud', 'swr', false],
    ['obs.eu-west-101.myhuaweicloud.eu', 'huaweicloud', 'obs', false],
    ['pantry.obs.eu-de.otc.t-systems.com', 'opentelekomcloud', 'obs', true],
    ['{}.eu-de.otc.t-systems.com', 'opentelekomcloud', undefined, false],
  ])('says which cloud and service it is: %s', (host, cloud, service, isBucket) => {
    expect(cloudHost(host)).toEqual({ cloud, service, isBucket });
  });

  it.each([
    'example.org',
    'docs.otc.t-systems.com',
    'console.myhuaweicloud.com',
    'myhuaweicloud.com.example.org',
  ])('of somebody else, or of pages, is none: %s', (host) => {
    expect(cloudHost(host)).toBeUndefined();
  });
});

describe('a request to OBS', () => {
  it.each([
    ['PUT /{bucket}/{object}', 'PutObject'],
    ['DELETE /{bucket}?policy', 'DeleteBucketPolicy'],
    ['GET /{bucket}?prefix=a&marker=b', 'ListObjects'],
    ['HEAD /{bucket}', 'GetBucketMetadata'],
  ])('is told by its form: %s', (api, name) => {
    const target = parseTarget(api);
    expect(target === undefined ? undefined : obsOperationAt(target)).toBe(name);
  });
});

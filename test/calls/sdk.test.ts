import { describe, expect, it } from 'vitest';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { parseSdkName } from '../../src/calls/sdk/names.js';
import { terraformType, terraformTypes } from '../../src/calls/terraform/terraform-facts.js';
import { callOf, catalogOf } from './catalog.js';

const ACTION = 'POST /v1/{project_id}/cloudservers/action';

const catalog = catalogOf([
  {
    id: 'ecs/querying-details-about-ecss',
    title: { en: 'Querying Details About ECSs' },
    endpoints: ['GET /v1/{tenant_id}/cloudservers/detail'],
    actions: ['ecs:cloudServers:list'],
  },
  {
    id: 'ecs/batch-stop-servers',
    title: { en: 'Stopping ECSs in a Batch' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:stop'],
  },
  {
    id: 'ecs/batch-reboot-servers',
    title: { en: 'Restarting ECSs in a Batch' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:reboot'],
  },
  {
    id: 'ecs/batch-start-servers',
    title: { en: 'Starting ECSs in a Batch' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:start'],
  },
  {
    id: 'css/create-cluster',
    endpoints: ['POST /v1.0/{project_id}/clusters'],
    actions: ['css:cluster:create'],
  },
  {
    id: 'dws/create-cluster',
    endpoints: ['POST /v1.0/{project_id}/clusters'],
    actions: ['dws:openAPICluster:create'],
  },
  { id: 'rds/list-instances', endpoints: ['GET /v3/{project_id}/instances'], actions: ['rds:instance:list'] },
  { id: 'obs/get-object', actions: ['obs:object:GetObject'] },
  {
    id: 'kms/delete-tag',
    endpoints: ['POST /v1.0/{project_id}/kms/{key_id}/tags/{key}'],
    actions: ['kms:cmkTag:delete'],
  },
  {
    id: 'vpc/create-public-ip',
    endpoints: ['POST /v1/{project_id}/publicips'],
    actions: ['vpc:publicIps:create'],
  },
  { id: 'vpc/list-vpcs-v1', endpoints: ['GET /v1/{project_id}/vpcs'], actions: ['vpc:vpcs:list'] },
  { id: 'vpc/list-vpcs-v3', endpoints: ['GET /v3/{project_id}/vpc/vpcs'], actions: ['vpc:vpcs:listV3'] },
]);

function resolve(api: string, operation?: string) {
  return resolveCall(callOf({ api, operation }), catalog);
}

describe('the name of an SDK operation', () => {
  it.each([
    'ecs:ListServersDetails',
    'EcsClient.listServersDetails',
    'ecs/v2 list_servers_details',
    'ecs.v2.ListServersDetails',
    'ecsAsyncClient.listServersDetailsAsync',
  ])('is read as %s', (name) => {
    expect(resolve(name)).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      operation: { id: 'ecs/querying-details-about-ecss' },
      note: 'ecs/v2 ListServersDetails calls GET /v1/{project_id}/cloudservers/detail',
    });
  });

  it('tells operations of one endpoint apart, and says that this is only likely', () => {
    expect(resolve('ecs:BatchStopServers')).toMatchObject({
      status: 'resolved',
      confidence: 'likely',
      operation: { id: 'ecs/batch-stop-servers' },
    });
    expect(resolve('ecs:BatchRebootServers')).toMatchObject({
      status: 'resolved',
      operation: { id: 'ecs/batch-reboot-servers' },
    });
  });

  it('gives way to the operation that the manifest names beside it', () => {
    expect(resolve('ecs:BatchStopServers', 'ecs/batch-start-servers')).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      operation: { id: 'ecs/batch-start-servers' },
    });
    expect(resolve('ecs:BatchStopServers', 'ecs/other')).toMatchObject({ status: 'unknown' });
  });

  it('keeps versions apart, and without one is ambiguous where they need different actions', () => {
    expect(resolve('vpc/v2 ListVpcs')).toMatchObject({
      status: 'resolved',
      operation: { id: 'vpc/list-vpcs-v1' },
    });
    expect(resolve('vpc/v3 ListVpcs')).toMatchObject({
      status: 'resolved',
      operation: { id: 'vpc/list-vpcs-v3' },
    });
    expect(resolve('vpc:ListVpcs')).toMatchObject({
      status: 'ambiguous',
      candidates: [{ id: 'vpc/list-vpcs-v1' }, { id: 'vpc/list-vpcs-v3' }],
    });
  });

  it('means its own service where others have the same path, and is never guessed where only others document it', () => {
    expect(resolve('css:CreateCluster')).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      operation: { id: 'css/create-cluster' },
    });
    expect(resolve('ddm:ListDdms')).toMatchObject({
      status: 'unknown',
      near: ['rds/list-instances'],
      reason: expect.stringContaining('of another service only') as unknown,
    });
    expect(resolve('ddm:ListDdms', 'rds/list-instances')).toMatchObject({
      status: 'resolved',
      operation: { id: 'rds/list-instances' },
    });
  });

  it('means the operation that the documentation gives another endpoint or none, and says so', () => {
    expect(resolve('kms:DeleteTag')).toMatchObject({
      status: 'resolved',
      confidence: 'likely',
      operation: { id: 'kms/delete-tag' },
      note: expect.stringMatching(/ calls DELETE .*, where the documentation gives POST /) as unknown,
    });
    // The documentation gives operations of OBS no endpoint: what they need says which is meant.
    expect(resolve('obs:GetObject')).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      operation: { id: 'obs/get-object' },
      note: 'GetObject of OBS needs obs:object:GetObject',
    });
    expect(resolve('obs:GetObject', 'obs/put-object')).toMatchObject({
      status: 'unknown',
      near: ['obs/get-object'],
    });
  });

  it('means an operation of the service that describes it', () => {
    expect(resolve('EipClient.createPublicip')).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      operation: { id: 'vpc/create-public-ip' },
    });
  });

  it('is unknown with near names of its own service where it is misspelt', () => {
    expect(resolve('ecs:ListServerDetail')).toMatchObject({
      status: 'unknown',
      reason: 'the SDK of "ecs" has no operation "ListServerDetail"',
      near: expect.arrayContaining(['ecs/v2 ListServersDetails']) as unknown,
    });
  });

  it('is unknown with its endpoint where the catalog does not document that', () => {
    expect(resolve('ecs:ShowServer')).toMatchObject({
      status: 'unknown',
      reason: expect.stringMatching(
        /^ecs\/v2 ShowServer calls GET \/v1\/.*, which the catalog of \S+ does not know$/,
      ) as unknown,
    });
  });

  it.each([
    'ecs/batch-stop-servers',
    'ecs:cloudServers:stop',
    'GET /v1/things',
    'Stopping ECSs in a Batch',
    '__proto__',
    '',
  ])('is not what %j is', (text) => {
    expect(parseSdkName(text)).toBeUndefined();
  });
});

describe('the shipped facts', () => {
  it('know services and read one at a time', () => {
    expect(sdkFacts().services()).toContain('ecs');
    expect(sdkFacts().operations('ecs')).toContainEqual({
      service: 'ecs',
      version: 'v2',
      name: 'ListServersDetails',
      endpoint: 'GET /v1/{project_id}/cloudservers/detail',
    });
    expect(sdkFacts().operations('../ecs')).toEqual([]);
    expect(sdkFacts().operations('constructor')).toEqual([]);
  });

  it('know what the provider may call for a Terraform type, resources and data sources apart', () => {
    expect(terraformType('resource', 'huaweicloud_compute_instance')?.requests).toContainEqual({
      service: 'ecs',
      endpoint: 'POST /v1.1/{project_id}/cloudservers',
    });
    expect(terraformType('data', 'huaweicloud_compute_instance')?.requests).not.toContainEqual({
      service: 'ecs',
      endpoint: 'POST /v1.1/{project_id}/cloudservers',
    });
    expect(terraformTypes('huaweicloud_compute_instance').map(({ kind }) => kind)).toEqual([
      'resource',
      'data',
    ]);
    expect(terraformTypes('huaweicloud_compute_inst')).toEqual([]);
    expect(terraformTypes('constructor')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SdkFacts } from '../../../src/calls/sdk/sdk-facts.js';
import { readTrace } from '../../../src/calls/observed/trace.js';
import { operationOf } from '../../../src/calls/observed/trace-operation.js';
import { catalogOf } from '../catalog.js';

const catalog = catalogOf([
  {
    id: 'ecs/create-servers-v1',
    endpoints: ['POST /v1/{project_id}/cloudservers'],
    actions: ['ecs:cloudServers:create'],
  },
  {
    id: 'ecs/create-servers-v1-1',
    endpoints: ['POST /v1.1/{project_id}/cloudservers'],
    actions: ['ecs:cloudServers:createServers'],
  },
  {
    id: 'ecs/create-server-v2-1',
    endpoints: ['POST /v2.1/{project_id}/servers'],
    actions: ['ecs:servers:create'],
  },
  {
    id: 'ecs/attach-server-volume',
    endpoints: ['POST /v1/{project_id}/cloudservers/{server_id}/attachvolume'],
    actions: ['ecs:cloudServers:attach'],
  },
  {
    id: 'ecs/batch-stop-servers',
    endpoints: ['POST /v1/{project_id}/cloudservers/action'],
    actions: ['ecs:cloudServers:stop'],
  },
  {
    id: 'ecs/batch-start-servers',
    endpoints: ['POST /v1/{project_id}/cloudservers/action'],
    actions: ['ecs:cloudServers:start'],
  },
  {
    id: 'vpc/update-vpc',
    title: { en: 'Updating a VPC' },
    endpoints: ['PUT /v1/{project_id}/vpcs/{vpc_id}'],
    actions: ['vpc:vpcs:update'],
  },
  {
    id: 'vpc/assign-address',
    title: { en: 'Assigning an address' },
    endpoints: ['POST /v1/{project_id}/publicips'],
    actions: ['vpc:publicIps:create'],
  },
  {
    id: 'eip/release',
    title: { en: 'Releasing an address' },
    endpoints: ['DELETE /v1/{project_id}/publicips/{id}'],
    actions: ['eip:publicips:delete'],
  },
]);
const OPERATIONS = [
  {
    service: 'eip',
    version: 'v2',
    name: 'DeletePublicip',
    endpoint: 'DELETE /v1/{project_id}/publicips/{publicip_id}',
  },
  { service: 'eip', version: 'v2', name: 'CreatePublicip', endpoint: 'POST /v1/{project_id}/publicips' },
  { service: 'ecs', version: 'v2', name: 'ShowSecret', endpoint: 'GET /v1/{project_id}/secret' },
];
const sdk: SdkFacts = {
  services: () => ['eip', 'ecs'],
  operations: (service) => OPERATIONS.filter((operation) => operation.service === service),
};

function place(record: Readonly<Record<string, unknown>>, declared: readonly string[] = []): string {
  const trace = readTrace({ trace_type: 'ApiCall', ...record });
  if (trace === undefined) return 'no trace';
  const placed = operationOf(trace, { catalog, sdk, declared: new Set(declared) });
  return 'operation' in placed ? `${placed.operation.id} ${placed.confidence}` : placed.reason;
}

describe('the operation of a trace', () => {
  it.each([
    [
      'has its name in other letters',
      { service_type: 'ECS', trace_name: 'batchStopServers' },
      'ecs/batch-stop-servers likely',
    ],
    ['has the words of its title', { service_type: 'VPC', trace_name: 'updateVPC' }, 'vpc/update-vpc likely'],
    [
      'has words that mean the same',
      { service_type: 'VPC', trace_name: 'modifyVpc' },
      'vpc/update-vpc doubtful',
    ],
    [
      'leaves out what goes without saying',
      { service_type: 'ECS', trace_name: 'attachVolume' },
      'ecs/attach-server-volume doubtful',
    ],
    [
      'is one of the SDK, of a service that is recorded with another one',
      { service_type: 'VPC', trace_name: 'deleteEip' },
      'eip/release doubtful',
    ],
    [
      'is one of the SDK that the documentation describes under another service',
      { service_type: 'VPC', trace_name: 'createEip' },
      'vpc/assign-address doubtful',
    ],
    [
      'is of the version of the API',
      { service_type: 'ECS', trace_name: 'createServer', api_version: 'v2.1' },
      'ecs/create-server-v2-1 likely',
    ],
    [
      'is that of its request',
      { service_type: 'ECS', trace_name: 'x', request: '{"method":"PUT","url":"/v1/0a1/vpcs/42"}' },
      'vpc/update-vpc certain',
    ],
    [
      'is told by its name where requests share the endpoint',
      {
        service_type: 'ECS',
        trace_name: 'batchStartServers',
        request: { method: 'POST', path: '/v1/0a1/cloudservers/action' },
      },
      'ecs/batch-start-servers likely',
    ],
    [
      'is named besides by its id, which is none of another service',
      { service_type: 'ECS', trace_name: 'somethingElse', operation_id: 'AttachServerVolume' },
      'ecs/attach-server-volume likely',
    ],
  ])('%s', (_how, record, expected) => {
    expect(place(record)).toBe(expected);
  });

  it.each([
    [
      'several fit',
      { service_type: 'ECS', trace_name: 'createServer' },
      /^it may be ecs\/create-servers-v1, ecs\/create-servers-v1-1 or ecs\/create-server-v2-1; declare/,
    ],
    [
      'only its endpoint is known',
      {
        service_type: 'ECS',
        trace_name: 'x',
        request: { method: 'POST', path: '/v1/0a1/cloudservers/action' },
      },
      /^it may be ecs\/batch-start-servers or ecs\/batch-stop-servers/,
    ],
    [
      'the documentation lacks what the SDK calls',
      { service_type: 'ECS', trace_name: 'showSecret' },
      /^it calls GET \/v1\/\{project_id\}\/secret, which the catalog/,
    ],
    ['the service is unknown', { service_type: 'XYZ', trace_name: 'createVpc' }, /know the service "XYZ"/],
    [
      'nothing is called so',
      { service_type: 'VPC', trace_name: 'updateVpx' },
      /no operation of the service is called so; near: update-vpc/,
    ],
    [
      'its service has a name that objects know',
      { service_type: '__proto__', trace_name: 'constructor' },
      /know the service "__proto__"/,
    ],
    [
      'its name is one that objects know',
      { service_type: 'VPC', trace_name: 'constructor' },
      /no operation of the service is called so/,
    ],
    [
      'its name is of no words',
      { service_type: 'ECS', trace_name: '…' },
      /no operation of the service is called so/,
    ],
  ])('is not guessed where %s', (_why, record, expected) => {
    expect(place(record)).toMatch(expected);
  });

  it('is the one that is declared, where several fit', () => {
    expect(place({ service_type: 'ECS', trace_name: 'createServer' }, ['ecs/create-servers-v1-1'])).toBe(
      'ecs/create-servers-v1-1 likely',
    );
    expect(
      place({ service_type: 'ECS', trace_name: 'createServer' }, [
        'ecs/create-servers-v1-1',
        'ecs/create-server-v2-1',
      ]),
    ).toMatch(/^it may be/);
    expect(
      place(
        {
          service_type: 'ECS',
          trace_name: 'x',
          request: { method: 'POST', path: '/v1/0a1/cloudservers/action' },
        },
        ['ecs/batch-stop-servers'],
      ),
    ).toBe('ecs/batch-stop-servers likely');
  });
});

describe('a record of Cloud Trace Service', () => {
  it('says who called, when and with what result, in every form that records have', () => {
    expect(
      readTrace({
        service_type: 'ECS',
        trace_name: 'a',
        code: '403',
        user: '{"name":"n","id":"i","domain":{"name":"d"}}',
        record_time: 1790899200400,
      }),
    ).toMatchObject({ code: 403, users: ['n', 'i'], day: '2026-10-02' });
    expect(
      readTrace({
        cts: { service_type: 'ECS', trace_name: 'a', user: 'n', time: 'Dec 8, 2016 11:24:04 GMT+08:00' },
      }),
    ).toMatchObject({ code: undefined, users: ['n'], day: '2016-12-08' });
    expect(readTrace({ service_type: 'ECS', trace_name: 'a', user: '{"name":' })).toMatchObject({
      users: ['{"name":'],
      day: undefined,
    });
  });

  it.each([
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { trace_name: 'a' },
    { service_type: 1, trace_name: 'a' },
    { cts: null },
    JSON.parse('{"__proto__":{"service_type":"a","trace_name":"b"}}') as unknown,
  ])('is not %j', (record) => {
    expect(readTrace(record)).toBeUndefined();
  });
});

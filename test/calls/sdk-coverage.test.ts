import { describe, expect, it } from 'vitest';
import { withSdkCoverage } from '../../src/calls/sdk/sdk-coverage.js';
import type { SdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';

const BARE = { title: {}, dependent_actions: [], scenarios: [], scope: {}, sources: [] };

function operation(id: string, endpoint: string, facts: Partial<Operation> = {}): Operation {
  return { id, endpoints: [endpoint], actions: [], ...BARE, ...facts };
}

function service(name: string, ...operations: Operation[]): ServiceCatalog {
  const coverage = { pages: 1, transcribed: 0, partial: [] };
  return { schema: 1, cloud: 'testcloud', service: name, coverage, operations, actions: [] };
}

/** `{ nat: ['v2 ListGateways GET /v2/{project_id}/gateways'] }` */
function sdk(services: Readonly<Record<string, readonly string[]>>): SdkFacts {
  return {
    services: () => Object.keys(services),
    operations: (name) =>
      (services[name] ?? []).map((line) => {
        const [version = '', api = '', ...endpoint] = line.split(' ');
        return { service: name, version, name: api, endpoint: endpoint.join(' ') };
      }),
  };
}

function sdkOf(services: readonly ServiceCatalog[], facts: SdkFacts): Record<string, unknown> {
  return Object.fromEntries(
    withSdkCoverage(services, facts).map(({ service: name, coverage }) => [name, coverage?.sdk]),
  );
}

describe('how much of the SDK a service covers', () => {
  const GATEWAYS = [
    'v2 ListGateways GET /v2/{project_id}/gateways',
    'v2 CreateGateway POST /v2/{project_id}/gateways',
    'v2 ListTags GET /v2/{project_id}/tags',
    'v2 ListQuotas GET /v2/{project_id}/quotas',
  ];

  it('is of how many operations the needs are known, under any policies and under identity policies', () => {
    const identity = { actions: ['nat:g:list'], dependent_actions: [], scenarios: [], sources: [] };
    const nat = service(
      'nat',
      operation('nat/list-gateways', 'GET /v2/{tenant_id}/gateways', { identity }),
      operation('nat/create-gateway', 'POST /v2/{project_id}/gateways', { actions: ['nat:g:create'] }),
      operation('nat/list-tags', 'GET /v2/{project_id}/tags', { no_permission: true }),
    );
    expect(sdkOf([nat], sdk({ nat: GATEWAYS }))).toEqual({ nat: { operations: 4, actions: 3, identity: 1 } });
  });

  it('counts what two versions of an SDK have on one endpoint once', () => {
    const facts = sdk({
      nat: ['v1 List GET /v2/{project_id}/gateways', 'v2 List GET /v2/{project_id}/gateways'],
    });
    expect(sdkOf([service('nat')], facts)).toEqual({ nat: { operations: 1, actions: 0, identity: 0 } });
  });

  it('knows the operation that the SDK calls by another path', () => {
    const nat = service('nat', operation('nat/list-gateways', 'GET /gateways', { actions: ['nat:g:list'] }));
    const facts = sdk({ nat: ['v2 ListGateways GET /v2/{project_id}/gateways'] });
    expect(sdkOf([nat], facts)).toMatchObject({ nat: { actions: 1 } });
  });

  it('is told where the SDK service is at home, of all services that describe it', () => {
    const dms = service('dms', operation('dms/list', 'GET /v2/kafka', { actions: ['dms:i:list'] }));
    const facts = sdk({
      kafka: ['v2 List GET /v2/kafka'],
      rabbitmq: ['v2 List GET /v2/rabbitmq'],
      other: ['v1 X GET /x'],
    });
    expect(sdkOf([dms, service('vpc')], facts)).toEqual({
      dms: { operations: 2, actions: 1, identity: 0 },
      vpc: undefined,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { counterparts, withSdkDoubts } from '../../src/calls/sdk/counterparts.js';
import type { SdkFacts, SdkOperation } from '../../src/calls/sdk/sdk-facts.js';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';

function documented(id: string, ...endpoints: string[]): Operation {
  return {
    id,
    title: { en: id },
    endpoints,
    actions: ['nat:things:do'],
    dependent_actions: [],
    scenarios: [],
    scope: {},
    sources: [],
  };
}

function inSdk(name: string, endpoint: string): SdkOperation {
  return { service: 'nat', version: 'v2', name, endpoint };
}

/** `id → SDK name` of what is the same operation, called otherwise. */
function pairs(operations: readonly Operation[], sdk: readonly SdkOperation[]): string[] {
  return [...counterparts(operations, sdk)].map(([{ id }, { name }]) => `${id} → ${name}`);
}

describe('an operation that the SDK calls otherwise than the documentation', () => {
  it.each([
    [
      'by a path without the project',
      documented('nat/create-dnat-rule', 'POST /v2.0/dnat_rules'),
      inSdk('CreateNatGatewayDnatRule', 'POST /v2/{project_id}/dnat_rules'),
    ],
    [
      'by a path with a version',
      documented('nat/list-endpoints', 'GET /{project_id}/vpc-endpoints'),
      inSdk('ListVpcEndpoints', 'GET /v1/{project_id}/vpc-endpoints'),
    ],
    [
      'by one word that holds the other',
      documented('nat/query-server', 'POST /v1/{project_id}/servers/action'),
      inSdk('ListServersByTag', 'POST /v1/{project_id}/cloudservers/action'),
    ],
    [
      'by another method, with the same verb',
      documented('nat/delete-tag', 'POST /v1/{id}/tags/{key}'),
      inSdk('DeleteResourceTag', 'DELETE /v1/{id}/tags/{key}'),
    ],
    [
      'by a path of its own, under the same name',
      documented('nat/list-releases', 'GET /v2/releases'),
      inSdk('ListReleases', 'GET /cam/v3/clusters/{cluster_id}/releases'),
    ],
    [
      'by an endpoint, where the documentation gives none',
      documented('nat/get-object-v2'),
      inSdk('GetObject', 'GET /{object_key}'),
    ],
  ])('is told %s', (_how, operation, sdk) => {
    expect(pairs([operation], [sdk])).toEqual([`${operation.id} → ${sdk.name}`]);
  });

  it.each([
    [
      'another generation of the API',
      documented('nat/list-services', 'GET /v1/{project_id}/services'),
      inSdk('ListInferServices', 'GET /v2/{project_id}/services'),
    ],
    [
      'another method with another verb',
      documented('nat/delete-rule', 'DELETE /v2/rules/{id}'),
      inSdk('ShowRule', 'GET /v2/rules/{id}'),
    ],
    [
      'a verb that only begins alike',
      documented('nat/set-tag', 'POST /v2/rules/{id}'),
      inSdk('SettleTag', 'PUT /v2/rules/{id}'),
    ],
    [
      'another word',
      documented('nat/list-defaults', 'GET /v2/{project_id}/quotas/defaults'),
      inSdk('ListQuotaDetails', 'GET /v2/{project_id}/quotas/details'),
    ],
    [
      'a word in the place of a parameter',
      documented('nat/show-cc', 'GET /v2/policies/cc'),
      inSdk('ShowPolicy', 'GET /v2/policies/{id}'),
    ],
  ])('is none where it is %s', (_what, operation, sdk) => {
    expect(pairs([operation], [sdk])).toEqual([]);
  });

  it("is none where the endpoints agree, where the documentation has the SDK's elsewhere, or where several fit", () => {
    expect(
      pairs(
        [documented('nat/list-rules', 'GET /v2/rules')],
        [inSdk('ListRules', 'GET /v2/rules'), inSdk('ListRulesAgain', 'GET /v2.0/rules')],
      ),
    ).toEqual([]);
    expect(
      pairs(
        [
          documented('nat/list-volumes', 'GET /v2/volumes'),
          documented('nat/list-disks', 'GET /v2/disks/detail'),
        ],
        [inSdk('ListVolumes', 'GET /v2/disks/detail')],
      ),
    ).toEqual([]);
    expect(
      pairs(
        [documented('nat/list-rules', 'GET /v2.0/rules')],
        [inSdk('ListOld', 'GET /v2.1/rules'), inSdk('ListNew', 'GET /v2.2/rules')],
      ),
    ).toEqual([]);
  });
});

describe('a catalog', () => {
  const service: ServiceCatalog = {
    schema: 1,
    cloud: 'huaweicloud',
    service: 'nat',
    actions: [],
    operations: [
      documented('nat/delete-tag', 'POST /v1/{id}/tags/{key}'),
      documented('nat/list-rules', 'GET /v2/rules'),
      documented('nat/get-object'),
    ],
  };
  const facts: SdkFacts = {
    services: () => ['nat'],
    operations: () => [
      inSdk('DeleteTag', 'DELETE /v1/{id}/tags/{key}'),
      inSdk('ListRules', 'GET /v2/rules'),
      inSdk('GetObject', 'GET /{object_key}'),
    ],
  };

  it('doubts the endpoint that the SDK calls otherwise, and no other', () => {
    const [deleteTag, ...others] = withSdkDoubts([service], facts)[0]?.operations ?? [];
    expect(deleteTag?.doubts).toEqual([
      {
        kind: 'mismatch',
        confidence: 'likely',
        note: 'The SDK calls it by another method (nat/v2 DeleteTag).',
        was: 'DELETE /v1/{id}/tags/{key}',
      },
    ]);
    expect(others.map(({ doubts }) => doubts)).toEqual([undefined, undefined]);
  });
});

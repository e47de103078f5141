import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchEndpoint, parseTarget } from '../../../src/calls/resolve/match.js';
import { nearEndpoints } from '../../../src/calls/resolve/near-endpoints.js';
import { endpointKey, parseEndpoint } from '../../../src/catalog/model/endpoint.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { catalogOf } from '../catalog.js';

const catalog = withEndpoints([
  'GET /v2.1/{project_id}/servers/detail',
  'GET /v2.1/{project_id}/servers/{server_id}',
  'DELETE /v2.1/{project_id}/servers/{server_id}',
  'GET /v1/{project_id}/servers/{server_id}',
  'GET /v1/{project_id}/cloudservers/detail',
  'GET /v1/{project_id}/reports/{report_id}.json',
  'GET /v1/{project_id}/reports/{report_id}',
  'GET /v1/{project_id}/{resource_type}/tags',
  'GET /v1/{project_id}/vpcs/{vpc_id}',
  'GET /{bucket}/{object}',
]);

function withEndpoints(endpoints: readonly string[]): Catalog {
  return catalogOf(
    endpoints.map((endpoint, index) => ({ id: `ecs/op-${String(index)}`, endpoints: [endpoint] })),
  );
}

function matches(text: string, among = catalog): string[] {
  const target = parseTarget(text);
  if (target === undefined) throw new Error(`no endpoint: ${text}`);
  return matchEndpoint(target.endpoint, among).map(({ key }) => key);
}

function near(text: string): string[] {
  const endpoint = parseEndpoint(text);
  if (endpoint === undefined) throw new Error(`no endpoint: ${text}`);
  return nearEndpoints(endpoint, catalog);
}

describe('an endpoint', () => {
  it.each([
    ['parameter names carry no meaning', 'GET /v2.1/{tenant_id}/servers/{id}'],
    ['nor does a trailing slash', 'GET /v2.1/{project_id}/servers/{server_id}/'],
    ['nor a query', 'GET /v2.1/{project_id}/servers/{server_id}?limit=1'],
    ['nor the case of literals and method', 'get /V2.1/{project_id}/Servers/{server_id}'],
    ['nor a host', 'GET https://ecs.eu-de.otc.t-systems.com/v2.1/{project_id}/servers/{server_id}'],
    ['values stand for parameters', 'GET /v2.1/0123abc/servers/42'],
    ['a parameter may be written with a colon', 'GET /v2.1/:project_id/servers/:server_id'],
  ])('%s', (_name, text) => {
    expect(matches(text)).toEqual(['GET /v2.1/{}/servers/{}']);
  });

  it('is not another version or method of itself', () => {
    expect(matches('GET /v2/{project_id}/servers/{server_id}')).toEqual([]);
    expect(matches('PUT /v2.1/{project_id}/servers/{server_id}')).toEqual([]);
  });

  it('prefers what is literal in the catalog', () => {
    expect(matches('GET /v2.1/0123abc/servers/detail')).toEqual(['GET /v2.1/{}/servers/detail']);
    expect(matches('GET /v1/0123abc/reports/7.json')).toEqual(['GET /v1/{}/reports/{}.json']);
    expect(matches('GET /v1/0123abc/reports/.json')).toEqual(['GET /v1/{}/reports/{}']);
  });

  it('is several where none is more literal than the other', () => {
    expect(matches('GET /v1/0123abc/vpcs/tags').sort()).toEqual(['GET /v1/{}/vpcs/{}', 'GET /v1/{}/{}/tags']);
  });

  it('that is a template stands only for itself', () => {
    expect(matches('GET /v1/{project_id}/{a}/{b}')).toEqual([]);
  });

  it('of parameters alone is no evidence', () => {
    expect(matches('GET /some/thing')).toEqual([]);
    expect(matches('GET /{b}/{o}')).toEqual(['GET /{}/{}']);
  });

  it('keeps host and query apart from its path', () => {
    expect(parseTarget('POST https://ecs.eu-de.otc.t-systems.com:443/v1/a?type=x#y')).toEqual({
      endpoint: { method: 'POST', path: '/v1/a' },
      key: 'POST /v1/a',
      host: 'ecs.eu-de.otc.t-systems.com:443',
      query: 'type=x',
    });
    expect(parseTarget('GET https://obs.example.com')).toMatchObject({
      endpoint: { method: 'GET', path: '/' },
    });
    expect(parseTarget('ecs:ListServersDetails')).toBeUndefined();
    expect(parseTarget('PUT Bucket')).toBeUndefined();
  });
});

describe('an endpoint that the catalog does not know', () => {
  it.each([
    [
      'another method',
      'POST /v1/{project_id}/cloudservers/detail',
      'GET /v1/{project_id}/cloudservers/detail',
    ],
    [
      'another version',
      'DELETE /v2/{project_id}/servers/{server_id}',
      'DELETE /v2.1/{project_id}/servers/{server_id}',
    ],
    [
      'a misspelt segment',
      'GET /v1/{project_id}/cloudserver/detail',
      'GET /v1/{project_id}/cloudservers/detail',
    ],
    ['a segment too few', 'GET /v1/cloudservers/detail', 'GET /v1/{project_id}/cloudservers/detail'],
    [
      'a segment too many',
      'GET /v1/{project_id}/cloudservers/detail/all',
      'GET /v1/{project_id}/cloudservers/detail',
    ],
  ])('is near %s', (_name, text, expected) => {
    expect(near(text)[0]).toBe(expected);
  });

  it('is near nothing where nothing is', () => {
    expect(near('GET /v9/quite/another/thing/altogether')).toEqual([]);
  });
});

describe('the trie', () => {
  const segment = fc.constantFrom('a', 'b', '{}', '{}.x', 'a{}');
  const template = fc
    .tuple(fc.constantFrom('GET', 'PUT'), fc.array(segment, { minLength: 1, maxLength: 4 }))
    .map(([method, path]) => `${method} /${path.join('/')}`);
  const concrete = fc
    .tuple(
      fc.constantFrom('GET', 'PUT'),
      fc.array(fc.constantFrom('a', 'b', 'q.x', 'ab', '{}'), { minLength: 1, maxLength: 4 }),
    )
    .map(([method, path]) => `${method} /${path.join('/')}`);

  it('finds what trying every template finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(template, { maxLength: 12 }), concrete, (templates, text) => {
        const among = withEndpoints(templates);
        expect(matches(text, among).sort()).toEqual(bruteForce(text, [...among.endpointKeys()]).sort());
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Every template by regular expression, then those that no other one is more literal than. */
function bruteForce(text: string, keys: readonly string[]): string[] {
  const endpoint = parseEndpoint(text);
  const wanted = endpoint && endpointKey(endpoint);
  if (wanted === undefined || keys.includes(wanted)) return wanted === undefined ? [] : [wanted];
  const [method, ...own] = wanted.split('/');
  const fitting = keys.filter((key) => {
    const [otherMethod, ...segments] = key.split('/');
    const each = segments.map((one, index) => {
      const mine = own[index] ?? '';
      const isValue = own.includes('{}') ? /[^a-z]/.test(mine) : true;
      return (
        one === mine ||
        (isValue &&
          !mine.includes('{}') &&
          new RegExp(
            `^${one
              .split('{}')
              .map((part) => part.replaceAll('.', '\\.'))
              .join('.+')}$`,
          ).test(mine))
      );
    });
    return (
      method === otherMethod &&
      segments.length === own.length &&
      each.every(Boolean) &&
      segments.some((one, index) => one === own[index] && one !== '{}')
    );
  });
  const vague = (key: string): number[] =>
    key
      .split('/')
      .slice(1)
      .map((one, index) => {
        if (one === own[index]) return 0;
        return one === '{}' ? 2 : 1;
      });
  return fitting.filter(
    (key) =>
      !fitting.some(
        (other) =>
          other !== key &&
          vague(other).every((how, index) => how <= (vague(key)[index] ?? 0)) &&
          vague(other).join() !== vague(key).join(),
      ),
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInSpecification, isSpecification } from '../../src/calls/openapi/find-in-openapi.js';
import { formatProblem } from '../../src/problem.js';
import { text as lines } from '../text.js';

function calls(text: string): string[] {
  return findInSpecification('s.yaml', text).found.map(
    ({ api, operation, origin }) =>
      `${String(origin.line)}: ${api}${operation === undefined ? '' : ` (${operation})`}`,
  );
}

describe('a client specification', () => {
  it('gives each operation with the line of its method, below its server', () => {
    expect(
      calls(`openapi: 3.1.0
servers: [{ url: "https://{service}.eu-de.otc.t-systems.com/{version}/{project_id}/", variables: { service: { default: ecs }, version: { default: v1 } } }, { url: https://other.test }]
paths:
  /servers:
    summary: x
    parameters: []
    get: { operationId: listServers }
    post: {}
    x-get: {}
  /volumes/{id}:
    servers: [{ url: /v2 }]
    delete:
      operationId: deleteVolume
    put:
      servers: [{ url: //evs.test/v3 }]
`),
    ).toEqual([
      '7: GET https://ecs.eu-de.otc.t-systems.com/v1/{project_id}/servers (listServers)',
      '8: POST https://ecs.eu-de.otc.t-systems.com/v1/{project_id}/servers',
      '12: DELETE /v2/volumes/{id} (deleteVolume)',
      '14: PUT https://evs.test/v3/volumes/{id}',
    ]);
  });

  it('may be JSON, and of Swagger 2.0', () => {
    expect(
      calls(
        '{\n "swagger": "2.0", "host": "h.test", "basePath": "/v1/",\n "paths": { "/a": {\n "head": {} } } }',
      ),
    ).toEqual(['4: HEAD https://h.test/v1/a']);
    expect(calls('swagger: "2.0"\nbasePath: /v1\npaths: { /a: { get: {} } }')).toEqual(['3: GET /v1/a']);
  });

  it('follows references and aliases within the file, and lists what stands in another one', () => {
    const { found, unplaced } = findInSpecification(
      's.yaml',
      `openapi: 3.0.0
paths:
  /a: { $ref: "#/components/pathItems/it~1em" }
  /b: { $ref: "b.yaml" }
  /c: { $ref: "#/nowhere" }
  /d: &d { get: {} }
  /e: *d
components: { pathItems: { it/em: { get: {} } } }
`,
    );
    expect(found.map(({ api, origin }) => `${String(origin.line)}: ${api}`)).toEqual([
      '8: GET /a',
      '6: GET /d',
      '6: GET /e',
    ]);
    expect(unplaced.map(({ line, text }) => `${String(line)}: ${text}`)).toEqual(['4: /b', '5: /c']);
  });

  it.each([
    ['is no YAML', 'openapi: 3.0.0\npaths: [\n', 's.yaml:3: cannot be read'],
    ['has no paths that are a mapping', 'openapi: 3.0.0\npaths: 3\n', 's.yaml:2: "paths" is no mapping'],
    ['is nested too deeply', `openapi: 3.0.0\npaths: ${'['.repeat(20_000)}`, 'nested too deeply'],
    ['is too large', `openapi: 3.0.0\n#${'x'.repeat(20_000_001)}`, 's.yaml: too large'],
  ])('that %s is a problem', (_what, text, message) => {
    const { found, problems } = findInSpecification('s.yaml', text);
    expect(found).toEqual([]);
    expect(problems.map(formatProblem)).toEqual([expect.stringContaining(message)]);
  });

  it('lists paths that are none', () => {
    const { found, unplaced } = findInSpecification(
      's.yaml',
      lines`
        openapi: 3.0.0
        paths:
          a: { get: {} }
          /b c: { get: {} }
          /{b: { get: {} }
      `,
    );
    expect(found).toEqual([]);
    expect(unplaced.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it('of many references costs no more than its length', () => {
    const paths = Array.from({ length: 5_000 }, (_, index) => `  /a${String(index)}: *x\n`).join('');
    expect(
      findInSpecification('s.yaml', `openapi: 3.0.0\nx: &x { get: {} }\npaths:\n${paths}`).found,
    ).toHaveLength(5_000);
  });

  it('any text gives a result', () => {
    const unit = fc.constantFrom(
      'openapi: 3.0.0\n',
      'paths:\n',
      '  /a:\n',
      '    get:\n',
      '    $ref: "#/paths/~1a"\n',
      '    servers: [{ url: "{a}/{b" }]\n',
      '      operationId: x\n',
      '&a ',
      '*a ',
      '{',
      '}',
      '\n',
      ': ',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(findInSpecification('s.yaml', text).problems.length).toBeLessThan(2);
      }),
    );
  });
});

it.each([
  ['openapi: 3.0.0\n', true],
  ['\uFEFF# ours\nopenapi : 3.0.0\n', true],
  ['{ "info": {}, "openapi": "3.1.0" }', true],
  ['swagger: "2.0"', true],
  [
    lines`
      apis:
        - openapi: x
    `,
    false,
  ],
  ['{ "dependencies": { "openapi": 3 } }', false],
])('%j is recognised: %s', (head, is) => {
  expect(isSpecification(head)).toBe(is);
});

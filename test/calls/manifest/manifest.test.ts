import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseManifest } from '../../../src/calls/manifest/manifest.js';
import { manifestJsonSchema } from '../../../src/calls/manifest/manifest-schema.js';
import { formatProblem } from '../../../src/problem.js';
import { text as lines } from '../../text.js';

function complaints(text: string): string[] {
  return parseManifest(text, 'app.apis.yaml').problems.map(formatProblem);
}

describe('a manifest', () => {
  const text = `policies: [app.json, "infra/main.tf#huaweicloud_identity_role.ops"]
cloud: huaweicloud
apis:
  - GET /v2.1/{project_id}/servers/detail
  - api: POST /v1/{project_id}/cloudservers/action
    operation: 批量关闭云服务器
    from:
      - src/app.ts:12
      - { file: src/other.py, line: 3, confidence: likely }
  - operation: obs/list-objects
    possible: true
  - EcsClient.listServersDetails
`;
  const { manifest, problems } = parseManifest(text, 'deploy/app.apis.yaml');

  it('is read whole', () => {
    expect(problems).toEqual([]);
    expect(manifest.cloud).toBe('huaweicloud');
    expect(manifest.calls.map(({ api, operation, possible }) => ({ api, operation, possible }))).toEqual([
      { api: 'GET /v2.1/{project_id}/servers/detail', operation: undefined, possible: false },
      { api: 'POST /v1/{project_id}/cloudservers/action', operation: '批量关闭云服务器', possible: false },
      { api: undefined, operation: 'obs/list-objects', possible: true },
      { api: 'EcsClient.listServersDetails', operation: undefined, possible: false },
    ]);
    expect(manifest.calls[1]?.origins).toEqual([
      { file: 'src/app.ts', line: 12, confidence: 'certain' },
      { file: 'src/other.py', line: 3, confidence: 'likely' },
    ]);
  });

  it('says what a call is about, and what is known of its requests', () => {
    const asked = parseManifest(
      lines`
        apis:
          - operation: obs/get-object
            resource: obs:*:*:object:reports/*
            context: { g:SourceIp: 10.0.0.0/8, "obs:max-keys": 50, g:MFAPresent: true, g:TagKeys: [team, owner] }
          - operation: obs/list-objects
            resource:
              - obs:*:*:bucket:reports
              - { urn: "obs:*:*:bucket:inbox", confidence: likely }
      `,
      'm.yaml',
    );
    expect(asked.problems).toEqual([]);
    const [get, list] = asked.manifest.calls;
    expect(get?.resources).toMatchObject([{ urn: 'obs:*:*:object:reports/*', confidence: 'certain' }]);
    expect(get?.context?.map(({ key, values, span }) => [key, values, span.start.line])).toEqual([
      ['g:SourceIp', ['10.0.0.0/8'], 4],
      ['obs:max-keys', ['50'], 4],
      ['g:MFAPresent', ['true'], 4],
      ['g:TagKeys', ['team', 'owner'], 4],
    ]);
    expect(list?.resources).toMatchObject([
      { urn: 'obs:*:*:bucket:reports', confidence: 'certain' },
      { urn: 'obs:*:*:bucket:inbox', confidence: 'likely', span: { start: { line: 8 } } },
    ]);
  });

  it.each([
    ['resorce: obs:*:*:bucket:a', 'resorce', 'did you mean "resource"?'],
    ['contxt: { g:UserName: ann }', 'contxt', 'did you mean "context"?'],
    ['resource: my-bucket', 'my-bucket', '"my-bucket" is no resource'],
    ['resource: []', '[]', 'no resource is named'],
    ['resource: { confidence: likely }', '{ confidence', 'give it "urn"'],
    ['resource: { urn: "a:b:c:d:e", sure: yes }', 'sure', 'unknown key "sure"'],
    ['context: [g:UserName]', '[g:', 'expected "context" with condition keys'],
    ['context: { UserName: ann }', 'UserName', 'is no condition key'],
    ['context: { g:UserName: [] }', '[]', 'has no value'],
    ['context: { g:UserName: { a: b } }', '{ a', 'expected text, found a mapping'],
    ['context: { g:UserName: ann, g:username: bob }', 'g:username', 'case does not count'],
  ])('says what is wrong with %s, and where', (member, at, complaint) => {
    const text = `apis: [{ ${member}, api: GET /v1/a }]`;
    const column = text.indexOf(at, 9) + 1;
    expect(complaints(text).join('\n')).toContain(`app.apis.yaml:1:${column}`);
    expect(complaints(text).join('\n')).toContain(complaint);
  });

  it('says what traces and logs show', () => {
    const seen = parseManifest(
      lines`
        observed: [{ by: traces, from: 2026-08-01, to: 2026-10-31, unplaced: 3 }]
        apis:
          - api: GET /v1/a
            seen: { count: 12, last: 2026-10-30 }
            from: [{ file: t.json, line: 3, observed: true }]
      `,
      'm.yaml',
    );
    expect(seen.problems).toEqual([]);
    expect(seen.manifest.observed).toEqual([
      { by: 'traces', from: '2026-08-01', to: '2026-10-31', unplaced: 3 },
    ]);
    expect(seen.manifest.calls).toMatchObject([
      { seen: { count: 12, last: '2026-10-30' }, origins: [{ file: 't.json', line: 3, observed: true }] },
    ]);
    expect(manifest.observed).toEqual([]);
  });

  it('finds its policies beside itself, with their addresses', () => {
    expect(manifest.policies.map(({ text: written, path, address }) => ({ written, path, address }))).toEqual(
      [
        { written: 'app.json', path: 'deploy/app.json', address: undefined },
        {
          written: 'infra/main.tf#huaweicloud_identity_role.ops',
          path: 'deploy/infra/main.tf',
          address: 'huaweicloud_identity_role.ops',
        },
      ],
    );
  });

  it('knows where each call stands', () => {
    const spans = manifest.calls.map(({ span }) => text.slice(span.start.offset, span.end.offset));
    expect(spans).toEqual([
      'GET /v2.1/{project_id}/servers/detail',
      'POST /v1/{project_id}/cloudservers/action',
      'obs/list-objects',
      'EcsClient.listServersDetails',
    ]);
    expect(manifest.calls[2]?.span.start).toMatchObject({ line: 10, column: 16 });
  });

  it('says in which cases an operation is called: one, or several', () => {
    const { manifest: read, problems: said } = parseManifest(
      lines`
        apis:
          - { api: POST /v1/vases, when: Using an Existing Shelf }
          - { api: POST /v1/shelves, when: [A, B] }
          - { api: GET /v1/vases, when: [1] }
      `,
      'app.apis.yaml',
    );
    expect(read.calls.map(({ when }) => when)).toEqual([['Using an Existing Shelf'], ['A', 'B'], undefined]);
    expect(said.map(formatProblem)).toEqual([expect.stringContaining('app.apis.yaml:4:') as string]);
  });

  it('says of all its calls that they are only possible', () => {
    const reading = parseManifest(
      lines`
        possible: true
        apis:
          - GET /v1/a
          - { api: GET /v1/b, possible: false }
      `,
      'm.yaml',
    );
    expect(reading.manifest.calls.map(({ possible }) => possible)).toEqual([true, false]);
  });

  it('is the same with a byte order mark and CRLF', () => {
    const other = parseManifest(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'deploy/app.apis.yaml');
    expect(other.problems).toEqual([]);
    const withoutOffsets = JSON.stringify(manifest, (key, value: unknown) =>
      key === 'offset' ? undefined : value,
    );
    expect(
      JSON.stringify(other.manifest, (key, value: unknown) => (key === 'offset' ? undefined : value)),
    ).toBe(withoutOffsets);
  });

  it('may be JSON', () => {
    expect(complaints('{"apis": ["GET /v1/{project_id}/things"]}')).toEqual([]);
  });
});

describe('a complaint about a manifest', () => {
  it.each([
    [
      'a misspelt key',
      lines`
        polices: [a.json]
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:1: unknown key "polices" in a manifest; did you mean "policies"?',
    ],
    [
      'a key of another format',
      lines`
        apis: [GET /v1/a]
        __proto__: { x: 1 }
      `,
      'app.apis.yaml:2:1: unknown key "__proto__" in a manifest; it takes "policies", "boundaries", "cloud", "possible", "observed", "unread" and "apis"',
    ],
    [
      'a misspelt key of a call',
      lines`
        apis:
          - apis: GET /v1/a
            operation: x
      `,
      'app.apis.yaml:2:5: unknown key "apis" in an entry of "apis"; did you mean "api"?',
    ],
    [
      'no calls',
      'policies: [a.json]\n',
      'app.apis.yaml:1:1: no calls are declared; list the APIs that the application calls under "apis"',
    ],
    [
      'an empty list of calls',
      'apis: []\n',
      'app.apis.yaml:1:7: no calls are declared; list the APIs that the application calls under "apis"',
    ],
    [
      'an empty file',
      '',
      'app.apis.yaml:1:1: the manifest is empty; list the APIs that the application calls under "apis"',
    ],
    [
      'policies that are no list',
      lines`
        policies: app.json
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:11: expected a list, found text; write policies: [app.json]',
    ],
    [
      'a call that is a number',
      lines`
        apis:
          - 42
      `,
      'app.apis.yaml:2:5: expected text, found the number 42; write something like "GET /v1/{project_id}/cloudservers/detail"',
    ],
    [
      'a call without a name',
      lines`
        apis:
          - possible: true
      `,
      'app.apis.yaml:2:5: the entry names no call; give it "api", "operation" or both',
    ],
    [
      'possible that is text',
      lines`
        apis:
          - { api: GET /v1/a, possible: "yes" }
      `,
      'app.apis.yaml:2:33: expected true or false, found text',
    ],
    [
      'a path without a method',
      lines`
        apis:
          - /v1/{project_id}/things
      `,
      'app.apis.yaml:2:5: no method before the path; write "GET /v1/{project_id}/things"',
    ],
    [
      'an unknown method',
      lines`
        apis:
          - FETCH /v1/things
      `,
      'app.apis.yaml:2:5: "FETCH" is no HTTP method; write one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE or CONNECT',
    ],
    [
      'a path without a slash',
      lines`
        apis:
          - GET v1/things
      `,
      'app.apis.yaml:2:5: the path must begin with "/"; write "GET /v1/things"',
    ],
    [
      'unbalanced braces',
      lines`
        apis:
          - GET /v1/{project_id/things
      `,
      'app.apis.yaml:2:5: the braces of the path are unbalanced; write each parameter as "{name}"',
    ],
    [
      'words behind a path',
      lines`
        apis:
          - POST /v1/action os-start
      `,
      'app.apis.yaml:2:5: a path holds no spaces; take out what follows the path (use "operation:" to tell operations apart)',
    ],
    [
      'the same call twice',
      lines`
        apis:
          - GET /v1/{project_id}/things
          - GET /v1/{tenant_id}/things/
      `,
      'app.apis.yaml:3:5: the call "GET /v1/{tenant_id}/things/" is declared twice, first in line 2; remove one of them',
    ],
    [
      'the same policy twice',
      lines`
        policies: [a.json, ./a.json]
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:20: the policy "./a.json" is named twice, first in line 1; remove one of them',
    ],
    [
      'a count that is none',
      lines`
        apis:
          - { api: GET /v1/a, seen: { count: 0 } }
      `,
      'app.apis.yaml:2:38: expected how many records show the call',
    ],
    [
      'a day that the calendar has not',
      lines`
        apis:
          - { api: GET /v1/a, seen: { count: 1, last: 2026-02-30 } }
      `,
      'app.apis.yaml:2:47: expected a day such as 2026-10-31',
    ],
    [
      'an observation of something else',
      lines`
        observed: [{ by: rumours, from: 2026-08-01, to: 2026-08-02 }]
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:18: expected "traces" or "logs"',
    ],
    [
      'an observation without an end',
      lines`
        observed: [{ by: logs, from: 2026-08-01 }]
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:12: the entry has no "to"; write { by: traces, from: 2026-08-01, to: 2026-10-31 }',
    ],
    [
      'an observation that ends before it begins',
      lines`
        observed: [{ by: logs, from: 2026-08-02, to: 2026-08-01 }]
        apis: [GET /v1/a]
      `,
      'app.apis.yaml:1:46: it ends before it begins; exchange "from" and "to"',
    ],
    [
      'a key twice',
      lines`
        apis: [GET /v1/a]
        apis: [GET /v1/b]
      `,
      'app.apis.yaml:2:1: this key stands twice; remove one of them',
    ],
    [
      'an alias of nothing',
      'apis: [*x]\n',
      'app.apis.yaml:1:8: "*x" stands for nothing; define it before with "&x" or write the value',
    ],
    [
      'a second document',
      lines`
        apis: [GET /v1/a]
        ---
        apis: [GET /v1/b]
      `,
      'app.apis.yaml:2:1: a second YAML document begins here; keep one manifest to a file',
    ],
  ])('%s', (_name, text, expected) => {
    expect(complaints(text)).toEqual([expected]);
  });

  it('says to quote what YAML misreads', () => {
    expect(
      complaints(lines`
        apis:
          - { api: GET /v1/{id}/x }
      `),
    ).toEqual([
      'app.apis.yaml:2:20: not valid YAML: Unexpected flow-map-start at node end; quote text that holds braces, colons or "#"',
    ]);
  });

  it('does not hide the next one', () => {
    expect(
      complaints(lines`
        colud: x
        policies: 3
        apis:
          - GET v1
          - PUT x/y
          - 7
      `).map((text) => text.split(': ')[0]),
    ).toEqual(['app.apis.yaml:1:1', 'app.apis.yaml:2:11', 'app.apis.yaml:5:5', 'app.apis.yaml:6:5']);
  });
});

describe('hostile text', () => {
  it('an alias bomb costs no more than its own length', () => {
    const levels = Array.from(
      { length: 40 },
      (_, index) =>
        `  - &a${String(index + 1)} [${Array(9)
          .fill(`*a${String(index)}`)
          .join(', ')}]`,
    );
    const found = complaints(`apis:\n  - &a0 GET /v1/a\n${levels.join('\n')}\n`);
    expect(found).toHaveLength(40);
  });

  it('deep nesting is a complaint', () => {
    expect(complaints('['.repeat(20_000))).toHaveLength(1);
  });

  it('any text gives a result', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom(
              'a',
              ':',
              ' ',
              '\n',
              '-',
              '{',
              '}',
              '[',
              ']',
              '&',
              '*',
              '#',
              '"',
              '!',
              '|',
              'apis:',
              '\t',
            ),
          }),
        ),
        (text) => {
          const { manifest, problems } = parseManifest(text, 'x.yaml');
          expect(problems.length > 0 || manifest.calls.length > 0).toBe(true);
          expect(problems.every(({ code, where }) => code === 'manifest' && where?.file === 'x.yaml')).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(manifestJsonSchema());
  const text = fc.constantFrom('GET /v1/a', 'obs/list-objects', 'PUT Bucket', '');
  const junk = fc.constantFrom<unknown>(1, null, 'x', [], {}, true);
  const day = fc.constantFrom('2026-10-31', '2026-11-01', 'today', '');
  const seen = fc.oneof(
    fc.record({ count: fc.integer({ min: 0, max: 2 }), last: day, extra: junk }, { requiredKeys: [] }),
    junk,
  );
  const observation = fc.oneof(
    fc.record(
      {
        by: fc.constantFrom('traces', 'logs', 'x'),
        from: fc.constant('2026-10-01'),
        to: day,
        unplaced: fc.integer({ min: -1, max: 1 }),
        extra: junk,
      },
      { requiredKeys: ['by', 'from'] },
    ),
    junk,
  );
  const unread = fc.oneof(
    fc.record(
      {
        client: fc.oneof(text, junk),
        service: fc.oneof(text, junk),
        files: fc.oneof(fc.array(text), junk),
        listed: fc.oneof(fc.boolean(), junk),
        extra: junk,
      },
      { requiredKeys: ['client'] },
    ),
    junk,
  );
  const resource = fc.oneof(
    fc.constantFrom(
      '*',
      'obs:*:*:bucket:a',
      'obs:::bucket:a',
      'obs:bucket',
      '/iam/agencies/x',
      ' a:b:c:d:e ',
    ),
    fc.record(
      { urn: fc.constantFrom('a:b:c:d:e', 'a'), confidence: fc.constantFrom('likely', 'x') },
      { requiredKeys: [] },
    ),
  );
  const entry = fc.oneof(
    text,
    fc.record(
      {
        api: fc.oneof(text, junk),
        operation: fc.oneof(text, junk),
        possible: fc.boolean(),
        resource: fc.oneof(resource, fc.array(resource, { maxLength: 2 }), junk),
        context: fc.oneof(
          fc.dictionary(
            fc.constantFrom('g:UserName', 'obs:prefix', 'plain', 'a:'),
            fc.oneof(junk, text, fc.array(text)),
          ),
          junk,
        ),
        seen,
        from: fc.array(
          fc.oneof(
            text,
            fc.record(
              { file: text, line: fc.integer({ min: 0, max: 3 }), observed: fc.oneof(fc.boolean(), junk) },
              { requiredKeys: [] },
            ),
          ),
        ),
        extra: junk,
      },
      { requiredKeys: [] },
    ),
    junk,
  );
  const document = fc.record(
    {
      policies: fc.oneof(fc.uniqueArray(fc.constantFrom('a.json', 'b.tf#x')), junk),
      cloud: fc.constantFrom<unknown>('huaweicloud', 'Otc', 3),
      possible: fc.oneof(fc.boolean(), junk),
      observed: fc.oneof(fc.array(observation, { maxLength: 2 }), junk),
      unread: fc.oneof(fc.array(unread, { maxLength: 2 }), junk),
      apis: fc.oneof(fc.array(entry, { maxLength: 1 }), junk),
      more: junk,
    },
    { requiredKeys: [] },
  );

  it('accepts what the reader accepts, and nothing else', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect({ accepted: validate(value) }).toEqual({
          accepted: complaints(stringify(value)).length === 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('explains each key with a title and a description, and with examples where it is no switch', () => {
    const { properties } = manifestJsonSchema() as { properties: Record<string, Record<string, unknown>> };
    expect(Object.keys(properties).length).toBeGreaterThan(2);
    for (const [key, schema] of Object.entries(properties)) {
      expect(schema, key).toMatchObject({
        title: expect.any(String) as string,
        description: expect.any(String) as string,
      });
      if (schema['type'] !== 'boolean') expect(schema, key).toHaveProperty('examples');
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callKey, parseManifest } from '../../../src/calls/manifest/manifest.js';
import { leftUnread } from '../../../src/calls/manifest/manifest-unread.js';
import { createManifest, updateManifest } from '../../../src/calls/manifest/manifest-write.js';
import type { NewManifest, ScanScope } from '../../../src/calls/manifest/manifest-write.js';
import type { UnreadCalls } from '../../../src/calls/call.js';
import type { WrittenCall } from '../../../src/calls/manifest/written-entry.js';
import { text as lines } from '../../text.js';

const LIST: WrittenCall = {
  api: 'GET /v1/{project_id}/vpcs',
  operation: undefined,
  possible: false,
  origins: [{ file: 'src/app.ts', line: 3, confidence: 'certain' }],
};
const STOP: WrittenCall = {
  api: 'POST /v1/{project_id}/cloudservers/action',
  operation: 'ecs/batch-stop-servers',
  possible: true,
  origins: [{ file: 'src/stop.py', line: 12, confidence: 'likely' }],
};

const TRACED: WrittenCall = {
  api: 'DELETE /v1/{project_id}/vpcs/{vpc_id}',
  operation: undefined,
  possible: false,
  origins: [{ file: 'traces/a.json', line: 4, confidence: 'likely', observed: true }],
  seen: { count: 7, last: '2026-10-30' },
};
const CODE: ScanScope = { written: true, observed: undefined, unread: [] };
const TRACES: ScanScope = {
  written: false,
  observed: [{ by: 'traces', from: '2026-08-01', to: '2026-10-31', unplaced: 0 }],
  unread: [],
};

describe('a manifest that a scan writes', () => {
  it('is read back with the same calls and origins', () => {
    const { manifest, problems } = parseManifest(
      createManifest([LIST, STOP], {
        cloud: 'huaweicloud',
        policies: ['app.json'],
        observed: [],
        unread: [],
      }),
      'app.apis.yaml',
    );
    expect(problems).toEqual([]);
    expect(manifest.cloud).toBe('huaweicloud');
    expect(manifest.policies.map(({ text }) => text)).toEqual(['app.json']);
    expect(
      manifest.calls.map(({ api, operation, possible, origins }) => ({ api, operation, possible, origins })),
    ).toEqual([LIST, STOP]);
  });

  it('is read back with the same calls and policies, whatever they are called', () => {
    const name = fc.stringMatching(/^[^\s#\0][^\n\r#\0]{0,15}$/).filter((text) => text.trim() === text);
    const file = fc
      .stringMatching(/^[\w./\- 查:'"{}&*!|>%@]{1,12}$/)
      .filter((text) => text.trim() === text && !/:\d+$/.test(text));
    const origin = fc.record({
      file,
      line: fc.integer({ min: 1, max: 999 }),
      confidence: fc.constantFrom('certain' as const, 'likely' as const),
    });
    const call = fc.record({
      api: fc
        .tuple(
          fc.constantFrom('GET', 'POST', 'DELETE'),
          fc.array(fc.stringMatching(/^(?:[a-z0-9.-]{1,6}|\{[a-z_]{1,6}\})$/), {
            minLength: 1,
            maxLength: 3,
          }),
        )
        .map(([method, parts]) => `${method} /${parts.join('/')}`),
      operation: fc.option(fc.constantFrom('ecs/list-servers', '查询云服务器', 'a: b', '#x', 'null', '1'), {
        nil: undefined,
      }),
      possible: fc.boolean(),
      origins: fc.uniqueArray(origin, { maxLength: 3, selector: (one) => `${one.file}:${one.line}` }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(call, { minLength: 1, maxLength: 5, selector: callKey }),
        fc.uniqueArray(name, { maxLength: 3 }),
        (calls, policies) => {
          const { manifest, problems } = parseManifest(
            createManifest(calls, { cloud: 'huaweicloud', policies, observed: [], unread: [] }),
            'app.apis.yaml',
          );
          expect(problems).toEqual([]);
          expect(manifest.policies.map(({ text }) => text)).toEqual(policies);
          expect(
            manifest.calls.map(({ api, operation, possible, origins }) => ({
              api,
              operation,
              possible,
              origins,
            })),
          ).toEqual(calls);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same text when nothing changed, however it is laid out', () => {
    const text = lines`
      apis:
          -   { api: "GET /v1/{project_id}/vpcs",   from: [src/app.ts:3] } # listed
    `;
    expect(updateManifest(text, 'app.apis.yaml', [LIST], CODE)).toEqual({ text, added: [], removed: [] });
  });

  it('keeps what was written by hand, comments and order, and replaces what a scan wrote', () => {
    const text = `# the shop
cloud: huaweicloud
apis:
  # by hand
  - GET /v3/users
  - api: GET /v1/gone
    from:
      - src/old.ts:1
  - api: GET /v1/{project_id}/vpcs # moves
    from:
      - src/app.ts:99
policies: [app.json]
`;
    expect(updateManifest(text, 'app.apis.yaml', [STOP, LIST], CODE)).toEqual({
      text: `# the shop
cloud: huaweicloud
apis:
  # by hand
  - GET /v3/users
  - api: GET /v1/{project_id}/vpcs # moves
    from:
      - src/app.ts:3
  - api: POST /v1/{project_id}/cloudservers/action
    operation: ecs/batch-stop-servers
    possible: true
    from:
      - file: src/stop.py
        line: 12
        confidence: likely
policies: [ app.json ]
`,
      added: ['POST /v1/{project_id}/cloudservers/action (ecs/batch-stop-servers)'],
      removed: ['GET /v1/gone'],
    });
  });

  it('does not declare again what was declared by hand under another parameter name', () => {
    const text = lines`
      apis:
        - GET /v1/{tenant}/vpcs
    `;
    expect(updateManifest(text, 'app.apis.yaml', [LIST], CODE)).toEqual({ text, added: [], removed: [] });
  });

  it('writes what a scan read of a resource, follows it, and keeps what a person says of a call', () => {
    const bucket = { ...LIST, resources: ['obs:*:*:bucket:reports'] };
    const made = createManifest([bucket], { cloud: undefined, policies: [], observed: [], unread: [] });
    expect(parseManifest(made, 'm.yaml').manifest.calls[0]?.resources).toMatchObject([
      { urn: 'obs:*:*:bucket:reports', confidence: 'likely' },
    ]);
    const moved = updateManifest(made, 'm.yaml', [{ ...LIST, resources: ['obs:*:*:bucket:inbox'] }], CODE);
    expect(moved.text).toBe(made.replace('reports', 'inbox'));
    expect(updateManifest(made, 'm.yaml', [LIST], CODE).text).not.toContain('resource');
    expect(updateManifest(made, 'm.yaml', [], TRACES).text).toContain('bucket:reports');
    const mended = lines`
      apis:
        - api: GET /v1/{project_id}/vpcs
          resource: obs:*:*:bucket:mine
          context:
            g:SourceIp: 10.0.0.0/8
          from:
            - src/app.ts:3
        - api: POST /v1/{project_id}/cloudservers/action
          operation: ecs/batch-stop-servers
          resource: ecs:*:*:instance:a
        - api: POST /v1/{project_id}/cloudservers/action
          operation: ecs/batch-stop-servers
          resource: ecs:*:*:instance:b
    `;
    expect(updateManifest(mended, 'm.yaml', [bucket, STOP], CODE).text).toBe(mended);
  });

  it('says that a call is certain where the manifest calls all possible', () => {
    const { text } = updateManifest(
      lines`
        possible: true
        apis: []
      `,
      'app.apis.yaml',
      [LIST, STOP],
      CODE,
    );
    expect(parseManifest(text, 'app.apis.yaml').manifest.calls.map(({ possible }) => possible)).toEqual([
      false,
      true,
    ]);
  });

  it('refuses a text that is no manifest', () => {
    expect(() => updateManifest('- a\n', 'app.apis.yaml', [], CODE)).toThrow('no manifest');
    expect(() => updateManifest('apis: [\n', 'app.apis.yaml', [], CODE)).toThrow('mend it');
    expect(() =>
      updateManifest(
        lines`
          apis:
            - &a GET /v1/a
            - *a
            - *b
        `,
        'app.apis.yaml',
        [],
        CODE,
      ),
    ).toThrow(
      expect.objectContaining({
        message: '"*b" stands for nothing; mend it, then scan again',
        where: { file: 'app.apis.yaml', line: 4, column: 5 },
      }),
    );
    expect(() => updateManifest(`apis: ${'['.repeat(100_000)}`, 'app.apis.yaml', [], CODE)).toThrow(
      'nested too deeply',
    );
  });
});

describe('what traces show', () => {
  const traced = createManifest([LIST, TRACED], {
    cloud: undefined,
    policies: [],
    observed: TRACES.observed ?? [],
    unread: [],
  });

  it('is read back', () => {
    const { manifest, problems } = parseManifest(traced, 'app.apis.yaml');
    expect(problems).toEqual([]);
    expect(manifest.observed).toEqual(TRACES.observed);
    expect(manifest.calls.map(({ api, seen, origins }) => ({ api, seen, origins }))).toEqual(
      [LIST, TRACED].map(({ api, seen, origins }) => ({ api, seen, origins })),
    );
  });

  it('stays when only code was read, and what code shows stays when only traces were', () => {
    expect(updateManifest(traced, 'app.apis.yaml', [LIST], CODE)).toEqual({
      text: traced,
      added: [],
      removed: [],
    });
    expect(updateManifest(traced, 'app.apis.yaml', [TRACED], TRACES)).toEqual({
      text: traced,
      added: [],
      removed: [],
    });
  });

  it('goes when newer traces do not show it any more', () => {
    const { text, removed } = updateManifest(traced, 'app.apis.yaml', [], {
      written: false,
      observed: [{ by: 'traces', from: '2026-11-01', to: '2026-11-30', unplaced: 2 }],
      unread: [],
    });
    expect(removed).toEqual([TRACED.api]);
    expect(parseManifest(text, 'app.apis.yaml').manifest).toMatchObject({
      observed: [{ from: '2026-11-01', unplaced: 2 }],
      calls: [{ api: LIST.api }],
    });
  });

  it('is told of a call that was declared by hand, which stays one: its comment, its order, and what it says', () => {
    const byHand = lines`
      apis:
        # the shop cleans up
        - DELETE /v1/{project_id}/vpcs/{id} # nightly
        - GET /v3/users
    `;
    const { text, added } = updateManifest(byHand, 'app.apis.yaml', [TRACED], TRACES);
    expect(added).toEqual([]);
    expect(text).toContain(
      lines`
        # the shop cleans up
          - api: DELETE /v1/{project_id}/vpcs/{id} # nightly
            seen:
              count: 7
              last: 2026-10-30
          - GET /v3/users
      `,
    );
    // Not seen any more: the entry stays.
    const later = updateManifest(text, 'app.apis.yaml', [], TRACES);
    expect(later.removed).toEqual([]);
    expect(parseManifest(later.text, 'app.apis.yaml').manifest.calls.map(({ seen }) => seen)).toEqual([
      undefined,
      undefined,
    ]);
    expect(updateManifest(text, 'app.apis.yaml', [LIST], CODE).text).toContain('count: 7');
  });

  it('did happen, whatever else only may', () => {
    const possible: WrittenCall = {
      ...TRACED,
      possible: true,
      origins: [{ file: 'main.tf', line: 1, confidence: 'likely' }],
      seen: undefined,
    };
    const before = createManifest([possible], { cloud: undefined, policies: [], observed: [], unread: [] });
    const after = updateManifest(before, 'app.apis.yaml', [TRACED], TRACES).text;
    expect(parseManifest(after, 'app.apis.yaml').manifest.calls).toMatchObject([
      {
        possible: false,
        seen: { count: 7 },
        origins: [{ file: 'main.tf' }, { file: 'traces/a.json', observed: true }],
      },
    ]);
    expect(
      parseManifest(updateManifest(after, 'app.apis.yaml', [possible], CODE).text, 'app.apis.yaml').manifest
        .calls,
    ).toMatchObject([{ possible: false }]);
  });
});

describe('what could not be read', () => {
  const RDS: UnreadCalls = {
    client: 'gophertelekomcloud',
    service: 'rds',
    files: ['main.go:4'],
    listed: false,
  };
  const ANY: UnreadCalls = {
    client: 'client[name](…)',
    service: undefined,
    files: ['a.ts:2'],
    listed: false,
  };
  const NEW: NewManifest = { cloud: undefined, policies: [], observed: [], unread: [RDS, ANY] };

  it('is read back, also where no call was found beside it', () => {
    for (const calls of [[LIST], []]) {
      const text = createManifest(calls, NEW);
      const { manifest, problems } = parseManifest(text, 'app.apis.yaml');
      expect(problems).toEqual([]);
      expect(manifest.unread).toEqual([RDS, ANY]);
      expect(manifest.calls).toHaveLength(calls.length);
      expect(updateManifest(text, 'app.apis.yaml', calls, { ...CODE, unread: [RDS, ANY] })).toEqual({
        text,
        added: [],
        removed: [],
      });
    }
  });

  it('follows the sources, and stays where only traces were read', () => {
    const text = createManifest([LIST], NEW);
    const updated = updateManifest(text, 'app.apis.yaml', [LIST], { ...CODE, unread: [ANY] });
    expect(updated).toMatchObject({ added: [], removed: ['unread: gophertelekomcloud (rds)'] });
    expect(parseManifest(updated.text, 'app.apis.yaml').manifest.unread).toEqual([ANY]);
    expect(updateManifest(text, 'app.apis.yaml', [], TRACES).text).toContain('client: gophertelekomcloud');
  });

  it('is settled once somebody says that its calls are listed, for the files that were meant', () => {
    const listed = createManifest([LIST], { ...NEW, unread: [{ ...RDS, listed: true }] });
    const { unread = [] } = parseManifest(listed, 'app.apis.yaml').manifest;
    const moved = { ...RDS, files: ['main.go:9'] };
    const other = { ...RDS, files: ['main.go:9', 'other.go:3'] };
    expect(leftUnread(unread, [])).toEqual([]);
    expect(leftUnread([moved], unread)).toEqual([]);
    expect(leftUnread([other], unread)).toEqual([{ ...RDS, files: ['other.go:3'] }]);
    expect(updateManifest(listed, 'app.apis.yaml', [LIST], CODE).text).toBe(listed);
  });
});

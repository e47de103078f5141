import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FoundCall } from '../../../src/calls/found.js';
import { loadCatalog } from '../../../src/catalog/yaml/load.js';
import { entriesOf, relativeTo } from '../../../src/commands/calls/calls-entries.js';

const catalog = await loadCatalog(
  'huaweicloud',
  join(import.meta.dirname, '../../fixtures/generate/catalog'),
);

function found(api: string, line: number, facts: Partial<FoundCall> = {}): FoundCall {
  return {
    api,
    operation: undefined,
    possible: false,
    origin: { file: 'src/app.ts', line, confidence: 'certain' },
    ...facts,
  };
}

it('names an endpoint as the catalog writes it, once for all places', () => {
  const entries = entriesOf(
    [found('GET /v1/{tenant}/cloudservers/detail', 9), found('GET /v1/{project_id}/cloudservers/detail', 2)],
    catalog,
  );
  expect(
    entries.map(({ api, operation, status, origins }) => ({
      api,
      operation,
      status,
      lines: origins.map(({ line }) => line),
    })),
  ).toEqual([
    {
      api: 'GET /v1/{project_id}/cloudservers/detail',
      operation: undefined,
      status: 'resolved',
      lines: [2, 9],
    },
  ]);
});

it('names the operation where the endpoint has several', () => {
  const [entry] = entriesOf(
    [found('POST /v1/{project_id}/cloudservers/action', 1, { operation: 'ecs/batch-stop-servers' })],
    catalog,
  );
  expect(entry).toMatchObject({
    api: 'POST /v1/{project_id}/cloudservers/action',
    operation: 'ecs/batch-stop-servers',
    status: 'resolved',
  });
});

it('keeps what the catalog does not know as it was found', () => {
  expect(entriesOf([found('GET /v9/nowhere', 1)], catalog)).toMatchObject([
    { api: 'GET /v9/nowhere', status: 'unknown' },
  ]);
});

it('calls possible only what no place is certain of, and adds up what was seen', () => {
  const seen = (count: number, last: string | undefined) => ({ possible: true, seen: { count, last } });
  const [both] = entriesOf(
    [found('GET /v3/users', 1, seen(2, '2026-11-01')), found('GET /v3/users', 2, seen(3, '2026-10-01'))],
    catalog,
  );
  expect(both).toMatchObject({ possible: true, seen: { count: 5, last: '2026-11-01' } });
  expect(
    entriesOf([found('GET /v3/users', 1, seen(1, undefined)), found('GET /v3/users', 2)], catalog),
  ).toMatchObject([{ possible: false }]);
});

it('names files by their path from the manifest', () => {
  const [entry] = relativeTo(
    'policies/app.apis.yaml',
    entriesOf([found('GET /v3/users', 1)], catalog),
    '/repo',
  );
  expect(entry?.origins[0]?.file).toBe('../src/app.ts');
});

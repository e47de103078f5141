import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, countRecords } from '../../../src/calls/observed/find-observed.js';
import type { ObservedOptions } from '../../../src/calls/observed/find-observed.js';
import { createTally } from '../../../src/calls/observed/tally.js';
import { formatProblem } from '../../../src/problem.js';
import { catalogOf } from '../catalog.js';

const catalog = catalogOf([
  { id: 'vpc/list-vpcs', endpoints: ['GET /v1/{project_id}/vpcs'], actions: ['vpc:vpcs:list'] },
  {
    id: 'vpc/delete-vpc',
    endpoints: ['DELETE /v1/{project_id}/vpcs/{vpc_id}'],
    actions: ['vpc:vpcs:delete'],
  },
]);
const options: ObservedOptions = {
  catalog,
  sdk: { services: () => [], operations: () => [] },
  declared: new Set(),
  users: new Set(),
  format: undefined,
};

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

async function count(read: typeof countRecords, text: string, more: Partial<ObservedOptions> = {}) {
  const tally = createTally();
  const { records, problems } = await read('t', piecesOf(text), { ...options, ...more }, tally);
  return { records, problems: problems.map(formatProblem), ...tally.result() };
}

const trace = (name: string, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    service_type: 'VPC',
    trace_name: name,
    trace_type: 'ApiCall',
    time: '2026-10-02',
    ...more,
  });
const request = (line: string, status = 200, day = '02/Oct/2026:00:00:00 +0000'): string =>
  `- - - [${day}] "${line} HTTP/1.1" ${String(status)} 0`;

describe('the records of a file', () => {
  it('are counted, and the last one is named', async () => {
    const { found, observed } = await count(
      countRecords,
      [
        trace('deleteVpc', { time: '2026-10-05' }),
        trace('deleteVpc'),
        trace('deleteVpc', { time: 'unknown' }),
      ].join('\n'),
    );
    expect(found).toEqual([
      {
        api: 'vpc/delete-vpc',
        operation: undefined,
        possible: false,
        origin: { file: 't', line: 1, confidence: 'likely', observed: true },
        seen: { count: 3, last: '2026-10-05' },
      },
    ]);
    expect(observed).toEqual([{ by: 'traces', from: '2026-10-02', to: '2026-10-05', unplaced: 0 }]);
  });

  it('that show no call of the application are told and counted, and still say what is spanned', async () => {
    const text = [
      trace('deleteVpc', { code: 403 }),
      trace('deleteVpc', { trace_type: 'SystemAction', time: '2026-10-09' }),
      trace('deleteVpc', { user: 'ann' }),
      trace('whatever', { user: 'me' }),
    ].join('\n');
    const { found, passed, unplaced, observed } = await count(countRecords, text, {
      users: new Set(['me', 'x']),
    });
    expect(found).toEqual([]);
    expect(
      passed.map(({ text: what, reason, count: times }) => `${what} ${reason.slice(0, 15)} ${String(times)}`),
    ).toEqual(['traces of other users 2', 'traces of what the clo 1']);
    expect(unplaced).toMatchObject([{ text: 'VPC whatever', count: 1, line: 4 }]);
    expect(observed).toEqual([{ by: 'traces', from: '2026-10-02', to: '2026-10-09', unplaced: 1 }]);
  });

  it('that were refused are no calls to allow', async () => {
    expect(await count(countRecords, trace('deleteVpc', { code: '403' }))).toMatchObject({
      found: [],
      passed: [{ text: 'VPC deleteVpc' }],
    });
    expect(await count(countLines, request('GET /v1/0/vpcs', 401))).toMatchObject({
      found: [],
      passed: [{ text: 'GET /v1/0/vpcs' }],
    });
    expect(await count(countRecords, trace('deleteVpc', { code: 404 }))).toMatchObject({
      found: [{ api: 'vpc/delete-vpc' }],
    });
  });

  it('that are none are a problem, told once with how many there are', async () => {
    const { records, problems } = await count(
      countRecords,
      `${trace('deleteVpc')}\n{"a":1}\n{"b":1}\n{,}\n{"x":"\n`,
    );
    expect(records).toBe(1);
    expect(problems).toEqual([
      't:2: this is neither a trace nor a request; 1 more like it',
      't:4: this is no JSON',
      't:5: this is not whole JSON',
    ]);
  });

  it('of a log are told apart by their endpoint, whatever identifiers stand in them', async () => {
    const ids = ['0a9b3c2d1e4f5a6b7c8d9e0f1a2b3c4d', '1234567', '9b1c2d3e-0000-4000-8000-1a2b3c4d5e6f'];
    const { found, unplaced } = await count(
      countLines,
      ids.flatMap((id) => [request(`GET /v1/${id}/vpcs?limit=10`), request(`GET /other/${id}`)]).join('\r\n'),
    );
    expect(found).toMatchObject([{ api: 'vpc/list-vpcs', seen: { count: 3 } }]);
    expect(unplaced).toMatchObject([{ text: 'GET /other/{id}', count: 3, line: 6 }]);
  });

  it('of a log in JSON are read with their host', async () => {
    expect(
      await count(countRecords, '{"method":"get","uri":"/v1/0/vpcs","host":"vpc.example.test"}'),
    ).toMatchObject({ found: [{ api: 'vpc/list-vpcs' }], observed: [] });
  });

  it('of other kinds than can be listed are counted together', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) =>
      request(`GET /x${String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`),
    );
    const { unplaced } = await count(countLines, lines.join('\n'));
    expect(unplaced).toHaveLength(5_001);
    expect(unplaced.at(-1)).toMatchObject({ text: 'records of other kinds', count: 1_000 });
  });
});

it('any records and lines are counted or told', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'VPC',
      'deleteVpc',
      '{"method":"GET","url":"/v1/0/vpcs"}',
      'GET',
      '/v1/a',
      '403',
      '\u001b[31m',
    ),
    fc.string(),
    fc.jsonValue(),
  );
  const record = fc.record(
    {
      service_type: word,
      trace_name: word,
      operation_id: word,
      api_version: word,
      code: word,
      time: word,
      user: word,
      request: word,
      method: word,
      url: word,
      cts: word,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 5 }), fc.string(), async (written, line) => {
      const { found, unplaced, passed, problems } = await count(
        countRecords,
        written.map((one) => JSON.stringify(one)).join('\n'),
      );
      const counted = [
        ...found.map(({ seen }) => seen?.count ?? 0),
        ...unplaced.map(({ count: times }) => times ?? 0),
        ...passed.map(({ count: times }) => times ?? 0),
      ].reduce((sum, times) => sum + times, 0);
      const told = problems.reduce(
        (sum, problem) => sum + 1 + Number(/; (\d+) more like it$/.exec(problem)?.[1] ?? 0),
        0,
      );
      expect(counted + told).toBe(written.length);
      expect((await count(countLines, line)).records).toBeLessThanOrEqual(line.split('\n').length);
    }),
  );
});

describe('a text that is no log', () => {
  it('is given up after its beginning', async () => {
    const { records, problems } = await count(
      countLines,
      `${'prose\n'.repeat(3_000)}${request('GET /v1/0/vpcs')}`,
    );
    expect(records).toBe(0);
    expect(problems).toEqual([
      't:1: this line is not in the common log format; say how a line looks with --log-pattern; 999 more like it',
    ]);
  });

  it('is read to its end where somebody said how its lines look', async () => {
    const { records } = await count(countLines, `${'prose\n'.repeat(3_000)}${request('GET /v1/0/vpcs')}`, {
      format: () => undefined,
    });
    expect(records).toBe(1);
  });

  it('has no addresses that are longer than any', async () => {
    expect((await count(countLines, request(`GET /v1/0/vpcs?${'x'.repeat(3_000)}`))).records).toBe(0);
    expect((await count(countRecords, trace('x'.repeat(3_000)))).records).toBe(0);
  });

  it('costs no more than a line, however long it is', async () => {
    expect(
      (await count(countLines, `${'"GET '.repeat(1_000_000)}\n${request('GET /v1/0/vpcs')}`)).records,
    ).toBe(1);
  });
});

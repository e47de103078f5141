import { describe, expect, it } from 'vitest';
import { isTraced, observationOf, spanOf, useOf } from '../../src/analysis/needs/unused.js';
import type { Call, Observation } from '../../src/calls/call.js';
import { catalogOf } from '../calls/catalog.js';
import { workloadOf } from './workload.js';

const bare = { aliases: [], resources: [], condition_keys: [] } as const;
const catalog = catalogOf(
  [
    { id: 'ecs/stop', endpoints: ['POST /v1/stop'], actions: ['ecs:servers:stop'] },
    { id: 'ecs/stop-all', endpoints: ['POST /v1/stop-all'], actions: ['ecs:servers:stop'] },
    { id: 'ecs/show', endpoints: ['GET /v1/show'], actions: ['ecs:servers:get'] },
  ],
  [
    {
      service: 'ecs',
      actions: [
        { ...bare, name: 'ecs:servers:stop' },
        { ...bare, name: 'ecs:servers:audit', access_level: 'read' },
        { ...bare, name: 'ecs:servers:getToken', access_level: 'write' },
      ],
    },
  ],
);
const observed = (by: Observation['by'], from: string, to: string): Observation => ({
  by,
  from,
  to,
  unplaced: 0,
});
const QUARTER = observed('traces', '2026-08-01', '2026-10-31');
const call = (api: string, seen?: Call['seen']): Partial<Call> => ({ api, seen });

describe('a grant that calls need', () => {
  it.each<[string, readonly Partial<Call>[], unknown]>([
    [
      'is not needed where none of them does',
      [call('GET /v1/show'), call('GET /v9/unknown')],
      { kind: 'not-needed' },
    ],
    [
      'is unused where none of them was ever seen',
      [call('POST /v1/stop'), call('POST /v1/stop-all')],
      {
        kind: 'unused',
        observation: QUARTER,
        calls: [{ api: 'POST /v1/stop' }, { api: 'POST /v1/stop-all' }],
        last: undefined,
      },
    ],
    [
      'is unused where all were seen long ago, the last one when any was',
      [
        call('POST /v1/stop', { count: 1, last: '2026-08-02' }),
        call('POST /v1/stop-all', { count: 1, last: '2026-08-01' }),
      ],
      { kind: 'unused', last: '2026-08-02' },
    ],
    [
      'is used where one of them was seen lately',
      [call('POST /v1/stop'), call('POST /v1/stop-all', { count: 1, last: '2026-10-30' })],
      { kind: 'used' },
    ],
    [
      'is used where one of them was seen nobody knows when',
      [call('POST /v1/stop', { count: 3, last: undefined })],
      { kind: 'used' },
    ],
  ])('%s', (_, calls, expected) => {
    const use = useOf('ecs:servers:stop', workloadOf(catalog, calls), [QUARTER], 90);
    expect(use).toMatchObject(expected as object);
    if (use.kind !== 'unused') expect(use).toEqual(expected);
  });

  it('counts as used where nothing was observed that would have shown it, or not for long enough', () => {
    const workload = workloadOf(catalog, [call('POST /v1/stop')]);
    expect(useOf('ecs:servers:stop', workload, [], 90)).toEqual({ kind: 'used' });
    expect(useOf('ecs:servers:stop', workload, [QUARTER], 92)).toMatchObject({ kind: 'unused' });
    expect(useOf('ecs:servers:stop', workload, [QUARTER], 93)).toEqual({ kind: 'used' });
  });
});

describe('what was observed', () => {
  it('spans its first and its last day', () => {
    expect(spanOf(QUARTER)).toBe(92);
    expect(spanOf(observed('logs', '2026-10-31', '2026-10-31'))).toBe(1);
  });

  it('shows most where it is longest; traces show no reading', () => {
    const [short, long, other] = [
      observed('traces', '2026-10-01', '2026-10-31'),
      observed('logs', '2026-07-01', '2026-10-31'),
      observed('logs', '2026-07-01', '2026-10-31'),
    ];
    expect(observationOf(['ecs:servers:stop'], [short, long, other], catalog)).toBe(long);
    expect(observationOf(['ecs:servers:stop'], [long, short], catalog)).toBe(long);
    expect(observationOf(['ecs:servers:stop'], [short], catalog)).toBe(short);
    expect(observationOf(['ecs:servers:stop', 'ecs:servers:get'], [short], catalog)).toBeUndefined();
    expect(observationOf(['ecs:servers:get'], [short, long], catalog)).toBe(long);
  });
});

it.each([
  ['ecs:servers:stop', true],
  ['ecs:servers:get', false],
  ['ecs:servers:audit', false],
  ['ecs:servers:getToken', true],
  ['ecs:nosuch:create', true],
  ['nosuch:things:list', false],
  ['obs:object:PutObject', false],
  ['OBS:Object:PutObject', false],
  ['obs:bucket:CreateBucket', true],
])('a trace of %s: %s', (action, expected) => {
  expect(isTraced(action, catalog)).toBe(expected);
});

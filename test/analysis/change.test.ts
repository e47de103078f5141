import { describe, expect, it } from 'vitest';
import { compareGrants, compareVerdicts, grantedBy, isUnchanged } from '../../src/analysis/change.js';
import { judge } from '../../src/analysis/judge.js';
import { catalogOf } from '../calls/catalog.js';
import { allow, deny, policyFrom, workloadOf } from './workload.js';
import type { StatementSketch } from './workload.js';

const catalog = catalogOf([
  { id: 'ecs/list', endpoints: ['GET /v1/servers'], actions: ['ecs:servers:list'] },
  { id: 'ecs/get', endpoints: ['GET /v1/servers/{id}'], actions: ['ecs:servers:get'] },
  { id: 'ecs/delete', endpoints: ['DELETE /v1/servers/{id}'], actions: ['ecs:servers:delete'] },
]);

const LIST = 'GET /v1/servers';
const GET = 'GET /v1/servers/{id}';
const limited = (...actions: string[]): StatementSketch => ({
  ...allow(...actions),
  Condition: { Bool: { 'g:MFAPresent': ['true'] } },
});

function verdict(calls: readonly string[], ...statements: readonly StatementSketch[]) {
  return judge(workloadOf(catalog, calls, statements));
}

function grants(before: readonly StatementSketch[], after: readonly StatementSketch[]) {
  const change = compareGrants(
    grantedBy([policyFrom(before)], catalog),
    grantedBy([policyFrom(after)], catalog),
  );
  const names = (list: readonly { readonly action: string; readonly status: string }[]): string[] =>
    list.map(({ action, status }) => `${action} ${status}`);
  return {
    gained: names(change.gained),
    lost: names(change.lost),
    altered: names(change.altered),
    unmeasured: change.unmeasured,
  };
}

const none = { gained: [], lost: [], altered: [], unmeasured: { added: [], removed: [] } };

describe('two verdicts of a workload', () => {
  it('differ in what is newly missing and whose status changed', () => {
    const change = compareVerdicts(
      verdict([LIST, GET], allow('ecs:servers:list', 'ecs:servers:get')),
      verdict([LIST, GET], allow('ecs:servers:list')),
    );
    expect(change.missing.added).toMatchObject([{ action: 'ecs:servers:get' }]);
    expect(change.calls).toMatchObject([{ call: { api: GET }, before: 'granted', after: 'missing' }]);
    expect(isUnchanged(change)).toBe(false);
  });

  it('name calls that came and went', () => {
    const change = compareVerdicts(verdict([LIST], allow('ecs:*:*')), verdict([GET], allow('ecs:*:*')));
    expect(change.calls).toMatchObject([
      { call: { api: GET }, before: undefined, after: 'granted' },
      { call: { api: LIST }, before: 'granted', after: undefined },
    ]);
  });

  it.each<
    [string, StatementSketch[], StatementSketch[], Record<string, { added?: unknown[]; removed?: unknown[] }>]
  >([
    [
      'what is denied',
      [allow('ecs:servers:*')],
      [allow('ecs:servers:*'), deny('ecs:servers:get')],
      { denied: { added: [{ action: 'ecs:servers:get' }], removed: [] } },
    ],
    [
      'what is conditional',
      [allow('ecs:servers:*')],
      [limited('ecs:servers:*')],
      {
        conditional: { added: [{ action: 'ecs:servers:list' }, { action: 'ecs:servers:get' }], removed: [] },
      },
    ],
    [
      'why it is conditional',
      [limited('ecs:servers:list'), allow('ecs:servers:get')],
      [{ ...allow('ecs:servers:list'), Resource: ['ecs:*:*:servers:1'] }, allow('ecs:servers:get')],
      { conditional: { added: [{ why: ['resource'] }], removed: [{ why: ['condition'] }] } },
    ],
    [
      'what is in excess',
      [allow('ecs:servers:list', 'ecs:servers:get', 'ecs:servers:delete')],
      [allow('ecs:servers:list', 'ecs:servers:get')],
      { excess: { added: [], removed: [{ pattern: 'ecs:servers:delete' }] } },
    ],
    [
      'what cannot be measured',
      [allow('ecs:servers:list', 'ecs:servers:get', 'abc:*:*')],
      [allow('ecs:servers:list', 'ecs:servers:get', 'xyz:*:*')],
      { unproven: { added: [{ pattern: 'xyz:*:*' }], removed: [{ pattern: 'abc:*:*' }] } },
    ],
  ])('differ in %s', (_, before, after, expected) => {
    const change = compareVerdicts(verdict([LIST, GET], ...before), verdict([LIST, GET], ...after));
    expect(change).toMatchObject(expected);
    expect(isUnchanged(change)).toBe(false);
  });

  it('differ in calls that nobody can place, each by its own name', () => {
    const change = compareVerdicts(verdict(['GET /v1/moons']), verdict(['GET /v1/suns']));
    expect(change.unproven).toMatchObject({
      added: [{ resolution: { call: { api: 'GET /v1/suns' } } }],
      removed: [{ resolution: { call: { api: 'GET /v1/moons' } } }],
    });
  });

  it('differ where a call that may happen is one that does', () => {
    const missing = (possible: boolean) => judge(workloadOf(catalog, [{ api: LIST, possible }], []));
    const change = compareVerdicts(missing(true), missing(false));
    expect(change.missing).toMatchObject({ added: [{ possible: false }], removed: [{ possible: true }] });
  });

  it('tell the same excess in another policy from the first', () => {
    const inPolicy = (id: string) =>
      judge({
        ...workloadOf(catalog, [LIST]),
        policies: [
          policyFrom([allow('ecs:servers:list')], 'a.json'),
          policyFrom([allow('ecs:servers:get')], id),
        ],
      });
    expect(compareVerdicts(inPolicy('b.json'), inPolicy('c.json')).excess).toMatchObject({
      added: [{ pattern: 'ecs:servers:get' }],
      removed: [{ pattern: 'ecs:servers:get' }],
    });
  });

  it('are the same where only places and spelling moved', () => {
    const change = compareVerdicts(
      verdict([LIST], allow('ecs:servers:get'), deny('xyz:a:b')),
      verdict([LIST], deny('xyz:a:b'), allow('ECS:servers:get')),
    );
    expect(isUnchanged(change)).toBe(true);
  });
});

describe('what two states of a policy grant', () => {
  it('differs by the actions that a wildcard adds', () => {
    expect(grants([allow('ecs:servers:list')], [allow('ecs:servers:*')])).toEqual({
      ...none,
      gained: ['ecs:servers:delete granted', 'ecs:servers:get granted'],
    });
  });

  it('differs by what a Deny takes away', () => {
    expect(grants([allow('ecs:servers:*')], [allow('ecs:servers:*'), deny('ecs:servers:delete')])).toEqual({
      ...none,
      lost: ['ecs:servers:delete granted'],
    });
  });

  it('differs where a condition comes or goes', () => {
    expect(grants([limited('ecs:servers:list')], [allow('ecs:servers:list')])).toEqual({
      ...none,
      gained: ['ecs:servers:list granted'],
    });
    expect(grants([allow('ecs:servers:list')], [limited('ecs:servers:list')])).toEqual({
      ...none,
      lost: ['ecs:servers:list granted'],
    });
  });

  it('differs where a condition is another one, and not where it is the same in other words', () => {
    const inRegions = (...regions: string[]): StatementSketch => ({
      ...allow('ecs:servers:list'),
      Condition: { StringEquals: { 'g:RequestedRegion': regions } },
    });
    expect(grants([inRegions('eu-de')], [inRegions('eu-de', 'eu-nl')])).toEqual({
      ...none,
      altered: ['ecs:servers:list conditional'],
    });
    expect(grants([inRegions('eu-de', 'eu-nl')], [inRegions('eu-nl', 'eu-de', 'eu-de')])).toEqual(none);
  });

  it('differs by the resources that limit it, and not by their order', () => {
    const on = (element: 'Resource' | 'NotResource', ...resources: string[]): StatementSketch => ({
      ...allow('ecs:servers:list', 'ecs:servers:get'),
      [element]: resources,
    });
    const altered = ['ecs:servers:get conditional', 'ecs:servers:list conditional'];
    expect(grants([on('Resource', 'ecs:*:*:servers:1')], [on('Resource', 'ecs:*:*:servers:2')])).toEqual({
      ...none,
      altered,
    });
    expect(
      grants([on('NotResource', 'ecs:*:*:servers:1')], [on('NotResource', 'ecs:*:*:servers:2')]),
    ).toEqual({ ...none, altered });
    expect(grants([on('Resource', 'ecs:*:*:servers:1')], [on('NotResource', 'ecs:*:*:servers:1')])).toEqual({
      ...none,
      altered,
    });
    expect(
      grants([on('Resource', 'ecs:*:*:servers:${a}')], [on('Resource', 'ecs:*:*:servers:${b}')]),
    ).toEqual({ ...none, altered });
    expect(
      grants(
        [on('Resource', 'ecs:*:*:servers:1', 'ecs:*:*:servers:2')],
        [on('Resource', 'ecs:*:*:servers:2', 'ecs:*:*:servers:1', 'ecs:*:*:servers:2')],
      ),
    ).toEqual(none);
    expect(
      grants(
        [{ ...on('Resource'), Resource: { uri: ['/iam/agencies/1'] } }],
        [{ ...on('Resource'), Resource: { uri: ['/iam/agencies/2'] } }],
      ),
    ).toEqual({ ...none, altered });
    expect(grants([{ ...on('Resource'), Resource: 1 }], [{ ...on('Resource'), Resource: 2 }])).toEqual({
      ...none,
      altered,
    });
  });

  it('differs by each value of a condition, and not by how a value or the order is written', () => {
    const when = (condition: unknown): StatementSketch => ({
      ...allow('ecs:servers:list'),
      Condition: condition,
    });
    const altered = ['ecs:servers:list conditional'];
    for (const other of [null, '${x}', true, 1, 'a', ['a', 'b'], { k: 'a' }])
      expect(grants([when({ Bool: { k: 'z' } })], [when({ Bool: { k: other } })])).toEqual({
        ...none,
        altered,
      });
    expect(grants([when({ Bool: { k: null } })], [when({ Bool: { k: '${x}' } })])).toEqual({
      ...none,
      altered,
    });
    expect(grants([when({ Bool: { k: '${x}' } })], [when({ Bool: { k: '${y}' } })])).toEqual({
      ...none,
      altered,
    });
    expect(grants([when({ Bool: { k: true } })], [when({ Bool: { k: ['true'] } })])).toEqual(none);
    expect(
      grants(
        [when({ Bool: { k: '1', j: '2' }, Null: { i: 'true' } })],
        [when({ Null: { i: 'true' }, Bool: { j: 2, k: 1 } })],
      ),
    ).toEqual(none);
  });

  it('does not depend on the order of statements that limit it', () => {
    const one: StatementSketch = { ...allow('ecs:servers:list'), Resource: ['ecs:*:*:servers:1'] };
    expect(grants([one, limited('ecs:servers:list')], [limited('ecs:servers:list'), one, one])).toEqual(none);
  });

  it('is sorted, and holds nothing that a Deny takes away', () => {
    expect(
      grants(
        [],
        [allow('ecs:servers:list', 'ecs:servers:delete', 'ecs:servers:get'), deny('ecs:servers:get')],
      ),
    ).toEqual({ ...none, gained: ['ecs:servers:delete granted', 'ecs:servers:list granted'] });
    expect(grants([allow('ecs:servers:list', 'ecs:servers:delete')], [])).toEqual({
      ...none,
      lost: ['ecs:servers:delete granted', 'ecs:servers:list granted'],
    });
  });

  it('is measured where a wildcard stands for something that is known', () => {
    expect(grants([], [allow('*:servers:list', '*')]).unmeasured).toEqual({ added: [], removed: [] });
  });

  it('cannot be told of a wildcard that stands for nothing that is known', () => {
    expect(grants([], [allow('ecs:flavours:*')])).toEqual({
      ...none,
      unmeasured: { added: ['ecs:flavours:*'], removed: [] },
    });
    expect(grants([], [allow('xyz:*:*', '*:moons:*', '${any}')]).unmeasured.added).toEqual([
      '${any}',
      '*:moons:*',
      'xyz:*:*',
    ]);
  });

  it('is the same however it is written', () => {
    expect(
      grants(
        [allow('ecs:servers:*')],
        [allow('ECS:servers:get', 'ecs:servers:list'), allow('ecs:servers:d*')],
      ),
    ).toEqual(none);
  });

  it('counts what the catalog does not know', () => {
    expect(grants([], [allow('xyz:things:get', 'xyz:*:*')])).toEqual({
      ...none,
      gained: ['xyz:things:get granted'],
      unmeasured: { added: ['xyz:*:*'], removed: [] },
    });
  });
});

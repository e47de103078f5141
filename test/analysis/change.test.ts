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
const limited = (...actions: string[]): StatementSketch => ({ ...allow(...actions), Condition: { Bool: { 'g:MFAPresent': ['true'] } } });

function verdict(calls: readonly string[], ...statements: readonly StatementSketch[]) {
  return judge(workloadOf(catalog, calls, statements));
}

function grants(before: readonly StatementSketch[], after: readonly StatementSketch[]) {
  const change = compareGrants(grantedBy([policyFrom(before)], catalog), grantedBy([policyFrom(after)], catalog));
  const names = (list: readonly { readonly action: string; readonly status: string }[]): string[] => list.map(({ action, status }) => `${action} ${status}`);
  return { gained: names(change.gained), lost: names(change.lost), altered: names(change.altered), unmeasured: change.unmeasured };
}

const none = { gained: [], lost: [], altered: [], unmeasured: { added: [], removed: [] } };

describe('two verdicts of a workload', () => {
  it('differ in what is newly missing and whose status changed', () => {
    const change = compareVerdicts(verdict([LIST, GET], allow('ecs:servers:list', 'ecs:servers:get')), verdict([LIST, GET], allow('ecs:servers:list')));
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

  it('are the same where only places and spelling moved', () => {
    const change = compareVerdicts(verdict([LIST], allow('ecs:servers:get'), deny('xyz:a:b')), verdict([LIST], deny('xyz:a:b'), allow('ECS:servers:get')));
    expect(isUnchanged(change)).toBe(true);
  });
});

describe('what two states of a policy grant', () => {
  it('differs by the actions that a wildcard adds', () => {
    expect(grants([allow('ecs:servers:list')], [allow('ecs:servers:*')])).toEqual({ ...none, gained: ['ecs:servers:delete granted', 'ecs:servers:get granted'] });
  });

  it('differs by what a Deny takes away', () => {
    expect(grants([allow('ecs:servers:*')], [allow('ecs:servers:*'), deny('ecs:servers:delete')])).toEqual({ ...none, lost: ['ecs:servers:delete granted'] });
  });

  it('differs where a condition comes or goes', () => {
    expect(grants([limited('ecs:servers:list')], [allow('ecs:servers:list')])).toEqual({ ...none, gained: ['ecs:servers:list granted'] });
    expect(grants([allow('ecs:servers:list')], [limited('ecs:servers:list')])).toEqual({ ...none, lost: ['ecs:servers:list granted'] });
  });

  it('differs where a condition is another one, and not where it is the same in other words', () => {
    const inRegions = (...regions: string[]): StatementSketch => ({ ...allow('ecs:servers:list'), Condition: { StringEquals: { 'g:RequestedRegion': regions } } });
    expect(grants([inRegions('eu-de')], [inRegions('eu-de', 'eu-nl')])).toEqual({ ...none, altered: ['ecs:servers:list conditional'] });
    expect(grants([inRegions('eu-de', 'eu-nl')], [inRegions('eu-nl', 'eu-de', 'eu-de')])).toEqual(none);
  });

  it('cannot be told of a wildcard that stands for nothing that is known', () => {
    expect(grants([], [allow('ecs:flavours:*')])).toEqual({ ...none, unmeasured: { added: ['ecs:flavours:*'], removed: [] } });
  });

  it('is the same however it is written', () => {
    expect(grants([allow('ecs:servers:*')], [allow('ECS:servers:get', 'ecs:servers:list'), allow('ecs:servers:d*')])).toEqual(none);
  });

  it('counts what the catalog does not know', () => {
    expect(grants([], [allow('xyz:things:get', 'xyz:*:*')])).toEqual({ ...none, gained: ['xyz:things:get granted'], unmeasured: { added: ['xyz:*:*'], removed: [] } });
  });
});

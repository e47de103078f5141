import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { Workload } from '../../src/analysis/verdict.js';
import { catalogOf } from '../calls/catalog.js';
import type { StatementSketch } from './workload.js';
import { allow, deny, policyFrom, policyFromText, workloadOf } from './workload.js';

const bare = { resources: [], condition_keys: [] };
const catalog = catalogOf(
  [
    { id: 'ecs/list', endpoints: ['GET /v1/servers'], actions: ['ecs:servers:list'] },
    { id: 'ecs/stop', endpoints: ['POST /v1/stop'], actions: ['ecs:servers:stop'] },
    { id: 'ecs/version', endpoints: ['GET /'], no_permission: true },
  ],
  [
    {
      service: 'ecs',
      actions: [
        { ...bare, name: 'ecs:cloudServers:listServers', aliases: ['ecs:servers:list'], versions: ['5.0'] },
      ],
    },
  ],
);

function within(
  policies: readonly StatementSketch[],
  ...boundaries: readonly (readonly StatementSketch[])[]
) {
  const workload: Workload = {
    ...workloadOf(catalog, ['GET /v1/servers'], policies),
    boundaries: boundaries.map((statements, index) =>
      policyFrom(statements, `boundary-${String(index + 1)}.json`, '5.0'),
    ),
  };
  return judge(workload);
}

describe('policies within boundaries', () => {
  it('grant what all of them allow', () => {
    expect(within([allow('ecs:*:*')], [allow('ecs:*:*')], [allow('*')]).calls[0]?.status).toBe('granted');
  });

  it('know the name of the other generation', () => {
    expect(within([allow('ecs:servers:list')], [allow('ecs:cloudServers:list*')]).denied).toEqual([]);
  });

  it('do not grant what one of them denies or leaves out, and say which and where', () => {
    const { denied, missing } = within(
      [allow('ecs:*:*')],
      [allow('*'), deny('ecs:cloudServers:listServers')],
      [allow('vpc:*:*')],
    );
    expect(missing).toEqual([]);
    expect(denied).toMatchObject([
      {
        action: 'ecs:servers:list',
        stops: [
          { boundary: { id: 'boundary-1.json' }, how: 'denied', sites: [{ statement: { effect: 'Deny' } }] },
          { boundary: { id: 'boundary-2.json' }, how: 'not-allowed' },
        ],
      },
    ]);
  });

  it('are not granted anything by them', () => {
    const verdict = within([allow('vpc:vpcs:list')], [allow('*')]);
    expect(verdict.missing).toMatchObject([{ action: 'ecs:servers:list' }]);
    expect(verdict.excess.every(({ site }) => !site.policy.id.startsWith('boundary'))).toBe(true);
  });

  it('pass one that only denies, but for what it denies', () => {
    expect(within([allow('ecs:*:*')], [deny('ecs:*:delete*')]).calls[0]?.status).toBe('granted');
    expect(within([allow('ecs:*:*')], [deny('ecs:*:list*')]).calls[0]?.status).toBe('denied');
  });

  it('are conditional where one of them is', () => {
    const guarded = { ...allow('ecs:*:*'), Condition: { Bool: { 'g:MFAPresent': ['true'] } } };
    expect(within([allow('ecs:*:*')], [guarded]).conditional).toMatchObject([{ why: ['condition'] }]);
  });

  it('are unproven beside a boundary that was not read, which may stop but not grant', () => {
    const verdict = judge({
      ...workloadOf(catalog, ['GET /v1/servers', 'POST /v1/stop', 'GET /'], [allow('ecs:servers:list')]),
      unreadBoundaries: ['scp.json'],
    });
    expect(verdict.calls.map(({ status }) => status)).toEqual(['unproven', 'missing', 'no-permission']);
    expect(verdict.unproven).toMatchObject([
      { kind: 'unread-boundary', reason: expect.stringContaining('scp.json') as string },
    ]);
  });
});

it('leaves what a role may have from the roles that it depends on unproven', () => {
  const role = policyFromText(
    '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:servers:list"] }], "Depends": [{ "catalog": "BASE", "display_name": "Tenant Guest" }] }',
    'role.json',
  );
  const verdict = judge({ ...workloadOf(catalog, ['GET /v1/servers', 'POST /v1/stop']), policies: [role] });
  expect(verdict.calls.map(({ status }) => status)).toEqual(['granted', 'unproven']);
  expect(verdict.missing).toEqual([]);
  expect(verdict.unproven[0]).toMatchObject({
    kind: 'role-depends',
    reason:
      'the role "role.json" depends on "Tenant Guest", which may grant it and must be granted beside it',
  });
});

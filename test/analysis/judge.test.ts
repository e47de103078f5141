import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { Verdict, Workload } from '../../src/analysis/verdict.js';
import { catalogOf } from '../calls/catalog.js';
import { allow, deny, policyFrom, workloadOf } from './workload.js';
import type { StatementSketch } from './workload.js';

const bare = { aliases: [], resources: [], condition_keys: [] };

/** What an operation needs of identity policies. */
function identityOf(...actions: readonly string[]) {
  return { actions, dependent_actions: [], scenarios: [], sources: [] };
}

const source = { page: 'ecs/lifecycle.md', table: 1, row: 7, line: 63, sha256: 'ab' };

const catalog = catalogOf(
  [
    {
      id: 'ecs/list-servers',
      endpoints: ['GET /v2/{project_id}/servers'],
      actions: ['ecs:servers:list'],
      sources: [source],
    },
    { id: 'ecs/show-server', endpoints: ['GET /v2/{project_id}/servers/{id}'], actions: ['ecs:servers:get'] },
    {
      id: 'ecs/create-server',
      endpoints: ['POST /v2/{project_id}/servers'],
      actions: ['ecs:servers:create', 'ecs:servers:get'],
      dependent_actions: ['vpc:ports:create'],
    },
    { id: 'ecs/stop', endpoints: ['POST /v2/{project_id}/action'], actions: ['ecs:servers:stop'] },
    { id: 'ecs/start', endpoints: ['POST /v2/{project_id}/action'], actions: ['ecs:servers:start'] },
    {
      id: 'ecs/bind-eip',
      endpoints: ['POST /v2/{project_id}/eips'],
      scenarios: [
        {
          when: 'a new EIP',
          actions: ['vpc:publicIps:create', 'vpc:publicIps:update'],
          dependent_actions: [],
        },
        {
          when: 'an existing EIP',
          actions: ['ecs:servers:update'],
          dependent_actions: ['vpc:publicIps:get'],
        },
      ],
    },
    {
      id: 'ecs/build',
      endpoints: ['POST /v2/{project_id}/builds'],
      scenarios: [
        { when: 'a new EIP', actions: ['ecs:servers:build'], dependent_actions: ['vpc:publicIps:create'] },
        { when: 'an existing EIP', actions: ['ecs:servers:build'], dependent_actions: ['vpc:publicIps:get'] },
      ],
    },
    {
      id: 'ecs/watch',
      endpoints: ['GET /v2/{project_id}/watch'],
      actions: ['ecs:servers:watch'],
      dependent_actions: ['vpc:*:list*'],
    },
    { id: 'ecs/version', endpoints: ['GET /'], no_permission: true },
    { id: 'ecs/untold', endpoints: ['GET /v2/untold'] },
    {
      id: 'ecs/shaky',
      endpoints: ['GET /v2/shaky'],
      actions: ['ecs:shaky:get'],
      doubts: [{ kind: 'guessed', confidence: 'doubtful', note: 'the cell could be read in two ways' }],
    },
    { id: 'vpc/list-vpcs', endpoints: ['GET /v1/{project_id}/vpcs'], actions: ['vpc:vpcs:list'] },
    { id: 'vpc/list-ports', endpoints: ['GET /v1/{project_id}/ports'], actions: ['vpc:ports:list'] },
  ],
  [
    {
      service: 'ecs',
      actions: [
        { name: 'ecs:consoles:see', permission_only: true, aliases: [], resources: [], condition_keys: [] },
        { ...bare, name: 'ecs:instances:read', aliases: ['ecs:servers:get', 'ecs:servers:fetchAll'] },
      ],
      former_actions: [
        {
          name: 'ecs:servers:fetch',
          last_documented: '2019-01-01',
          replaced_by: ['ecs:servers:get'],
          sources: [],
        },
      ],
    },
  ],
);

const LIST = 'GET /v2/{project_id}/servers';
const SHOW = 'GET /v2/{project_id}/servers/{id}';
const CREATE = 'POST /v2/{project_id}/servers';
const ACTION = 'POST /v2/{project_id}/action';
const EIP = 'POST /v2/{project_id}/eips';

const workload = (
  calls: Parameters<typeof workloadOf>[1],
  ...policies: Parameters<typeof policyFrom>[0][]
): Workload => workloadOf(catalog, calls, ...policies);

/** The verdict without its reasons. */
function summary({ calls, missing, denied, conditional, excess, unproven }: Verdict) {
  return {
    calls: calls.map(({ status }) => status),
    missing: missing.map(({ action }) => action),
    denied: denied.map(({ action }) => action),
    conditional: conditional.map(({ action }) => action),
    excess: excess.map(({ pattern }) => pattern),
    unproven: unproven.map(({ kind }) => kind),
  };
}

const clean = { missing: [], denied: [], conditional: [], excess: [], unproven: [] };

describe('a call', () => {
  it('is granted by its actions and dependent actions, in any case', () => {
    expect(
      summary(
        judge(workload([CREATE], [allow('ECS:Servers:CREATE', 'ecs:servers:get', 'vpc:ports:create')])),
      ),
    ).toEqual({ ...clean, calls: ['granted'] });
  });

  it('is missing what no policy grants, and says why', () => {
    const { missing, calls } = judge(
      workload([LIST, { api: CREATE, possible: true }], [allow('ecs:servers:create')]),
    );
    expect(missing).toMatchObject([
      {
        action: 'ecs:servers:list',
        as: 'action',
        possible: false,
        confidence: 'certain',
        because: [{ as: 'action', operation: { id: 'ecs/list-servers' }, source, scenario: undefined }],
      },
      { action: 'ecs:servers:get', as: 'action', possible: true },
      { action: 'vpc:ports:create', as: 'dependency', possible: true, because: [{ as: 'dependency' }] },
    ]);
    expect(calls[1]).toMatchObject({
      status: 'missing',
      needs: [
        { status: 'granted' },
        { status: 'missing' },
        { action: 'vpc:ports:create', as: 'dependency', status: 'missing' },
      ],
    });
  });

  it('gives one finding an action, with every call that needs it', () => {
    const { missing } = judge(
      workload([SHOW, { api: CREATE, possible: true }], [allow('ecs:servers:create', 'vpc:ports:create')]),
    );
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({
      possible: false,
      because: [{ operation: { id: 'ecs/show-server' } }, { operation: { id: 'ecs/create-server' } }],
    });
  });

  it('is covered by several policies together', () => {
    expect(
      summary(judge(workload([LIST, SHOW], [allow('ecs:servers:list')], [allow('ecs:servers:get')]))),
    ).toEqual({ ...clean, calls: ['granted', 'granted'] });
  });

  it('is denied by any of them, and the place is named', () => {
    const verdict = judge(workload([LIST], [allow('ecs:servers:list')], [deny('ecs:*:list')]));
    expect(summary(verdict)).toEqual({ ...clean, calls: ['denied'], denied: ['ecs:servers:list'] });
    expect(verdict.denied[0]?.by).toMatchObject([
      { policy: { id: 'policy-2.json' }, element: { value: 'ecs:*:list' } },
    ]);
  });

  it('is conditional where a condition, a resource or a conditional Deny decides', () => {
    const condition = { StringEquals: { 'g:UserName': ['x'] } };
    const verdict = judge(
      workload(
        [LIST, SHOW],
        [
          { ...allow('ecs:servers:list'), Condition: condition },
          allow('ecs:servers:get'),
          { ...deny('ecs:servers:get'), Condition: condition },
        ],
      ),
    );
    expect(summary(verdict)).toEqual({
      ...clean,
      calls: ['conditional', 'conditional'],
      conditional: ['ecs:servers:list', 'ecs:servers:get'],
    });
    expect(verdict.conditional.map(({ why }) => why)).toEqual([['condition'], ['conditional-deny']]);
    expect(verdict.conditional[1]?.sites).toMatchObject([{ statement: { index: 2 } }]);
  });

  it('of which no permission is needed needs none', () => {
    expect(summary(judge(workload(['GET /'], [])))).toEqual({ ...clean, calls: ['no-permission'] });
  });

  it('of which the documentation says nothing is unproven', () => {
    expect(judge(workload(['GET /v2/untold'], [])).unproven).toMatchObject([
      { kind: 'unknown-api', reason: 'the documentation does not say what this operation needs' },
    ]);
  });

  it('is no surer than its row', () => {
    expect(judge(workload(['GET /v2/shaky'], [])).missing).toMatchObject([{ confidence: 'doubtful' }]);
  });

  it('is granted by the name of the other generation', () => {
    expect(
      summary(
        judge({
          ...workload([SHOW]),
          policies: [policyFrom([allow('ecs:instances:read')], 'app.json', '5.0')],
        }),
      ),
    ).toEqual({ ...clean, calls: ['granted'] });
  });
});

describe('a call that is authorized twice', () => {
  /** Of policies 1.1 and of identity policies, as files of their own. */
  const judged = (classic: readonly StatementSketch[], identity: readonly StatementSketch[] = []) =>
    judge({
      ...workload([SHOW]),
      policies: [
        ...(classic.length > 0 ? [policyFrom(classic, 'classic.json', '1.1')] : []),
        ...(identity.length > 0 ? [policyFrom(identity, 'identity.json', '5.0')] : []),
      ],
    });
  const limited = { Condition: { Bool: { 'g:MFAPresent': 'true' } } };

  it.each<[string, string, readonly StatementSketch[], readonly StatementSketch[]]>([
    ['is granted by its name in a policy 1.1', 'granted', [allow('ecs:servers:get')], []],
    ['is granted by its name in an identity policy', 'granted', [], [allow('ecs:instances:read')]],
    ['is granted by an alias in an identity policy', 'granted', [], [allow('ecs:servers:get')]],
    ['is granted by another alias of it in a policy 1.1', 'granted', [allow('ecs:servers:fetchAll')], []],
    ['is not granted by its identity name in a policy 1.1', 'missing', [allow('ecs:instances:read')], []],
    ['is not granted by a wildcard over that name alone', 'missing', [allow('ecs:instances:*')], []],
    [
      'is denied by any alias, whatever is granted',
      'denied',
      [allow('ecs:servers:get'), deny('ecs:servers:fetchAll')],
      [],
    ],
    [
      'is denied by an alias in an identity policy',
      'denied',
      [],
      [allow('ecs:instances:read'), deny('ecs:servers:get')],
    ],
    [
      'is denied by a policy 1.1, though identity policies grant it',
      'denied',
      [deny('ecs:servers:fetchAll')],
      [allow('ecs:instances:read')],
    ],
    [
      'is denied by an identity policy, though policies 1.1 grant it',
      'denied',
      [allow('ecs:servers:get')],
      [deny('ecs:instances:read')],
    ],
    [
      'is not denied by its identity name in a policy 1.1',
      'granted',
      [allow('ecs:servers:get'), deny('ecs:instances:read')],
      [],
    ],
    [
      'is conditional where one side is and the other is not granted',
      'conditional',
      [allow('ecs:servers:stop')],
      [{ ...allow('ecs:instances:read'), ...limited }],
    ],
    [
      'is granted where one side is, whatever the other depends on',
      'granted',
      [allow('ecs:servers:get')],
      [{ ...allow('ecs:instances:read'), ...limited }],
    ],
    [
      'is conditional where one side denies it to some requests',
      'conditional',
      [allow('ecs:servers:get')],
      [{ ...deny('ecs:instances:read'), ...limited }],
    ],
    [
      'is left out by an alias in NotAction',
      'missing',
      [],
      [{ Effect: 'Allow', NotAction: ['ecs:servers:fetchAll'] }],
    ],
    [
      'is granted by a NotAction with none of its names',
      'granted',
      [],
      [{ Effect: 'Allow', NotAction: ['ecs:servers:stop'] }],
    ],
    [
      'is spared by an alias in the NotAction of a Deny',
      'granted',
      [],
      [allow('ecs:instances:read'), { Effect: 'Deny', NotAction: ['ecs:servers:get'] }],
    ],
  ])('%s: %s', (_, status, classic, identity) => {
    expect(judged(classic, identity).calls).toMatchObject([{ status }]);
  });

  it('is missing what its own policies would have to say', () => {
    expect(judged([allow('ecs:servers:stop')]).missing).toMatchObject([
      { action: 'ecs:servers:get', generation: '1.1' },
    ]);
    expect(judged([], [allow('ecs:servers:stop')]).missing).toMatchObject([
      { action: 'ecs:instances:read', generation: '5.0' },
    ]);
  });

  it('says which place denies it, and that it is only likely where the other side alone would allow it', () => {
    expect(judged([allow('ecs:servers:get')], [deny('ecs:instances:*')]).denied).toMatchObject([
      {
        action: 'ecs:instances:read',
        generation: '5.0',
        confidence: 'likely',
        by: [{ policy: { id: 'identity.json' }, element: { value: 'ecs:instances:*' } }],
      },
    ]);
    expect(judged([allow('ecs:servers:get'), deny('ecs:servers:get')]).denied).toMatchObject([
      { action: 'ecs:servers:get', generation: '1.1', confidence: 'certain' },
    ]);
  });

  it('reports one place once, though both sides meet it', () => {
    const { denied, conditional } = judged([deny('ecs:servers:get')]);
    expect(denied.map(({ action }) => action)).toEqual(['ecs:servers:get']);
    expect(conditional).toEqual([]);
  });
});

describe('a call of which one side is not known', () => {
  const own = catalogOf(
    [
      { id: 'ecs/old', endpoints: ['GET /old'], actions: ['ecs:old:x'] },
      { id: 'ecs/new', endpoints: ['GET /new'], identity: identityOf('ecs:new:x') },
      { id: 'ecs/free', endpoints: ['GET /free'], identity: { ...identityOf(), no_permission: true } },
      {
        id: 'ecs/unattached',
        endpoints: ['GET /unattached'],
        actions: ['ecs:old:x'],
        identity: { ...identityOf(), no_permission: true },
      },
      { id: 'ecs/split', endpoints: ['GET /split'], actions: ['ecs:split:x'] },
    ],
    [
      {
        service: 'ecs',
        actions: [
          { ...bare, name: 'ecs:new:x', aliases: ['ecs:former:x'], versions: ['5.0'] },
          { ...bare, name: 'ecs:one:a', aliases: ['ecs:split:x'], versions: ['5.0'] },
          { ...bare, name: 'ecs:two:b', aliases: ['ecs:split:x'], versions: ['5.0'] },
        ],
      },
    ],
  );
  const statusOf = (call: string, version: '1.1' | '5.0', ...actions: string[]) =>
    judge({ ...workloadOf(own, [call]), policies: [policyFrom([allow(...actions)], 'p.json', version)] });

  it.each<[string, string, '1.1' | '5.0', string, string]>([
    ['is unproven in identity policies, never missing', 'GET /old', '5.0', 'ecs:other:y', 'unproven'],
    ['is missing in policies 1.1, which it is known of', 'GET /old', '1.1', 'ecs:other:y', 'missing'],
    ['is unproven in policies 1.1, never missing', 'GET /new', '1.1', 'ecs:other:y', 'unproven'],
    ['is granted in policies 1.1 by an alias all the same', 'GET /new', '1.1', 'ecs:former:x', 'granted'],
    ['is missing in identity policies, which it is known of', 'GET /new', '5.0', 'ecs:other:y', 'missing'],
    ['is unproven where its name became several', 'GET /split', '5.0', 'ecs:one:a', 'unproven'],
    [
      'needs nothing of identity policies where a page says so',
      'GET /free',
      '5.0',
      'ecs:other:y',
      'no-permission',
    ],
    ['is not known to need nothing of policies 1.1', 'GET /free', '1.1', 'ecs:other:y', 'unproven'],
    [
      'needs of policies 1.1 what they name, though identity policies need not',
      'GET /unattached',
      '1.1',
      'ecs:other:y',
      'missing',
    ],
    [
      'needs nothing of identity policies, whatever 1.1 names',
      'GET /unattached',
      '5.0',
      'ecs:other:y',
      'no-permission',
    ],
  ])('%s', (_, call, version, action, status) => {
    expect(statusOf(call, version, action).calls).toMatchObject([{ status }]);
  });

  it('says which one', () => {
    expect(statusOf('GET /old', '5.0', 'ecs:other:y').unproven[0]?.reason).toBe(
      'the catalog knows what policies of Version 1.1 must allow for it, and not what identity policies (Version 5.0) must',
    );
  });

  it('leaves every grant of its service in those policies unproven, and none in the others', () => {
    expect(statusOf('GET /new', '1.1', 'ecs:old:x', 'ecs:s*:*')).toMatchObject({
      excess: [],
      unproven: [
        { kind: 'unknown-api' },
        { kind: 'possible-need', pattern: 'ecs:old:x' },
        { kind: 'possible-need', pattern: 'ecs:s*:*' },
      ],
    });
    expect(statusOf('GET /new', '5.0', 'ecs:new:x', 'ecs:one:a').excess).toMatchObject([
      { pattern: 'ecs:one:a', confidence: 'certain' },
    ]);
    expect(statusOf('GET /old', '1.1', 'ecs:old:x', 'ecs:split:x').excess).toMatchObject([
      { pattern: 'ecs:split:x', confidence: 'certain' },
    ]);
  });
});

describe('a wildcard in a policy of one generation', () => {
  const own = catalogOf(
    [
      {
        id: 'ecs/list',
        endpoints: ['GET /list'],
        actions: ['ecs:old:list'],
        identity: identityOf('ecs:new:list'),
      },
    ],
    [
      {
        service: 'ecs',
        actions: [
          { ...bare, name: 'ecs:new:list', aliases: ['ecs:old:list'], versions: ['5.0'] },
          { ...bare, name: 'ecs:new:stop', aliases: ['ecs:old:stop'], versions: ['5.0'] },
          { ...bare, name: 'ecs:kept:get', versions: ['1.1', '5.0'] },
        ],
      },
      { service: 'vpc', actions: [{ ...bare, name: 'vpc:vpcs:list' }] },
    ],
  );
  const excessOf = (version: '1.1' | '5.0', ...patterns: string[]) =>
    judge({
      ...workloadOf(own, ['GET /list']),
      policies: [policyFrom([allow(...patterns)], 'p.json', version)],
    });

  it('counts the names of that generation only', () => {
    expect(excessOf('1.1', 'ecs:*:*').excess).toMatchObject([
      { grants: ['ecs:kept:get', 'ecs:old:list', 'ecs:old:stop'], needed: ['ecs:old:list'] },
    ]);
    expect(excessOf('5.0', 'ecs:*:*').excess).toMatchObject([
      { grants: ['ecs:kept:get', 'ecs:new:list', 'ecs:new:stop'], needed: ['ecs:new:list'] },
    ]);
  });

  it('reaches in identity policies the actions of the aliases that it matches', () => {
    expect(excessOf('5.0', 'ecs:old:*').excess).toMatchObject([
      { grants: ['ecs:new:list', 'ecs:new:stop'], needed: ['ecs:new:list'] },
    ]);
  });

  it('is unproven where the catalog knows no action of the service in that generation', () => {
    expect(excessOf('5.0', 'ecs:new:list', 'vpc:*:*')).toMatchObject({
      excess: [],
      unproven: [
        {
          kind: 'unknown-service',
          pattern: 'vpc:*:*',
          reason: 'the catalog of huaweicloud does not know the actions of "vpc" in policies of Version 5.0',
        },
      ],
    });
  });
});

describe('a dependency that a page about policies 1.1 gives by its name in identity policies', () => {
  it('is asked of policies 1.1 by the name that they know', () => {
    const own = catalogOf(
      [
        {
          id: 'ecs/attach',
          endpoints: ['POST /attach'],
          actions: ['ecs:servers:attach'],
          dependent_actions: ['vpc:subnets:list'],
        },
      ],
      [
        {
          service: 'vpc',
          actions: [
            { ...bare, name: 'vpc:subnets:list', versions: ['5.0'], aliases: ['vpc:subnets:get'] },
            { ...bare, name: 'vpc:subnets:get', versions: ['1.1'] },
          ],
        },
      ],
    );
    const { missing } = judge(workloadOf(own, ['POST /attach'], [allow('ecs:servers:attach')]));
    expect(missing).toMatchObject([{ action: 'vpc:subnets:get', generation: '1.1', as: 'dependency' }]);
  });
});

describe('cases that share the action of the call itself', () => {
  const call = 'POST /v2/{project_id}/builds';
  const cases = (create: string, get: string) => [
    { scenario: 'a new EIP', needs: [{ action: 'vpc:publicIps:create', as: 'dependency', status: create }] },
    { scenario: 'an existing EIP', needs: [{ action: 'vpc:publicIps:get', as: 'dependency', status: get }] },
  ];

  it('are not asked of a call that they may not arise in: its own action is enough, and the rest is told', () => {
    const verdict = judge(workload([call], [allow('ecs:servers:build')]));
    expect(summary(verdict)).toEqual({ ...clean, calls: ['granted'] });
    expect(verdict.calls).toMatchObject([{ scenario: undefined, cases: cases('missing', 'missing') }]);
  });

  it('lack the own action by no name of a case', () => {
    const { missing } = judge(workload([call], [allow('vpc:publicIps:create', 'vpc:publicIps:get')]));
    expect(missing).toMatchObject([{ action: 'ecs:servers:build', because: [{ scenario: undefined }] }]);
  });

  it('may need what is granted for them, so that it is no excess', () => {
    const verdict = judge(
      workload([call], [allow('ecs:servers:build', 'vpc:publicIps:create'), deny('vpc:publicIps:get')]),
    );
    expect(summary(verdict)).toEqual({ ...clean, calls: ['granted'] });
    expect(verdict.calls).toMatchObject([{ cases: cases('granted', 'denied') }]);
  });

  it('are needed where the manifest says that they arise', () => {
    const { calls, missing } = judge(
      workload([{ api: call, when: ['a new EIP'] }], [allow('ecs:servers:build')]),
    );
    expect(missing).toMatchObject([{ action: 'vpc:publicIps:create', as: 'dependency' }]);
    expect(calls).toMatchObject([{ status: 'missing', cases: [] }]);
  });
});

describe('scenarios', () => {
  it('are met by any one of them', () => {
    expect(summary(judge(workload([EIP], [allow('ecs:servers:update', 'vpc:publicIps:get')])))).toEqual({
      ...clean,
      calls: ['granted'],
    });
  });

  it('are reported against the nearest, by its name', () => {
    const { missing, calls } = judge(workload([EIP], [allow('ecs:servers:update')]));
    expect(missing).toMatchObject([
      { action: 'vpc:publicIps:get', because: [{ scenario: 'an existing EIP' }] },
    ]);
    expect(calls).toMatchObject([{ scenario: 'an existing EIP' }]);
  });

  it('prefer a conditional one to one that lacks something', () => {
    const { calls } = judge(
      workload(
        [EIP],
        [
          allow('ecs:servers:update', 'vpc:publicIps:create'),
          { ...allow('vpc:publicIps:get'), Condition: { Bool: { 'g:MFAPresent': ['true'] } } },
        ],
      ),
    );
    expect(calls).toMatchObject([{ scenario: 'an existing EIP', status: 'conditional' }]);
  });

  it('that are not met are no excess either', () => {
    expect(
      summary(
        judge(workload([EIP], [allow('ecs:servers:update', 'vpc:publicIps:get', 'vpc:publicIps:create')])),
      ),
    ).toEqual({ ...clean, calls: ['granted'] });
  });
});

describe('a wildcard dependency', () => {
  const call = 'GET /v2/{project_id}/watch';

  it.each([
    ['a wildcard that contains it', ['vpc:*:*']],
    ['each action that it stands for today', ['vpc:vpcs:list', 'vpc:ports:list']],
  ])('is granted by %s', (_name, actions) => {
    expect(judge(workload([call], [allow('ecs:servers:watch', ...actions)])).calls).toMatchObject([
      { status: 'granted' },
    ]);
  });

  it('is missing where one of them is', () => {
    expect(summary(judge(workload([call], [allow('ecs:servers:watch', 'vpc:vpcs:list')])))).toEqual({
      ...clean,
      calls: ['missing'],
      missing: ['vpc:*:list*'],
    });
  });

  it('is denied where one of them is', () => {
    expect(
      summary(judge(workload([call], [allow('ecs:servers:watch', 'vpc:*:list*'), deny('vpc:ports:list')]))),
    ).toMatchObject({ calls: ['denied'], denied: ['vpc:*:list*'] });
  });

  it('is conditional where one of them is, with its reason and place', () => {
    const { conditional } = judge(
      workload(
        ['GET /v2/{project_id}/watch'],
        [
          allow('ecs:servers:watch', 'vpc:vpcs:list'),
          { ...allow('vpc:ports:list'), Condition: { Bool: { 'g:MFAPresent': 'true' } } },
        ],
      ),
    );
    expect(
      conditional.map(({ action, why, sites }) => [action, why, sites.map(({ element }) => element?.value)]),
    ).toEqual([['vpc:*:list*', ['condition'], ['vpc:ports:list']]]);
  });

  it('is denied by what denies it to every request, and by nothing else', () => {
    const { denied } = judge(
      workload(
        ['GET /v2/{project_id}/watch'],
        [
          allow('ecs:servers:watch', 'vpc:*:*'),
          deny('vpc:ports:list'),
          { ...deny('vpc:ports:*'), Condition: { Bool: { 'g:MFAPresent': 'false' } } },
        ],
      ),
    );
    expect(denied.map(({ action, by }) => [action, by.map(({ element }) => element?.value)])).toEqual([
      ['vpc:*:list*', ['vpc:ports:list']],
    ]);
  });

  it.each([
    ['xyz:*:*', 'granted'],
    ['xyz:*:list', 'granted'],
    ['xyz:moons:list', 'missing'],
  ])('of a service that nobody knows is compared by its text: %s, %s', (pattern, status) => {
    const own = catalogOf([
      { id: 'ecs/far', endpoints: ['GET /far'], actions: ['ecs:far:get'], dependent_actions: ['xyz:*:list'] },
    ]);
    expect(judge(workloadOf(own, ['GET /far'], [allow('ecs:far:get', pattern)])).calls).toMatchObject([
      { status },
    ]);
  });

  it('makes the grants that it stands for needed', () => {
    expect(judge(workload([call], [allow('ecs:servers:watch', 'vpc:*:*')])).excess).toMatchObject([
      { pattern: 'vpc:*:*', needed: ['vpc:ports:list', 'vpc:vpcs:list'] },
    ]);
  });
});

describe('excess', () => {
  it('is a literal that no call needs, where it stands', () => {
    const { excess } = judge(
      workload([LIST], [allow('ecs:servers:list')], [allow('ecs:servers:stop', 'ecs:servers:list')]),
    );
    expect(excess).toMatchObject([
      {
        pattern: 'ecs:servers:stop',
        kind: 'literal',
        grants: ['ecs:servers:stop'],
        needed: [],
        confidence: 'certain',
        site: { policy: { id: 'policy-2.json' }, element: { value: 'ecs:servers:stop' } },
      },
    ]);
  });

  it('is a wildcard once, with what it grants today and what is needed', () => {
    const { excess } = judge(workload([LIST, SHOW], [allow('ecs:servers:*')]));
    expect(excess).toMatchObject([
      {
        pattern: 'ecs:servers:*',
        kind: 'wildcard',
        needed: ['ecs:servers:get', 'ecs:servers:list'],
        confidence: 'certain',
      },
    ]);
    expect(excess[0]?.grants).toHaveLength(9);
  });

  it('is not a wildcard all of which is needed', () => {
    expect(judge(workload([LIST], [allow('ecs:servers:l*')])).excess).toEqual([]);
  });

  it('is what a NotAction leaves over', () => {
    expect(judge(workload([LIST], [{ Effect: 'Allow', NotAction: ['ecs:*:*'] }])).excess).toMatchObject([
      { pattern: 'NotAction', kind: 'not-action', needed: [], site: { element: undefined } },
    ]);
  });

  it('is not what a Deny takes away again', () => {
    const { excess } = judge(
      workload(
        [LIST],
        [allow('ecs:servers:stop', 'ecs:servers:s*', 'ecs:servers:list'), deny('ecs:servers:st*')],
      ),
    );
    expect(excess).toEqual([]);
  });

  it('is no less for a Deny that only some requests meet', () => {
    const { excess } = judge(
      workload(
        [LIST],
        [
          allow('ecs:servers:st*'),
          { ...deny('ecs:servers:stop'), Condition: { Bool: { 'g:MFAPresent': 'false' } } },
        ],
      ),
    );
    expect(excess).toMatchObject([{ grants: ['ecs:servers:start', 'ecs:servers:stop'] }]);
  });

  it('is not what only a possible call needs', () => {
    expect(judge(workload([{ api: LIST, possible: true }], [allow('ecs:servers:list')])).excess).toEqual([]);
  });

  it('is not the former name of something needed', () => {
    expect(judge(workload([SHOW], [allow('ecs:servers:get', 'ecs:servers:fetch')])).excess).toEqual([]);
    expect(judge(workload([LIST], [allow('ecs:servers:list', 'ecs:servers:fetch')])).excess).toMatchObject([
      { pattern: 'ecs:servers:fetch', confidence: 'likely' },
    ]);
  });

  it('is likely where the catalog cannot tell', () => {
    expect(
      judge(workload([LIST], [allow('ecs:servers:list', 'ecs:nobody:knows', 'ecs:consoles:see')])).excess,
    ).toMatchObject([
      { pattern: 'ecs:nobody:knows', grants: [], confidence: 'likely' },
      { pattern: 'ecs:consoles:see', confidence: 'likely' },
    ]);
  });

  it('is nothing that has not the form of an action', () => {
    expect(
      summary(judge(workload([LIST], [allow('ecs:servers:list', 's3:GetObject', 'nonsense', '')]))),
    ).toEqual({ ...clean, calls: ['granted'] });
  });

  it('is none in policies that say nothing of identities', () => {
    const bucket = policyFrom(
      [{ Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] }],
      'bucket.json',
      '2008-10-17',
    );
    expect(judge({ ...workload([]), policies: [bucket] })).toMatchObject(clean);
  });
});

describe('beside a call that was not proven', () => {
  /** What is in excess with its confidence, and what is unproven because it may be needed. */
  const weighed = (calls: Parameters<typeof workloadOf>[1], ...patterns: string[]) => {
    const { excess, unproven } = judge(workload(calls, [allow(...patterns)]));
    return {
      excess: excess.map(({ pattern, confidence }) => `${pattern} ${confidence}`),
      possible: unproven.flatMap((one) => (one.kind === 'possible-need' ? one.pattern : [])),
    };
  };

  it('nothing that a candidate of an ambiguous one needs is excess, and the rest is certain', () => {
    expect(
      weighed(
        [ACTION],
        'ecs:servers:stop',
        'ecs:servers:list',
        'ecs:servers:st*',
        'ecs:servers:*',
        'vpc:*:*',
      ),
    ).toEqual({
      excess: ['ecs:servers:list certain', 'vpc:*:* certain'],
      possible: ['ecs:servers:stop', 'ecs:servers:st*', 'ecs:servers:*'],
    });
  });

  it('says why a grant is not excess', () => {
    const { unproven } = judge(
      workload(
        [ACTION, 'GET https://vpc.eu-de.example.com/v9/things'],
        [allow('ecs:servers:stop', 'vpc:vpcs:list')],
      ),
    );
    expect(unproven).toMatchObject([
      { kind: 'ambiguous-api', reason: '2 operations fit and need different actions' },
      { kind: 'unknown-api' },
      { reason: `"${ACTION}" may be several operations, and one of them needs it` },
      { reason: '"GET https://vpc.eu-de.example.com/v9/things" is not known, and may need it' },
    ]);
  });

  it.each<[string, string | { api: undefined; operation: string }]>([
    ['its host', 'GET https://vpc.eu-de.example.com/v9/things'],
    ['an endpoint that is near it', 'GET /v1/{project_id}/vpcz'],
    ['the client of its SDK', { api: undefined, operation: 'VpcClient.createMoon' }],
    ['the service before its name', { api: undefined, operation: 'vpc:CreateMoon' }],
    ['the service and version before its name', { api: undefined, operation: 'vpc/v3 create_moon' }],
  ])('nothing of the service is excess that %s tells, and nothing at all is certain', (_, call) => {
    expect(weighed([call, LIST], 'ecs:servers:stop', 'vpc:vpcs:list', 'vpc:*:*', '*:servers:st*')).toEqual({
      excess: ['ecs:servers:stop likely', '*:servers:st* likely'],
      possible: ['vpc:vpcs:list', 'vpc:*:*'],
    });
  });

  it('nothing is excess where nothing tells the service', () => {
    expect(
      weighed(['GET /v77/a/b/c/d/e', LIST], 'ecs:servers:list', 'ecs:servers:stop', 'vpc:*:*', '*'),
    ).toEqual({ excess: [], possible: ['ecs:servers:stop', 'vpc:*:*', '*'] });
  });

  it('nothing of its service is excess where the documentation does not say what it needs', () => {
    expect(weighed(['GET /v2/untold'], 'ecs:servers:stop', 'vpc:vpcs:list')).toEqual({
      excess: ['vpc:vpcs:list certain'],
      possible: ['ecs:servers:stop'],
    });
  });

  it('nothing of the service of a client is excess whose calls were not read', () => {
    const beside = (service: string | undefined) =>
      judge({
        ...workload([LIST], [allow('ecs:servers:list', 'ecs:servers:stop', 'vpc:vpcs:list')]),
        unread: [{ client: 'the VPC client', service }],
      });
    expect(beside('VPC')).toMatchObject({
      excess: [{ pattern: 'ecs:servers:stop', confidence: 'likely' }],
      unproven: [
        {
          kind: 'possible-need',
          pattern: 'vpc:vpcs:list',
          reason: 'the calls of the VPC client were not read, and may need it',
        },
      ],
    });
    expect(beside(undefined)).toMatchObject({
      excess: [],
      unproven: [{ pattern: 'ecs:servers:stop' }, { pattern: 'vpc:vpcs:list' }],
    });
  });

  it('excess of the service of a doubtful row is no surer than the row', () => {
    expect(
      judge(workload(['GET /v2/shaky'], [allow('ecs:shaky:get', 'ecs:servers:stop', 'vpc:vpcs:list')]))
        .excess,
    ).toMatchObject([{ confidence: 'doubtful' }, { confidence: 'certain' }]);
  });
});

describe('what cannot be measured', () => {
  it('is a grant of a service that the catalog does not know', () => {
    const { unproven, excess } = judge(
      workload([LIST], [allow('ecs:servers:list', 'xyz:*:*', 'xyz:things:get')]),
    );
    expect(excess).toEqual([]);
    expect(unproven).toMatchObject([
      {
        kind: 'unknown-service',
        pattern: 'xyz:*:*',
        reason: 'the catalog of huaweicloud does not know the service "xyz"',
      },
      { kind: 'unknown-service', pattern: 'xyz:things:get' },
    ]);
  });

  it.each<[string, Parameters<typeof policyFrom>[0]]>([
    ['an action', [allow('ecs:servers:list', 'ecs:${type}:stop')]],
    ['an exception', [allow('ecs:servers:list'), { Effect: 'Allow', NotAction: ['vpc:*:*', '${all}'] }]],
    ['an effect', [allow('ecs:servers:list'), { ...allow('ecs:servers:stop'), Effect: '${effect}' }]],
  ])('is %s that is only known at run time', (_, statements) => {
    const { unproven, excess } = judge(workload([LIST], statements));
    expect(excess).toEqual([]);
    expect(unproven).toMatchObject([
      { kind: 'unknown-part', reason: 'what it grants is only known at run time' },
    ]);
  });
});

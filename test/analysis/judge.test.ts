import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { Verdict, Workload } from '../../src/analysis/verdict.js';
import { catalogOf } from '../calls/catalog.js';
import { allow, deny, policyFrom, workloadOf } from './workload.js';

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
          actions: ['ecs:servers:update', 'vpc:publicIps:create', 'vpc:publicIps:update'],
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
        { name: 'ecs:instances:read', aliases: ['ecs:servers:get'], resources: [], condition_keys: [] },
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

describe('the names of a permission in two generations', () => {
  const outcome = (...statements: Parameters<typeof policyFrom>[0]) => {
    const { calls, denied, conditional } = judge(workload([SHOW], statements));
    return [
      calls[0]?.status,
      ...[...denied.flatMap(({ by }) => by), ...conditional.flatMap(({ sites }) => sites)].map(
        ({ element }) => element?.value,
      ),
    ];
  };

  it.each<[string, Parameters<typeof policyFrom>[0], unknown[]]>([
    ['the other one, granted, is enough', [allow('ecs:instances:read')], ['granted']],
    [
      'the other one, granted to some requests, makes it conditional there',
      [{ ...allow('ecs:instances:read'), Condition: { Bool: { 'g:MFAPresent': 'true' } } }],
      ['conditional', 'ecs:instances:read'],
    ],
    [
      'the other one, denied, is denied there',
      [allow('ecs:servers:get'), deny('ecs:instances:*')],
      ['denied', 'ecs:instances:*'],
    ],
    [
      'its own, denied, is denied there, whatever the other one is',
      [allow('ecs:instances:read'), deny('ecs:servers:get')],
      ['denied', 'ecs:servers:get'],
    ],
    ['its own, granted, needs no other', [allow('ecs:servers:get')], ['granted']],
    [
      'its own, conditional, stays so beside the other one',
      [
        { ...allow('ecs:servers:get'), Condition: { Bool: { 'g:MFAPresent': 'true' } } },
        allow('ecs:instances:read'),
      ],
      ['conditional', 'ecs:servers:get'],
    ],
    ['neither is missing', [allow('ecs:servers:stop')], ['missing']],
    [
      'either in NotAction is left out',
      [{ Effect: 'Allow', NotAction: ['ecs:instances:read'] }],
      ['missing'],
    ],
    ['its own in NotAction is left out', [{ Effect: 'Allow', NotAction: ['ecs:servers:get'] }], ['missing']],
    ['neither in NotAction is granted', [{ Effect: 'Allow', NotAction: ['ecs:servers:stop'] }], ['granted']],
    [
      'either in the NotAction of a Deny is spared',
      [allow('ecs:servers:get'), { Effect: 'Deny', NotAction: ['ecs:instances:read'] }],
      ['granted'],
    ],
    [
      'its own in the NotAction of a Deny is spared',
      [allow('ecs:instances:read'), { Effect: 'Deny', NotAction: ['ecs:servers:get'] }],
      ['granted'],
    ],
    [
      'neither in the NotAction of a Deny is denied',
      [allow('ecs:servers:get'), { Effect: 'Deny', NotAction: ['ecs:servers:stop'] }],
      ['denied', undefined],
    ],
  ])('%s', (_, statements, expected) => {
    expect(outcome(...statements)).toEqual(expected);
  });
});

describe('a permission that is two in the other generation', () => {
  const own = catalogOf(
    [{ id: 'ecs/old', endpoints: ['GET /old'], actions: ['ecs:old:x'] }],
    [
      {
        service: 'ecs',
        actions: ['ecs:one:a', 'ecs:two:b'].map((name) => ({
          name,
          aliases: ['ecs:old:x'],
          resources: [],
          condition_keys: [],
        })),
      },
    ],
  );

  it.each<[string, Parameters<typeof policyFrom>[0], string]>([
    ['is granted by both', [allow('ecs:one:a', 'ecs:two:b')], 'granted'],
    ['is not granted by one of them', [allow('ecs:one:a')], 'missing'],
    ['is not granted where one of them is denied', [allow('ecs:one:a'), deny('ecs:two:b')], 'missing'],
    ['is its own where one of them is denied', [allow('ecs:old:x'), deny('ecs:two:b')], 'granted'],
    [
      'is not granted where NotAction leaves one of them out',
      [{ Effect: 'Allow', NotAction: ['ecs:one:a'] }],
      'missing',
    ],
    [
      'is denied where the NotAction of a Deny spares one of them only',
      [allow('ecs:old:x'), { Effect: 'Deny', NotAction: ['ecs:one:a'] }],
      'denied',
    ],
    [
      'is not denied where the NotAction of a Deny spares both',
      [allow('ecs:old:x'), { Effect: 'Deny', NotAction: ['ecs:one:a', 'ecs:two:b'] }],
      'granted',
    ],
    ['is denied where both are', [allow('ecs:old:x'), deny('ecs:one:a', 'ecs:two:b')], 'denied'],
  ])('%s', (_, statements, status) => {
    expect(judge(workloadOf(own, ['GET /old'], statements)).calls).toMatchObject([{ status }]);
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
    expect(excess[0]?.grants).toHaveLength(7);
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
  it('excess that one of its candidates needs is doubtful, the rest is certain', () => {
    const { excess, unproven } = judge(
      workload([ACTION], [allow('ecs:servers:stop', 'ecs:servers:list', 'ecs:servers:st*', 'ecs:servers:*')]),
    );
    expect(unproven).toMatchObject([
      { kind: 'ambiguous-api', reason: '2 operations fit and need different actions' },
    ]);
    expect(excess.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([
      ['ecs:servers:stop', 'doubtful'],
      ['ecs:servers:list', 'certain'],
      ['ecs:servers:st*', 'doubtful'],
      ['ecs:servers:*', 'likely'],
    ]);
  });

  it('excess is doubtful where all that no call needs is what a candidate needs, whatever else is covered', () => {
    const { excess } = judge(workload([ACTION, LIST], [allow('ecs:servers:*st*')]));
    expect(excess).toMatchObject([{ needed: ['ecs:servers:list'], confidence: 'doubtful' }]);
    expect(excess[0]?.grants).toEqual(['ecs:servers:list', 'ecs:servers:start', 'ecs:servers:stop']);
  });

  it('no excess is certain if the call is unknown, and what is of its service is doubtful', () => {
    const { excess, unproven } = judge(
      workload(
        ['GET https://vpc.eu-de.example.com/v9/things', LIST],
        [allow('ecs:servers:stop', 'vpc:vpcs:list', 'vpc:*:*')],
      ),
    );
    expect(unproven).toMatchObject([{ kind: 'unknown-api' }]);
    expect(excess.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([
      ['ecs:servers:stop', 'likely'],
      ['vpc:vpcs:list', 'doubtful'],
      ['vpc:*:*', 'doubtful'],
    ]);
  });

  it.each<[string, string, string, string]>([
    ['an endpoint that is near it', 'GET /v1/{project_id}/vpcz', 'likely', 'doubtful'],
    [
      'what is near it, though its own name is of none',
      'GET /v2/{project_id}/servers/{id}/watch',
      'doubtful',
      'likely',
    ],
    ['nothing that is known', 'GET /v77/a/b/c/d/e', 'likely', 'likely'],
  ])('the service of an unknown call is told by %s', (_, api, ecs, vpc) => {
    const { excess, unproven } = judge(
      workload([api], [allow('ecs:servers:stop', 'vpc:ports:list', '*:servers:st*')]),
    );
    expect(unproven).toMatchObject([{ kind: 'unknown-api' }]);
    expect(excess.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([
      ['ecs:servers:stop', ecs],
      ['vpc:ports:list', vpc],
      ['*:servers:st*', 'likely'],
    ]);
  });

  it('what only the candidates of an ambiguous call need makes a wildcard over it no surer than likely', () => {
    const { excess } = judge(workload([ACTION], [allow('ecs:*:*', 'vpc:*:*')]));
    expect(excess.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([
      ['ecs:*:*', 'likely'],
      ['vpc:*:*', 'certain'],
    ]);
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

describe('beside an SDK operation that nobody knows', () => {
  it.each(['VpcClient.createMoon', 'vpc:CreateMoon', 'vpc/v3 create_moon'])(
    'what is of its service is doubtful, and nothing is certain: %s',
    (operation) => {
      const { excess } = judge(
        workload([{ api: undefined, operation }, LIST], [allow('ecs:servers:stop', 'vpc:vpcs:list')]),
      );
      expect(excess.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([
        ['ecs:servers:stop', 'likely'],
        ['vpc:vpcs:list', 'doubtful'],
      ]);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { PackedPolicy } from '../../src/analysis/synthesis/pack.js';
import { synthesise } from '../../src/analysis/synthesis/synthesise.js';
import type { Call } from '../../src/calls/call.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { callOf, catalogOf } from '../calls/catalog.js';
import type { OperationSketch } from '../calls/catalog.js';
import { policyFromText } from './workload.js';

const bare = { resources: [], condition_keys: [] };

const catalog = catalogOf(
  [
    {
      id: 'ecs/list',
      endpoints: ['GET /v1/servers'],
      actions: ['ecs:servers:list'],
      dependent_actions: ['vpc:*:list*'],
    },
    {
      id: 'ecs/console',
      endpoints: ['GET /v1/console'],
      actions: ['ecs:servers:see'],
      dependent_actions: ['vpc:vpcs:list'],
    },
    { id: 'ecs/get', endpoints: ['GET /v1/servers/{id}'], actions: ['ECS:servers:get'] },
    {
      id: 'ecs/bind',
      endpoints: ['POST /v1/eips'],
      scenarios: [
        {
          when: 'a new EIP',
          actions: ['vpc:publicIps:create', 'vpc:publicIps:update', 'vpc:bandwidths:create'],
          dependent_actions: [],
        },
        {
          when: 'an existing EIP',
          actions: ['ecs:servers:update', 'vpc:publicIps:get'],
          dependent_actions: [],
        },
      ],
    },
    { id: 'ecs/stop', endpoints: ['POST /v1/action'], actions: ['ecs:servers:stop'] },
    { id: 'ecs/start', endpoints: ['POST /v1/action'], actions: ['ecs:servers:start'] },
    { id: 'ecs/odd', endpoints: ['GET /v1/odd'], actions: ['ecs:odd', 'ecs:odd:get'] },
    { id: 'ecs/version', endpoints: ['GET /'], no_permission: true },
    { id: 'vpc/vpcs', endpoints: ['GET /v1/vpcs'], actions: ['vpc:vpcs:list'] },
    { id: 'vpc/ports', endpoints: ['GET /v1/ports'], actions: ['vpc:ports:list'] },
    { id: 'iam/users', endpoints: ['GET /v3/users'], actions: ['iam:users:listUsers'] },
    { id: 'obs/list', actions: ['obs:bucket:ListBucket'] },
  ],
  [{ service: 'ecs', actions: [{ name: 'ecs:cloudServers:show', aliases: ['ecs:servers:get'], ...bare }] }],
);

function policies(calls: readonly string[], generation: '1.1' | '5.0' = '1.1') {
  return synthesise(
    calls.map((call) => resolveCall(callOf(call), catalog)),
    catalog,
    generation,
  );
}

function contents({ group, part, document }: PackedPolicy): string {
  return `${group}${part === undefined ? '' : String(part)}: ${document.Statement.map(({ Action }) => Action.join(' ')).join(' | ')}`;
}

describe('the least-privilege policy', () => {
  it('holds exactly what the calls need, sorted, with services in lower case', () => {
    expect(policies(['GET /v1/servers/{id}', 'GET /v1/vpcs']).policies.map(contents)).toEqual([
      'all: ecs:servers:get vpc:vpcs:list',
    ]);
  });

  it('does not grant a dependency that is a wildcard, and says so', () => {
    const { policies: packed, remarks } = policies(['GET /v1/servers']);
    expect(packed.map(contents)).toEqual(['all: ecs:servers:list']);
    expect(remarks).toMatchObject([
      { kind: 'wildcard', action: 'vpc:*:list*', call: { operation: { id: 'ecs/list' } } },
    ]);
  });

  it('writes a wildcard that the documentation names as the action itself', () => {
    const own = catalogOf([{ id: 'coc/keys', endpoints: ['GET /keys'], actions: ['coc:*:listKeys'] }]);
    const { policies: packed, remarks } = synthesise([resolveCall(callOf('GET /keys'), own)], own, '1.1');
    expect(packed.map(contents)).toEqual(['all: coc:*:listKeys']);
    expect(remarks).toEqual([]);
  });

  it('takes the scenario that adds least, and says so', () => {
    const { policies: packed, remarks } = policies(['POST /v1/eips']);
    expect(packed.map(contents)).toEqual(['all: ecs:servers:update vpc:publicIps:get']);
    expect(remarks).toMatchObject([{ kind: 'scenario', chosen: 'an existing EIP', others: ['a new EIP'] }]);
  });

  it('grants what a call always needs, and says what it needs besides when a case arises', () => {
    const own = catalogOf([
      {
        id: 'sfs/delete',
        endpoints: ['DELETE /shares'],
        scenarios: [
          { when: 'otherwise', actions: ['sfs:shares:delete'], dependent_actions: [] },
          { when: 'in a VPC', actions: ['sfs:shares:delete'], dependent_actions: ['vpc:*:*'] },
        ],
      },
    ]);
    const generate = (call: Partial<Call>) => synthesise([resolveCall(callOf(call), own)], own, '1.1');
    const [always, inVpc] = [{}, { when: ['in a VPC'] }].map((one) =>
      generate({ api: 'DELETE /shares', ...one }),
    );
    expect(always?.policies.map(contents)).toEqual(['all: sfs:shares:delete']);
    expect(always?.remarks).toMatchObject([
      { kind: 'cases', cases: [{ scenario: 'in a VPC', needs: [{ action: 'vpc:*:*' }] }] },
    ]);
    // A whole service is nobody's least privilege, whatever arises.
    expect(inVpc?.policies.map(contents)).toEqual(['all: sfs:shares:delete']);
    expect(inVpc?.remarks).toMatchObject([{ kind: 'wildcard', action: 'vpc:*:*' }]);
  });

  it('counts nothing that is needed anyway: the scenario of more actions adds less', () => {
    const own = catalogOf([
      { id: 'ecs/most', endpoints: ['GET /most'], actions: ['ecs:a:x', 'ecs:a:y', 'ecs:a:z'] },
      {
        id: 'ecs/choice',
        endpoints: ['GET /choice'],
        scenarios: [
          { when: 'one new', actions: ['ecs:b:x'], dependent_actions: [] },
          { when: 'three known', actions: ['ecs:a:x', 'ecs:a:y', 'ecs:A:Z'], dependent_actions: [] },
        ],
      },
    ]);
    const { remarks, policies: packed } = synthesise(
      ['GET /choice', 'GET /most'].map((call) => resolveCall(callOf(call), own)),
      own,
      '1.1',
    );
    expect(remarks).toMatchObject([{ chosen: 'three known', others: ['one new'] }]);
    expect(packed.map(contents)).toEqual(['all: ecs:a:x ecs:a:y ecs:a:z']);
  });

  it('of OBS alone says so, as it must be granted twice', () => {
    expect(policies(['obs/list']).policies.map(contents)).toEqual(['obs: obs:bucket:ListBucket']);
    expect(policies(['GET /v3/users']).policies.map(contents)).toEqual(['all: iam:users:listUsers']);
  });

  it('keeps global services, project-level services and OBS apart in 1.1, and together in 5.0', () => {
    const calls = ['GET /v1/vpcs', 'GET /v3/users', 'obs/list'];
    expect(policies(calls).policies.map(contents)).toEqual([
      'global: iam:users:listUsers',
      'obs: obs:bucket:ListBucket',
      'project: vpc:vpcs:list',
    ]);
  });

  it('gives each call once as the reason of an action that it needs in two ways', () => {
    const own = catalogOf([
      { id: 'vpc/a', endpoints: ['GET /a'], actions: ['vpc:vpcs:list'] },
      {
        id: 'vpc/b',
        endpoints: ['GET /b'],
        actions: ['vpc:vpcs:list'],
        dependent_actions: ['VPC:vpcs:list'],
      },
    ]);
    const { reasons } = synthesise(
      ['GET /a', 'GET /b'].map((call) => resolveCall(callOf(call), own)),
      own,
      '1.1',
    );
    expect(reasons.get('vpc:vpcs:list')).toMatchObject([
      { as: 'action', operation: { id: 'vpc/a' } },
      { as: 'action', operation: { id: 'vpc/b' } },
    ]);
  });

  it('gives the reason of each action', () => {
    expect(policies(['GET /v1/vpcs', 'GET /v1/console']).reasons.get('vpc:vpcs:list')).toMatchObject([
      { as: 'action', operation: { id: 'vpc/vpcs' } },
      { as: 'dependency', operation: { id: 'ecs/console' } },
    ]);
  });

  it('leaves out what is no action, and says so', () => {
    const { policies: packed, remarks } = policies(['GET /v1/odd']);
    expect(packed.map(contents)).toEqual(['all: ecs:odd:get']);
    expect(remarks).toMatchObject([{ kind: 'malformed', action: 'ecs:odd' }]);
  });

  it('names the calls that it does without', () => {
    expect(
      policies(['POST /v1/action', 'GET /v9/nothing', 'GET /v1/vpcs']).unproven.map(({ kind }) => kind),
    ).toEqual(['ambiguous-api', 'unknown-api']);
  });

  it('is none where no permission is needed', () => {
    expect(policies(['GET /']).policies).toEqual([]);
  });
});

describe('a large set of actions', () => {
  const many = (count: number, length: number): Catalog =>
    catalogOf([
      {
        id: 'ecs/all',
        endpoints: ['GET /all'],
        actions: Array.from(
          { length: count },
          (_, index) => `ecs:things:${String(index).padStart(length, 'x')}`,
        ),
      },
    ]);
  const pack = (count: number, length: number, generation: '1.1' | '5.0' = '1.1') => {
    const own = many(count, length);
    return synthesise([resolveCall(callOf('GET /all'), own)], own, generation);
  };

  it('fills policies of 100 actions', () => {
    expect(
      pack(150, 4).policies.map(({ part, document }) => [
        part,
        ...document.Statement.map(({ Action }) => Action.length),
      ]),
    ).toEqual([
      [1, 100],
      [2, 50],
    ]);
  });

  it('fills policies of 6,144 characters', () => {
    const { policies: packed } = pack(400, 70);
    expect(packed.map(({ part }) => part)).toEqual(packed.map((_, index) => index + 1));
    expect(packed.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action))).toHaveLength(
      400,
    );
    for (const { document } of packed) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6144);
    const [first, second] = packed.map(({ document }) => document.Statement[0]?.Action ?? []);
    expect(first?.length).toBeLessThan(100);
    expect(
      JSON.stringify({
        Version: '1.1',
        Statement: [{ Effect: 'Allow', Action: [...(first ?? []), second?.[0]] }],
      }).length,
    ).toBeGreaterThan(6144);
  });

  it('fills policies of 6,144 characters to the last one', () => {
    const frame = JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: [''] }] }).length;
    const actionOf = (length: number) => `ecs:things:${'x'.repeat(length - 'ecs:things:'.length)}`;
    const packed = (length: number) => {
      const own = catalogOf([
        { id: 'ecs/all', endpoints: ['GET /all'], actions: [actionOf(length), 'ecs:things:a'] },
      ]);
      return synthesise([resolveCall(callOf('GET /all'), own)], own, '1.1').policies.length;
    };
    const whole = 6144 - frame - '"ecs:things:a",'.length;
    expect([packed(whole), packed(whole + 1)]).toEqual([1, 2]);
  });
});

describe('the least-privilege policy of Version 5.0', () => {
  const identity = (...actions: string[]) => ({
    actions,
    dependent_actions: [],
    scenarios: [],
    sources: [],
  });
  const instance = [{ type: 'instance', required: true, condition_keys: [] }];
  const own = catalogOf(
    [
      {
        id: 'ecs/list',
        endpoints: ['GET /list'],
        actions: ['ecs:old:list'],
        identity: identity('ecs:new:list'),
      },
      { id: 'ecs/stop', endpoints: ['GET /stop'], identity: identity('ecs:new:stop') },
      { id: 'ecs/start', endpoints: ['GET /start'], identity: identity('ecs:new:start') },
      {
        id: 'ecs/attach',
        endpoints: ['GET /attach'],
        identity: { ...identity('ecs:new:attach'), dependent_actions: ['evs:old:use', 'evs:lone:use'] },
      },
      { id: 'ecs/kept', endpoints: ['GET /kept'], actions: ['ecs:kept:get'] },
      { id: 'ecs/renamed', endpoints: ['GET /renamed'], actions: ['ecs:former:get'] },
      { id: 'ecs/untold', endpoints: ['GET /untold'], actions: ['ecs:untold:get'] },
      { id: 'obs/list', identity: identity('obs:bucket:listBucket') },
      { id: 'iam/users', endpoints: ['GET /users'], identity: identity('IdentityCenter:users:list') },
      {
        id: 'ecs/many',
        endpoints: ['GET /many'],
        identity: identity(...Array.from({ length: 150 }, (_, index) => `ecs:many:x${String(index)}`)),
      },
    ],
    [
      {
        service: 'ecs',
        actions: [
          { name: 'ecs:new:list', aliases: ['ecs:old:list'], resources: [], condition_keys: [] },
          { name: 'ecs:new:stop', aliases: ['ecs:old:stop'], resources: instance, condition_keys: [] },
          {
            name: 'ecs:new:start',
            aliases: ['ecs:old:start', 'ecs:old:boot'],
            resources: instance,
            condition_keys: [],
          },
          {
            name: 'ecs:new:attach',
            aliases: ['ecs:old:attach'],
            resources: [...instance, { type: 'evs:volume', required: true, condition_keys: [] }],
            condition_keys: [],
          },
          { name: 'ecs:kept:get', ...bare, aliases: [], versions: ['1.1', '5.0'] },
          { name: 'ecs:new:get', ...bare, aliases: ['ecs:former:get'] },
        ],
      },
      { service: 'evs', actions: [{ name: 'evs:new:use', ...bare, aliases: ['evs:old:use'] }] },
    ],
  );
  const written = (calls: readonly string[], generation: '1.1' | '5.0' = '5.0') => {
    const resolved = calls.map((call) => resolveCall(callOf(call), own));
    const { policies: packed, ...rest } = synthesise(resolved, own, generation);
    return { ...rest, resolved, statements: packed.map(({ document }) => document.Statement), packed };
  };

  it('holds identity actions, with the resources that they can be narrowed to', () => {
    const { statements } = written(['GET /list', 'GET /stop', 'GET /start', 'GET /attach']);
    expect(statements).toEqual([
      [
        { Effect: 'Allow', Action: ['ecs:new:list', 'evs:lone:use', 'evs:new:use'] },
        { Effect: 'Allow', Action: ['ecs:new:attach'], Resource: ['ecs:*:*:instance:*', 'evs:*:*:volume:*'] },
        { Effect: 'Allow', Action: ['ecs:new:start', 'ecs:new:stop'], Resource: ['ecs:*:*:instance:*'] },
      ],
    ]);
  });

  it('grants the calls that it was made for, and nothing besides', () => {
    const { packed, resolved } = written([
      'GET /list',
      'GET /stop',
      'GET /attach',
      'GET /kept',
      'GET /renamed',
    ]);
    const verdict = judge({
      catalog: own,
      calls: resolved,
      policies: packed.map(({ document }) => policyFromText(JSON.stringify(document))),
    });
    expect(verdict.calls.map(({ status }) => status)).toEqual(resolved.map(() => 'granted'));
    expect(verdict.excess).toEqual([]);
  });

  it('says which dependency identity policies are not known to call so', () => {
    expect(written(['GET /attach']).remarks).toEqual([{ kind: 'generation', action: 'evs:lone:use' }]);
  });

  it('takes a name that was kept, and one that became one other, and is not sure of them', () => {
    const { reasons } = written(['GET /kept', 'GET /renamed']);
    expect([...reasons].map(([name, because]) => [name, because[0]?.confidence])).toEqual([
      ['ecs:kept:get', 'likely'],
      ['ecs:new:get', 'likely'],
    ]);
  });

  it('does without calls of which it is only known what policies 1.1 need', () => {
    const { packed, unproven } = written(['GET /untold']);
    expect(packed).toEqual([]);
    expect(unproven).toMatchObject([
      { kind: 'unknown-api', resolution: { operation: { id: 'ecs/untold' } } },
    ]);
  });

  it('holds actions without a resource type', () => {
    const sts = catalogOf([
      { id: 'sts/tag', endpoints: ['GET /tag'], identity: identity('sts::tagSession') },
    ]);
    const { policies: packed, remarks } = synthesise([resolveCall(callOf('GET /tag'), sts)], sts, '5.0');
    expect(packed.map(contents)).toEqual(['all: sts::tagSession']);
    expect(remarks).toEqual([]);
  });

  it('keeps services together, and their names as they are written', () => {
    expect(written(['obs/list', 'GET /users']).packed.map(contents)).toEqual([
      'all: IdentityCenter:users:list obs:bucket:listBucket',
    ]);
  });

  it('has one statement for all that takes no resource, as nothing limits how many actions it has', () => {
    expect(written(['GET /many']).statements).toMatchObject([[{ Effect: 'Allow' }]]);
  });

  it('has a counterpart of 1.1 by the alias, where it is one', () => {
    const { packed, unproven } = written(['GET /stop', 'GET /start'], '1.1');
    expect(packed.map(contents)).toEqual(['all: ecs:old:stop']);
    expect(unproven).toMatchObject([{ resolution: { operation: { id: 'ecs/start' } } }]);
  });
});

describe('every synthesised policy', () => {
  const ACTIONS = ['ecs', 'vpc', 'iam', 'obs'].flatMap((service) =>
    ['x:get', 'x:list', 'y:set'].map((rest) => `${service}:${rest}`),
  );
  const needs = fc.record({
    actions: fc.uniqueArray(fc.constantFrom(...ACTIONS, 'vpc:*:*', 'ecs:x:*'), {
      minLength: 1,
      maxLength: 4,
    }),
    dependent_actions: fc.uniqueArray(fc.constantFrom(...ACTIONS), { maxLength: 2 }),
  });
  const operation = fc.oneof(
    needs.map((need) => ({ ...need, scenarios: [] })),
    fc.array(needs, { minLength: 2, maxLength: 3 }).map((scenarios) => ({
      actions: [],
      dependent_actions: [],
      scenarios: scenarios.map((need, index) => ({ when: `way ${String(index)}`, ...need })),
    })),
  );

  it('grants every call, and nothing besides', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 5 }), (operations) => {
        const sketches: OperationSketch[] = operations.map((one, index) => ({
          id: `ecs/op-${String(index)}`,
          endpoints: [`GET /op/${String(index)}`],
          ...one,
        }));
        const own = catalogOf(
          sketches,
          ['ecs', 'vpc', 'iam', 'obs'].map((service) => ({
            service,
            actions: ACTIONS.filter((name) => name.startsWith(service)).map((name) => ({
              name,
              aliases: [],
              ...bare,
            })),
          })),
        );
        const calls = sketches.map((_, index) => resolveCall(callOf(`GET /op/${String(index)}`), own));
        const workload = synthesise(calls, own, '1.1').policies.map(({ document }, index) =>
          policyFromText(JSON.stringify(document), `p${String(index)}.json`),
        );
        const verdict = judge({ catalog: own, calls, policies: workload });
        expect(verdict.calls.map(({ status }) => status)).toEqual(calls.map(() => 'granted'));
        expect(verdict.excess).toEqual([]);
      }),
    );
  });
});

describe('calls that name what they are about', () => {
  const span = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
  const about = (operation: string, ...urns: readonly string[]): Partial<Call> => ({
    operation,
    resources: urns.map((urn) => ({ urn, confidence: 'certain', span })),
  });
  const own = catalogOf(
    [
      { id: 'obs/get', actions: ['obs:object:GetObject'] },
      { id: 'obs/list', actions: ['obs:bucket:ListBucket'] },
      {
        id: 'ecs/start',
        identity: { actions: ['ecs:servers:start'], dependent_actions: [], scenarios: [], sources: [] },
      },
    ],
    [
      {
        service: 'ecs',
        actions: [
          {
            name: 'ecs:servers:start',
            aliases: [],
            condition_keys: [],
            versions: ['5.0'],
            resources: [
              { type: 'instance', required: true, condition_keys: [] },
              { type: 'image', required: false, condition_keys: [] },
            ],
          },
        ],
      },
    ],
  );
  const statementsOf = (calls: readonly Partial<Call>[], generation: '1.1' | '5.0' = '1.1') =>
    synthesise(
      calls.map((call) => resolveCall(callOf(call), own)),
      own,
      generation,
    ).policies.flatMap(({ document }) => document.Statement);

  it('make policies for these resources, where all that need an action do', () => {
    const reports = about('obs/get', 'obs:*:*:object:reports/*', 'obs:*:*:object:reports/2026/*');
    expect(
      statementsOf([reports, about('obs/get', 'obs:*:*:object:inbox/*'), { operation: 'obs/list' }]),
    ).toEqual([
      { Effect: 'Allow', Action: ['obs:bucket:ListBucket'] },
      {
        Effect: 'Allow',
        Action: ['obs:object:GetObject'],
        Resource: ['obs:*:*:object:inbox/*', 'obs:*:*:object:reports/*'],
      },
    ]);
    expect(statementsOf([reports, { operation: 'obs/get' }])).toEqual([
      { Effect: 'Allow', Action: ['obs:object:GetObject'] },
    ]);
  });

  it('leave a statement open that could not list them all', () => {
    const many = Array.from({ length: 11 }, (_, index) => `obs:*:*:object:b${String(index)}/*`);
    expect(statementsOf([about('obs/get', ...many)])).toEqual([
      { Effect: 'Allow', Action: ['obs:object:GetObject'] },
    ]);
  });

  it('name in identity policies what else the action can be narrowed to as before', () => {
    expect(statementsOf([about('ecs/start', 'ecs:*:*:instance:web')], '5.0')).toEqual([
      {
        Effect: 'Allow',
        Action: ['ecs:servers:start'],
        Resource: ['ecs:*:*:instance:web', 'ecs:*:*:image:*'],
      },
    ]);
  });
});

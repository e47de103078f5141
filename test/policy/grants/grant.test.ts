import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/policy/grants/decision.js';
import { compileGrants } from '../../../src/policy/grants/grant.js';
import { matches } from '../../../src/policy/grants/pattern.js';
import { matchesResource } from '../../../src/policy/grants/resource.js';
import { policy, withUnknowns } from '../plain.js';
import { defined } from '../../../src/defined.js';

interface PlainStatement {
  Effect: 'Allow' | 'Deny';
  Action?: string[];
  NotAction?: string[];
  Resource?: string[];
  NotResource?: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

const of = (...policies: PlainStatement[][]): ReturnType<typeof compileGrants> =>
  compileGrants(
    policies.map((Statement, index) => ({ id: `p${index}`, policy: policy({ Version: '1.1', Statement }) })),
  );
const decide = (action: string, ...policies: PlainStatement[][]): Decision => of(...policies).decide(action);
const outcome = (action: string, ...policies: PlainStatement[][]): string => {
  const { outcome: is, why } = decide(action, ...policies);
  return [is, ...why].join(' ');
};

const allow = (...Action: string[]): PlainStatement => ({ Effect: 'Allow', Action });
const deny = (...Action: string[]): PlainStatement => ({ Effect: 'Deny', Action });
const mfa = { Bool: { 'g:MFAPresent': ['true'] } };

describe('what policies grant', () => {
  it.each<[string, string, PlainStatement[][]]>([
    ['an Allow grants', 'allowed', [[allow('ecs:servers:get')]]],
    ['whatever the case', 'allowed', [[allow('ECS:Servers:GET')]]],
    ['a wildcard grants', 'allowed', [[allow('ecs:*:*')]]],
    ['nothing said grants nothing', 'not-granted', [[allow('vpc:*:*')]]],
    ['a Deny wins over an Allow', 'denied', [[allow('*:*:*'), deny('ecs:servers:get')]]],
    ['across policies too', 'denied', [[allow('ecs:servers:get')], [deny('ecs:*:get*')]]],
    ['a Deny alone denies', 'denied', [[deny('ecs:*:*')]]],
    ['NotAction allows everything else', 'allowed', [[{ Effect: 'Allow', NotAction: ['iam:*:*'] }]]],
    [
      'NotAction leaves out what it names',
      'not-granted',
      [[{ Effect: 'Allow', NotAction: ['ecs:*:get', 'iam:*:*'] }]],
    ],
    [
      'a Deny of NotAction denies everything else',
      'denied',
      [[allow('*'), { Effect: 'Deny', NotAction: ['iam:*:*'] }]],
    ],
    ['a Condition limits', 'conditional condition', [[{ ...allow('ecs:servers:get'), Condition: mfa }]]],
    ['an empty Condition does not', 'allowed', [[{ ...allow('ecs:servers:get'), Condition: {} }]]],
    [
      'a Resource limits',
      'conditional resource',
      [[{ ...allow('ecs:servers:get'), Resource: ['ecs:*:*:instance:1'] }]],
    ],
    [
      'Resource * does not',
      'allowed',
      [[{ ...allow('ecs:servers:get'), Resource: ['ecs:*:*:instance:1', '*'] }]],
    ],
    [
      'five parts of wildcards do not',
      'allowed',
      [[{ ...allow('ecs:servers:get'), Resource: ['ecs:*:*:*:*'] }]],
    ],
    [
      'NotResource limits',
      'conditional resource',
      [[{ ...allow('ecs:servers:get'), NotResource: ['ecs:*:*:instance:1'] }]],
    ],
    ['NotResource * leaves nothing', 'not-granted', [[{ ...allow('ecs:servers:get'), NotResource: ['*'] }]]],
    [
      'NotResource * beside others leaves nothing',
      'not-granted',
      [[{ ...allow('ecs:servers:get'), NotResource: ['ecs:*:*:instance:1', '*'] }]],
    ],
    [
      'an empty NotResource leaves everything',
      'allowed',
      [[{ ...allow('ecs:servers:get'), NotResource: [] }]],
    ],
    [
      'a Condition that is no object limits',
      'conditional condition',
      [[{ ...allow('ecs:servers:get'), Condition: [] as never }]],
    ],
    ['a statement without an Effect grants nothing', 'not-granted', [[{ Action: ['ecs:*:*'] } as never]]],
    [
      'one unlimited Allow is enough',
      'allowed',
      [[{ ...allow('ecs:servers:get'), Condition: mfa }], [allow('ecs:servers:*')]],
    ],
    [
      'a limited Deny makes it conditional',
      'conditional conditional-deny',
      [[allow('ecs:servers:get'), { ...deny('ecs:*:*'), Condition: mfa }]],
    ],
    [
      'a limited Deny of what nobody allows is nothing',
      'not-granted',
      [[{ ...deny('ecs:*:*'), Condition: mfa }]],
    ],
    [
      'all reasons are told',
      'conditional condition resource conditional-deny',
      [
        [
          { ...allow('ecs:servers:get'), Condition: mfa, Resource: ['x:*:*:y:z'] },
          { ...deny('ecs:*:*'), NotResource: ['a:*:*:b:c'] },
        ],
      ],
    ],
  ])('%s', (_, expected, policies) => {
    expect(outcome('ecs:servers:get', ...policies)).toBe(expected);
  });

  it('tells every place that allows or denies', () => {
    const { allows, denies } = decide(
      'ecs:servers:get',
      [allow('vpc:*:*', 'ecs:*:*'), { Effect: 'Allow', NotAction: ['iam:*:*'] }],
      [deny('ecs:servers:get')],
    );
    expect(
      allows.map(({ policy: { id }, statement, element }) => [id, statement.index, element?.value]),
    ).toEqual([
      ['p0', 0, 'ecs:*:*'],
      ['p0', 1, undefined],
    ]);
    expect(denies.map(({ policy: { id }, element }) => [id, element?.value])).toEqual([
      ['p1', 'ecs:servers:get'],
    ]);
  });

  it('tells them in the order in which they are written, whatever kind they are', () => {
    const { allows } = decide('ecs:servers:get', [
      allow('ecs:*:*', 'ecs:servers:get', '*', 'ECS:servers:get'),
    ]);
    expect(allows.map(({ element }) => element?.value)).toEqual([
      'ecs:*:*',
      'ecs:servers:get',
      '*',
      'ECS:servers:get',
    ]);
  });

  it("a resource of the action's own type with wildcards leaves nothing out", () => {
    const buckets = [{ ...allow('obs:bucket:*', 'obs:object:*'), Resource: ['obs:*:*:bucket:*'] }];
    expect(outcome('obs:bucket:HeadBucket', buckets)).toBe('allowed');
    expect(outcome('obs:object:GetObject', buckets)).toBe('conditional resource');
  });

  it('the agency form is limited to the agencies it names', () => {
    const agencies = (uri: string): string =>
      compileGrants([
        {
          id: 'p',
          policy: policy({
            Version: '1.1',
            Statement: [{ Effect: 'Allow', Action: ['iam:agencies:assume'], Resource: { uri: [uri] } }],
          }),
        },
      ]).decide('iam:agencies:assume').outcome;
    expect(agencies('/iam/agencies/1')).toBe('conditional');
    expect(agencies('/iam/agencies/*')).toBe('allowed');
  });

  it('policies that hang on a resource grant an identity nothing', () => {
    const bucket = policy({
      Statement: [{ Effect: 'Allow', Principal: { ID: ['*'] }, Action: ['*'], Resource: ['b'] }],
    });
    expect(compileGrants([{ id: 'p', policy: bucket }]).decide('obs:bucket:HeadBucket').outcome).toBe(
      'not-granted',
    );
  });

  it('lists the allowing parts as written', () => {
    const grants = of([
      { ...allow('ecs:servers:get', 'ecs:*:*'), Condition: mfa },
      { Effect: 'Allow', NotAction: ['iam:*:*'] },
      deny('a:b:c'),
    ]);
    expect(grants.allowPatterns().map(({ pattern, kind, site }) => [pattern, kind, site.limits])).toEqual([
      ['ecs:servers:get', 'literal', ['condition']],
      ['ecs:*:*', 'wildcard', ['condition']],
      ['NotAction', 'not-action', []],
    ]);
    expect(grants.allowPatterns()[2]?.covers('iam:users:get')).toBe(false);
    expect(grants.denyPatterns().map(({ pattern }) => pattern)).toEqual(['a:b:c']);
  });

  it.each<[string, PlainStatement, string[]]>([
    [
      'by resources of another type',
      { ...allow('obs:object:*'), Resource: ['obs:*:*:bucket:*'] },
      ['resource'],
    ],
    [
      'by none where the resource is every one of its type',
      { ...allow('obs:bucket:*'), Resource: ['obs:*:*:bucket:*'] },
      [],
    ],
    [
      'by the resources of one type, where NotAction spans them all',
      { Effect: 'Allow', NotAction: ['iam:*:*'], Resource: ['obs:*:*:bucket:*'] },
      ['resource'],
    ],
    [
      'by none where one of several resources is *',
      { ...allow('ecs:*:*'), Resource: ['ecs:*:*:instance:1', '*'] },
      [],
    ],
    ['by NotResource', { ...allow('ecs:*:*'), NotResource: ['ecs:*:*:instance:1'] }, ['resource']],
    ['by a NotResource that leaves nothing', { ...allow('ecs:*:*'), NotResource: ['*'] }, ['resource']],
    ['by none where NotResource is empty', { ...allow('ecs:*:*'), NotResource: [] }, []],
    [
      'by what is only known at run time in Resource',
      { ...allow('ecs:*:*'), Resource: ['${any}'] },
      ['unknown-part'],
    ],
    [
      'by what is only known at run time in NotResource',
      { ...allow('ecs:*:*'), NotResource: ['${any}'] },
      ['unknown-part'],
    ],
  ])('a part is limited %s', (_, statement, limits) => {
    const [grant] = compileGrants([
      { id: 'p', policy: withUnknowns(policy({ Version: '1.1', Statement: [statement] })) },
    ]).allowPatterns();
    expect(grant?.site.limits).toEqual(limits);
  });

  it('an action that is only known at run time is a part of its own kind, with the node that stands for it', () => {
    const [grant] = compileGrants([
      { id: 'p', policy: withUnknowns(policy({ Version: '1.1', Statement: [allow('${any}')] })) },
    ]).allowPatterns();
    expect(grant).toMatchObject({
      kind: 'unknown',
      pattern: '${any}',
      site: { element: undefined, unknown: { type: 'Unknown' }, limits: ['unknown-part'] },
    });
  });
});

describe('what is only known at run time makes matters conditional', () => {
  it.each<[string, string, PlainStatement[]]>([
    ['an unknown action may be this one', 'conditional unknown-part', [allow('${any}')]],
    [
      'an action of which a part is unknown may be this one',
      'conditional unknown-part',
      [allow('ecs:servers:${x}')],
    ],
    ['or cannot', 'not-granted', [allow('vpc:${x}:get')]],
    ['a known Allow beside it is enough', 'allowed', [allow('${any}', 'ecs:servers:get')]],
    ['an unknown action in a Deny', 'conditional unknown-part', [allow('ecs:servers:get'), deny('${any}')]],
    ['an unknown exception', 'conditional unknown-part', [{ Effect: 'Allow', NotAction: ['${any}'] }]],
    [
      'an unknown resource',
      'conditional unknown-part',
      [{ ...allow('ecs:servers:get'), Resource: ['${any}'] }],
    ],
    [
      'an unknown NotResource',
      'conditional unknown-part',
      [{ ...allow('ecs:servers:get'), NotResource: ['${any}'] }],
    ],
    [
      'a known NotResource beside an unknown one',
      'conditional resource',
      [{ ...allow('ecs:servers:get'), NotResource: ['ecs:*:*:instance:1', '${any}'] }],
    ],
    [
      'an unknown resource beside every resource is nothing',
      'allowed',
      [{ ...allow('ecs:servers:get'), Resource: ['*', '${any}'] }],
    ],
    [
      'a Deny that is limited, too',
      'conditional conditional-deny',
      [allow('ecs:servers:get'), { ...deny('${any}'), Condition: mfa }],
    ],
    [
      'an unknown effect',
      'conditional unknown-part',
      [{ ...allow('ecs:servers:get'), Effect: '${any}' as 'Allow' }],
    ],
    [
      'an unknown statement beside an Allow',
      'conditional unknown-part',
      [allow('ecs:servers:get'), '${any}' as unknown as PlainStatement],
    ],
  ])('%s', (_, expected, Statement) => {
    const { outcome: is, why } = compileGrants([
      { id: 'p', policy: withUnknowns(policy({ Version: '1.1', Statement })) },
    ]).decide('ecs:servers:get');
    expect([is, ...why].join(' ')).toBe(expected);
  });
});

/** The evaluation that the user guide describes, request by request: Deny first, then any Allow, else nothing. */
interface Request {
  action: string;
  resource: string;
  context: Record<string, string>;
}

function applies(statement: PlainStatement, { action, resource, context }: Request): boolean {
  const action_ =
    statement.Action === undefined
      ? !(statement.NotAction ?? []).some((one) => matches(one, action))
      : statement.Action.some((one) => matches(one, action));
  const resource_ =
    statement.Resource?.some((one) => matchesResource(one, resource)) ??
    !(statement.NotResource ?? []).some((one) => matchesResource(one, resource));
  const condition = Object.values(statement.Condition ?? {}).every((keys) =>
    Object.entries(keys).every(([key, values]) => values.includes(context[key] ?? '')),
  );
  return action_ && resource_ && condition;
}

function allowsRequest(statements: readonly PlainStatement[], request: Request): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny')
  );
}

describe('grants agree with evaluating every request', () => {
  const ACTIONS = ['a:t:x', 'a:t:y', 'a:u:x', 'b:t:x', 'b:u:z'];
  const RESOURCES = ['a:r:1:t:p', 'a:r:1:t:q', 'a:r:1:u:p', 'b:r:1:t:p', 'b:r:2:u:q'];
  const CONTEXTS = [{}, { k: '1' }, { k: '2' }, { j: '1' }, { k: '1', j: '1' }, { k: '2', j: '1' }];
  const patterns = fc.subarray(['a:t:x', 'A:T:*', 'a:*:x', '*:*:x', 'b:*', '*', '*:u:z', 'b:t:x', 'a:t:y*'], {
    minLength: 1,
    maxLength: 3,
  });
  const resources = fc.subarray(['*', 'a:*:*:*:*', 'a:*:*:t:*', 'a:*:*:t:p', '*:*:*:*:q', 'b:*:2:*:*'], {
    minLength: 1,
    maxLength: 2,
  });
  const conditions = fc.constantFrom<NonNullable<PlainStatement['Condition']>[]>(
    { StringEquals: { k: ['1'] } },
    { StringEquals: { k: ['1', '2'] } },
    { StringEquals: { j: ['1'], k: ['2'] } },
  );
  const statement = fc
    .record({
      Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      actions: patterns,
      negated: fc.boolean(),
      resources: fc.option(resources, { nil: undefined }),
      notResource: fc.boolean(),
      Condition: fc.option(conditions, { nil: undefined, freq: 3 }),
    })
    .map(({ Effect, actions, negated, resources: list, notResource, Condition }): PlainStatement =>
      defined({
        Effect,
        [negated ? 'NotAction' : 'Action']: actions,
        [notResource ? 'NotResource' : 'Resource']: list,
        Condition,
      }),
    );
  // An action of a service comes only to resources of its service and type: what `isAnyResource` rests on.
  const requestsFor = (action: string): Request[] =>
    RESOURCES.filter(
      (resource) =>
        resource.startsWith(action.slice(0, 1)) && resource.split(':')[3] === action.split(':')[1],
    ).flatMap((resource) => CONTEXTS.map((context) => ({ action, resource, context })));

  it('allowed means always, not granted and denied mean never', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(statement, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (policies) => {
          const grants = of(...policies);
          const all = policies.flat();
          for (const action of ACTIONS) {
            const requests = requestsFor(action);
            const decision = grants.decide(action);
            const allowed = requests.filter((request) => allowsRequest(all, request)).length;
            if (decision.outcome === 'allowed') expect(allowed).toBe(requests.length);
            if (decision.outcome === 'denied' || decision.outcome === 'not-granted') expect(allowed).toBe(0);
            if (decision.outcome === 'denied')
              expect(
                requests.every((request) =>
                  all.some((one) => one.Effect === 'Deny' && applies(one, request)),
                ),
              ).toBe(true);
            if (allowed > 0 && allowed < requests.length) expect(decision.outcome).toBe('conditional');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('conditional means sometimes, wherever one limited statement decides', () => {
    const condition = { StringEquals: { k: ['1'] } };
    fc.assert(
      fc.property(
        patterns,
        fc.constantFrom('Allow' as const, 'Deny' as const),
        fc.boolean(),
        (actions, effect, narrowed) => {
          const limit = narrowed ? { Resource: ['*:*:*:*:q'] } : { Condition: condition };
          const limited: PlainStatement = {
            Effect: effect,
            Action: actions,
            ...limit,
          };
          const all = effect === 'Allow' ? [limited] : [allow('*'), limited];
          for (const action of ACTIONS) {
            const requests = [
              ...requestsFor(action),
              ...CONTEXTS.flatMap((context) =>
                ['p', 'q'].map((path) => ({
                  action,
                  resource: `${action.slice(0, 1)}:r:1:${action.split(':')[1] ?? ''}:${path}`,
                  context,
                })),
              ),
            ];
            const allowed = requests.filter((request) => allowsRequest(all, request)).length;
            expect(of(all).decide(action).outcome).toBe(outcomeOf(allowed, requests.length));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function outcomeOf(allowed: number, asked: number): string {
  if (allowed === 0) return 'not-granted';
  return allowed === asked ? 'allowed' : 'conditional';
}

import { describe, expect, it } from 'vitest';
import { compareAccess } from '../../src/requests/compare-access.js';
import { accessBeyond } from '../../src/requests/access-beyond.js';
import type { StatementSketch } from '../analysis/workload.js';
import { allow, deny, policyFrom } from '../analysis/workload.js';

const compare = (
  before: readonly StatementSketch[],
  after: readonly StatementSketch[],
  options: Parameters<typeof compareAccess>[2] = {},
  version = '1.1',
) =>
  compareAccess([policyFrom(before, 'app.json', version)], [policyFrom(after, 'app.json', version)], options);

const WAF = 'waf:*:*';

describe('what a change allows', () => {
  it.each<[what: string, before: StatementSketch[], after: StatementSketch[]]>([
    ['a Deny of services without a catalog goes', [allow('*:*:*'), deny('dds:*:*', WAF)], [allow('*:*:*')]],
    ['a Deny is narrowed', [allow(WAF), deny('*:*:delete*')], [allow(WAF), deny('ecs:*:delete*')]],
    [
      'a Condition goes',
      [{ ...allow(WAF), Condition: { Bool: { 'g:MFAPresent': ['true'] } } }],
      [allow(WAF)],
    ],
    ['a Resource goes', [{ ...allow(WAF), Resource: ['waf:*:*:instance:x'] }], [allow(WAF)]],
    ['a Deny of an unknown action goes', [allow('*:*:*'), deny('ims:images:newThing')], [allow('*:*:*')]],
    ['a wildcard swallows an action', [allow('ims:images:newThing')], [allow('ims:*:*')]],
    [
      'a NotAction names less',
      [{ Effect: 'Allow', NotAction: ['dds:*:*', 'iam:*:*'] }],
      [{ Effect: 'Allow', NotAction: ['iam:*:*'] }],
    ],
    [
      'a NotResource names less',
      [{ ...allow(WAF), NotResource: ['waf:*:*:a:*', 'waf:*:*:b:*'] }],
      [{ ...allow(WAF), NotResource: ['waf:*:*:a:*'] }],
    ],
    ['a range of addresses grows', [from('10.0.0.0/16')], [from('10.0.0.0/8')]],
    ['a later end', [until('2026-01-01T00:00:00Z')], [until('2027-01-01T00:00:00Z')]],
    ['another value is accepted', [named('a')], [named('a', 'b')]],
    [
      'an absent key is accepted',
      [named('a')],
      [{ ...allow(WAF), Condition: { StringEqualsIfExists: { 'g:UserName': ['a'] } } }],
    ],
  ])('is more where %s', (_, before, after) => {
    const wider = compare(before, after);
    expect(wider).toMatchObject({ direction: 'wider', gained: { kind: 'witness' }, lost: { kind: 'none' } });
    expect(compare(after, before).direction).toBe('narrower');
  });

  it.each<[what: string, before: StatementSketch[], after: StatementSketch[]]>([
    ['an action that a wildcard holds already', [allow(WAF)], [allow(WAF, 'waf:instance:list')]],
    ['one statement in two', [allow('waf:a:b', 'waf:c:d')], [allow('waf:a:b'), allow('waf:c:d')]],
    [
      'an action and everything but it',
      [allow('*:*:*')],
      [allow('waf:a:b'), { Effect: 'Allow', NotAction: ['waf:a:b'] }],
    ],
    [
      'the two sides of a test',
      [allow(WAF)],
      [
        { ...allow(WAF), Condition: { NumberLessThan: { 'waf:n': ['5'] } } },
        { ...allow(WAF), Condition: { NumberGreaterThanEquals: { 'waf:n': ['5'] } } },
        { ...allow(WAF), Condition: { Null: { 'waf:n': ['true'] } } },
      ],
    ],
    [
      'all buckets by their type',
      [{ ...allow('obs:bucket:*'), Resource: ['obs:*:*:bucket:*'] }],
      [allow('obs:bucket:*')],
    ],
    ['capitals', [allow('WAF:Instance:List')], [allow('waf:instance:list')]],
    ['a Deny of what is not allowed', [allow('waf:a:b')], [allow('waf:a:b'), deny('ecs:*:*')]],
    [
      'a run-time value, which is the same in both',
      [allow('waf:${x}:list')],
      [allow('waf:${x}:list'), allow('waf:${x}:list')],
    ],
  ])('is the same with %s', (_, before, after) => {
    expect(compare(before, after)).toEqual({
      direction: 'same',
      gained: { kind: 'none' },
      lost: { kind: 'none' },
    });
  });

  it('is neither more nor less where requests come and go, and shows one of each', () => {
    const { direction, gained, lost } = compare([named('a')], [named('b')]);
    expect(direction).toBe('incomparable');
    expect(gained).toMatchObject({ request: { context: new Map([['g:username', ['b']]]) } });
    expect(lost).toMatchObject({ request: { context: new Map([['g:username', ['a']]]) } });
  });

  it('chooses a real action as witness where there is one, and tells the statement that allows it', () => {
    const { gained } = compare([], [allow('waf:*:*')], {
      actionsOf: (service) => (service === 'waf' ? ['waf:instance:list'] : []),
    });
    expect(gained).toMatchObject({
      request: { action: 'waf:instance:list', resource: expect.stringMatching(/^waf:/) as string },
      by: { policy: { id: 'app.json' }, statement: { index: 0 } },
    });
  });

  it('leaves out actions that are accepted', () => {
    const beyond = (...except: string[]) =>
      accessBeyond([policyFrom([allow('waf:a:b', 'waf:c:d')])], [], { except });
    expect(beyond('waf:*:*').kind).toBe('none');
    expect(beyond('waf:a:*')).toMatchObject({
      request: { action: 'waf:c:d' },
    });
  });

  it('asks for values of a key of several values', () => {
    const tagged = (operator: string, ...values: string[]): StatementSketch => ({
      ...allow(WAF),
      Condition: { [operator]: { 'g:TagKeys': values } },
    });
    const { direction, gained } = compare(
      [tagged('ForAllValues:StringEquals', 'a', 'b')],
      [tagged('ForAnyValue:StringEquals', 'a')],
    );
    expect(direction).toBe('incomparable');
    expect(gained).toMatchObject({
      request: { context: new Map([['g:tagkeys', expect.arrayContaining(['a'])]]) },
    });
  });

  it.each<
    [what: string, stop: string, before: StatementSketch[], after: StatementSketch[], version?: string]
  >([
    [
      'an operator that no document names',
      'StringResembles',
      [allow(WAF)],
      [{ ...allow(WAF), Condition: { StringResembles: { 'g:UserName': ['a'] } } }],
    ],
    ['a value that only a run tells', '${var.name}', [allow(WAF)], [named('${var.name}')]],
    ['an action that only a run tells', 'waf:${x}:list', [], [allow('waf:${x}:list')]],
  ])('is not decided with %s', (_, stop, before, after) => {
    const { direction, gained, lost } = compare(before, after);
    expect(direction).toBe('unknown');
    expect([gained, lost]).toContainEqual({ kind: 'unknown', stop });
  });

  it('is not decided between the generations, whose names stand for each other', () => {
    const one = policyFrom([allow(WAF)], 'app.json', '1.1');
    const other = policyFrom([allow(WAF)], 'app.json', '5.0');
    expect(compareAccess([one], [other])).toMatchObject({
      direction: 'unknown',
      gained: { stop: 'Version' },
    });
  });

  it('does not take all day for wildcards that are made to be hard', () => {
    const bomb = (letter: string): StatementSketch =>
      allow(...Array.from({ length: 30 }, (_, index) => `waf:${`*${letter}`.repeat(index + 1)}*:x`));
    const started = process.cpuUsage().user;
    expect(compare([bomb('a'), bomb('b')], [bomb('b'), bomb('c')]).direction).toMatch(/unknown|incomparable/);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  });
});

function from(range: string): StatementSketch {
  return { ...allow(WAF), Condition: { IpAddress: { 'g:SourceIp': [range] } } };
}

function until(date: string): StatementSketch {
  return { ...allow(WAF), Condition: { DateLessThan: { 'g:CurrentTime': [date] } } };
}

function named(...names: readonly string[]): StatementSketch {
  return { ...allow(WAF), Condition: { StringEquals: { 'g:UserName': names } } };
}

it('decides nothing over a great many names with something between two stars, and says so at once', () => {
  const actions = Array.from({ length: 7 }, (_, index) => `*${index}*:*:*`);
  const policy = (more: readonly string[]) => policyFrom([allow(...actions, ...more)], 'app.json', '1.1');
  expect(accessBeyond([policy(['ecs:a:b'])], [policy([])])).toEqual({ kind: 'unknown', stop: 'Action' });
});

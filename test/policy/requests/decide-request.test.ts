import { describe, expect, it } from 'vitest';
import { decideRequest } from '../../../src/policy/requests/decide-request.js';
import { allow, deny, policyFrom } from '../../analysis/workload.js';
import type { StatementSketch } from '../../analysis/workload.js';

const LIST = { action: 'obs:bucket:ListBucket', resource: 'obs:cn-1:me:bucket:reports' };

function outcome(
  statements: readonly StatementSketch[],
  context: Readonly<Record<string, readonly string[]>> = {},
  request = LIST,
): string {
  return decideRequest([policyFrom(statements)], { ...request, context: new Map(Object.entries(context)) })
    .outcome;
}

const on = (
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): StatementSketch => ({
  ...allow('obs:*:*'),
  Condition: condition,
});

describe('a request', () => {
  it('is allowed by one statement that applies, and denied by one, whatever allows it', () => {
    expect(outcome([deny('ecs:*:*'), allow('obs:*:*')])).toBe('allowed');
    expect(outcome([allow('obs:*:*'), deny('obs:bucket:*')])).toBe('denied');
    expect(outcome([allow('ecs:*:*')])).toBe('not-granted');
  });

  it.each([
    ['obs:*:*:bucket:reports', 'allowed'],
    ['OBS:*:*:Bucket:rep*', 'allowed'],
    ['obs:*:*:bucket:Reports', 'not-granted'],
    ['obs:*:*:bucket:report?', 'allowed'],
    ['*', 'allowed'],
  ])('on %s is %s', (resource, expected) => {
    expect(outcome([{ ...allow('obs:*:*'), Resource: [resource] }])).toBe(expected);
    expect(outcome([{ ...allow('obs:*:*'), NotResource: [resource] }])).toBe(
      expected === 'allowed' ? 'not-granted' : 'allowed',
    );
  });

  it('names the statement that decides', () => {
    const policy = policyFrom([allow('ecs:*:*'), allow('obs:*:*'), deny('obs:object:*')]);
    expect(decideRequest([policy], { ...LIST, context: new Map() })).toMatchObject({
      by: { policy: { id: 'app.json' }, statement: { index: 1 } },
    });
  });

  it.each<[operator: string, wanted: string[], values: string[] | undefined, holds: boolean]>([
    ['StringEquals', ['a', 'b'], ['b'], true],
    ['StringEquals', ['a'], ['A'], false],
    ['StringEqualsIgnoreCase', ['a'], ['A'], true],
    ['StringNotEquals', ['a', 'b'], ['b'], false],
    ['StringNotEquals', ['a'], undefined, true],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringMatch', ['a*c'], ['abc'], true],
    ['StringEndWith', ['*c'], ['a*c'], true],
    ['StringEndWith', ['*c'], ['abc'], false],
    ['NumberLessThanEquals', ['5'], ['5'], true],
    ['NumberLessThan', ['5'], ['50'], false],
    ['NumberLessThan', ['5'], ['many'], false],
    ['DateGreaterThan', ['2026-01-01T00:00:00Z'], ['2026-01-01T01:00:00+00:00'], true],
    ['Bool', ['true'], ['TRUE'], true],
    ['IpAddress', ['10.0.0.0/8'], ['10.200.1.1'], true],
    ['IpAddress', ['10.0.0.0/8'], ['11.0.0.1'], false],
    ['IpAddress', ['2001:db8::/32'], ['2001:db8:1::1'], true],
    ['NotIpAddress', ['10.0.0.0/8'], ['2001:db8::1'], true],
    ['Null', ['true'], undefined, true],
    ['Null', ['false'], ['a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a'], undefined, true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
  ])('with %s %j meets %j: %j', (operator, wanted, values, holds) => {
    const context: Record<string, readonly string[]> = values === undefined ? {} : { 'g:username': values };
    expect(outcome([on({ [operator]: { 'g:UserName': wanted } })], context)).toBe(
      holds ? 'allowed' : 'not-granted',
    );
  });

  it('is unknown where a part that only a run tells decides, and only there', () => {
    expect(outcome([allow('obs:${x}:*')])).toBe('unknown');
    expect(outcome([allow('obs:*:*'), deny('obs:${x}:*')])).toBe('unknown');
    expect(outcome([allow('ecs:${x}:*'), allow('obs:*:*')])).toBe('allowed');
    expect(outcome([on({ StringResembles: { 'g:UserName': ['a'] } })])).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { accessAfter } from '../../src/lint/fix/fix-access.js';
import type { StatementSketch } from '../analysis/workload.js';
import { allow, deny, policyFrom } from '../analysis/workload.js';

function after(
  before: readonly StatementSketch[],
  edited: readonly StatementSketch[],
  { version = '1.1', wanted = [] as readonly string[] } = {},
) {
  return accessAfter(
    [policyFrom(before, 'a.json', version).policy],
    [policyFrom(edited, 'a.json', version).policy],
    wanted,
  );
}

const on = (statement: StatementSketch, ...resources: readonly string[]) => ({
  ...statement,
  Resource: resources,
});
const GET = allow('obs:object:GetObject');

describe('an edit', () => {
  it('is the same where what goes stands elsewhere', () => {
    expect(after([allow('obs:object:*'), GET], [allow('obs:object:*')])).toBe('same');
    expect(
      after([on(GET, 'obs:*:*:object:a/*', 'obs:*:*:object:a/b')], [on(GET, 'obs:*:*:object:a/*')]),
    ).toBe('same');
  });

  it('is narrower where a Resource leaves something out', () => {
    expect(after([GET], [on(GET, 'obs:*:*:object:a/*')])).toBe('narrower');
  });

  it('is wider where other resources or other requests come in, which the parts alone do not show', () => {
    expect(after([on(GET, 'obs:*:*:object:a/*')], [on(GET, 'obs:*:*:object:b/*')])).toBe('wider');
    const mfa = (value: string) => ({ ...GET, Condition: { Bool: { 'g:MFAPresent': [value] } } });
    expect(after([mfa('true')], [mfa('false')])).toBe('wider');
  });

  it('may add what a declared call misses', () => {
    expect(after([GET], [allow('obs:object:GetObject', 'obs:object:PutObject')])).toBe('unknown');
    expect(
      after([GET], [allow('obs:object:GetObject', 'obs:object:PutObject')], {
        wanted: ['obs:object:PutObject'],
      }),
    ).toBe('same');
  });

  it('is undecided where another name may mean the same, or a Deny is different', () => {
    expect(after([allow('ces:alarms:put')], [allow('ces:alarms:putAction')], { version: '5.0' })).toBe(
      'unknown',
    );
    expect(after([allow('a:x:r'), deny('b:x:r')], [allow('a:x:r')], { version: '5.0' })).toBe('unknown');
    expect(after([allow('a:x:${name}')], [allow('a:x:${other}')])).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { allowingAllBut } from '../../src/expectations/expected-policy.js';
import { allowedAmong, refusedAmong } from '../../src/expectations/requests-allowed.js';
import { accessBeyond } from '../../src/requests/access-beyond.js';
import { allow, deny, policyFrom } from '../analysis/workload.js';

const namesIn = (action: string): readonly string[] => [action];
const asked = (...actions: readonly string[]) => ({
  actions: actions.map((text) => ({ text })),
  resources: [],
  conditions: [],
});

const POLICIES = [
  [allow('ecs:*:*', 'vpc:vpcs:list')],
  [allow('*'), deny('iam:*:*')],
  [allow('*:*:list*'), { Effect: 'Deny' as const, NotAction: ['ecs:*:*', 'iam:users:*'] }],
  [{ ...allow('obs:object:*'), Resource: ['obs:*:*:object:a/*'] }, allow('iam:users:get')],
] as const;

describe('requests among some', () => {
  it.each([['ecs:servers:delete'], ['iam:*:*'], ['obs:*'], ['*:*:list*'], ['*'], ['moon:craters:list']])(
    'of %s are found by looking at their services alone, as by looking at everything',
    (action) => {
      for (const statements of POLICIES) {
        const subject = [policyFrom([...statements], 'app.json', '1.1')];
        const set = asked(action, 'ecs:servers:list');
        const found = allowedAmong(subject, [set], { namesIn });
        expect(found.kind).toBe(accessBeyond(subject, [allowingAllBut([set], '1.1', namesIn)]).kind);
      }
    },
  );

  it('are all of them, or not', () => {
    const subject = [policyFrom([allow('ecs:*:*')], 'app.json', '1.1')];
    expect(refusedAmong(subject, [asked('ecs:servers:list')], { namesIn }).kind).toBe('none');
    expect(refusedAmong(subject, [asked('*:servers:list')], { namesIn }).kind).toBe('witness');
  });
});

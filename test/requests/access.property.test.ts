import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Request } from '../../src/policy/requests/request.js';
import { compareAccess } from '../../src/requests/compare-access.js';
import type { Access } from '../../src/requests/access-beyond.js';
import type { StatementSketch } from '../analysis/workload.js';
import { policyFrom } from '../analysis/workload.js';
import type { TriedRequest } from './brute-force.js';
import { isAllowed } from './brute-force.js';

/** More by hand: `LINT_POLICIES_RUNS=20000 npx vitest run test/requests`. */
const RUNS = Number(process.env['LINT_POLICIES_RUNS'] ?? 150);

const ACTION_PATTERNS = [
  'a:x:r',
  'a:x:w',
  'a:x:*',
  'a:*:*',
  'a:*:r',
  'b:x:r',
  '*:*:r',
  '*:*:*',
  'a:x:r*',
  'b:y:w',
];
const RESOURCE_PATTERNS = [
  '*',
  'a:*:*:x:1',
  'a:*:*:x:*',
  'a:*:*:x:1*',
  '*:*:*:x:?2',
  'b:*:*:*:*',
  'a:r:*:*:*',
];
const TESTS: readonly (readonly [operator: string, key: string, values: readonly string[]])[] = [
  ['StringEquals', 's', ['one', 'two']],
  ['StringNotEquals', 's', ['one']],
  ['StringEqualsIgnoreCase', 's', ['ONE']],
  ['StringMatch', 's', ['o*']],
  ['StringNotMatch', 's', ['t*', '?ne']],
  ['StringStartWithIfExists', 's', ['t']],
  ['StringEqualsIfExists', 's', ['two']],
  ['Null', 's', ['true']],
  ['Null', 's', ['false']],
  ['NumberLessThan', 'n', ['5']],
  ['NumberGreaterThanEquals', 'n', ['5']],
  ['NumberEquals', 'n', ['5', '7']],
  ['NumberNotEquals', 'n', ['6']],
  ['Bool', 'm', ['true']],
  ['Bool', 'm', ['false']],
  ['BoolIfExists', 'm', ['true']],
  ['IpAddress', 'i', ['10.0.0.0/8']],
  ['IpAddress', 'i', ['10.1.0.0/16', '192.168.0.0/16']],
  ['NotIpAddress', 'i', ['10.1.0.0/16']],
  ['DateLessThan', 'd', ['2030-01-01T00:00:00Z']],
  ['ForAllValues:StringEquals', 't', ['p', 'q']],
  ['ForAnyValue:StringEquals', 't', ['p']],
  ['ForAnyValue:StringNotEquals', 't', ['p']],
  ['ForAllValues:StringMatch', 't', ['p*']],
];

const some = (texts: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 2 });

const conditions = fc
  .uniqueArray(fc.constantFrom(...TESTS), {
    maxLength: 2,
    selector: ([operator, key]) => `${operator} ${key}`,
  })
  .map((tests) => {
    const condition: Record<string, Record<string, readonly string[]>> = {};
    for (const [operator, key, values] of tests)
      condition[operator] = { ...condition[operator], [key]: values };
    return condition;
  });

const statements = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    not: fc.constantFrom('', '', '', 'Not'),
    actions: some(ACTION_PATTERNS),
    resource: fc.constantFrom('', '', 'Resource', 'NotResource'),
    resources: some(RESOURCE_PATTERNS),
    Condition: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: conditions }),
  })
  .map(({ Effect, not, actions, resource, resources, Condition }): StatementSketch => {
    const statement: Record<string, unknown> = { Effect, [`${not}Action`]: actions };
    if (resource !== '') statement[resource] = resources;
    if (Object.keys(Condition).length > 0) statement['Condition'] = Condition;
    return statement;
  });
const policies = fc.array(statements, { minLength: 1, maxLength: 4 });

it('agrees with trying every request of a small world', { timeout: RUNS * 500 }, () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(policies, fc.oneof(policies, fc.constant(undefined)), (one, other) => {
      // Half of the pairs differ in one statement only, as changes do.
      const [before, after] = [one, other ?? [...one.slice(1), ...one.slice(0, 1)].slice(0, 3)];
      const { direction, gained, lost } = compareAccess([policyFrom(before)], [policyFrom(after)]);
      kinds.set(direction, (kinds.get(direction) ?? 0) + 1);
      agrees(gained, after, before);
      agrees(lost, before, after);
    }),
    { numRuns: RUNS },
  );
  // Nothing here is beyond the algebra, and each answer comes up.
  expect([...kinds.keys()].sort()).toEqual(['incomparable', 'narrower', 'same', 'wider']);
});

function agrees(access: Access, more: readonly StatementSketch[], less: readonly StatementSketch[]): void {
  expect(access.kind).not.toBe('unknown');
  if (access.kind === 'witness') {
    const request = plain(access.request);
    expect([isAllowed(more, request), isAllowed(less, request)]).toEqual([true, false]);
    return;
  }
  const contrary = worldOf([...more, ...less]).find(
    (request) => isAllowed(more, request) && !isAllowed(less, request),
  );
  expect(contrary).toBeUndefined();
}

function plain({ context, ...request }: Request): TriedRequest {
  return { ...request, context: Object.fromEntries(context) };
}

const VALUES: Readonly<Record<string, readonly (readonly string[] | undefined)[]>> = {
  s: [undefined, ['one'], ['two'], ['ONE'], ['other'], ['o'], ['tx']],
  n: [undefined, ['4'], ['5'], ['6'], ['7']],
  m: [undefined, ['true'], ['false']],
  i: [undefined, ['10.1.2.3'], ['10.2.2.3'], ['192.168.1.1'], ['8.8.8.8']],
  d: [undefined, ['2029-12-31T00:00:00Z'], ['2031-01-01T00:00:00Z']],
  t: [undefined, ['p'], ['q'], ['p', 'q'], ['px'], ['z']],
};

/** Every action on every resource, with each two of the keys that the statements ask for in every combination of values. */
function worldOf(all: readonly StatementSketch[]): readonly TriedRequest[] {
  const asked = Object.keys(VALUES).filter((key) =>
    all.some(({ Condition }) => JSON.stringify(Condition ?? {}).includes(`"${key}":`)),
  );
  const contexts = contextsOf(asked);
  return ['a:x:r', 'a:x:w', 'a:y:r', 'b:x:r', 'b:y:w', 'c:x:r'].flatMap((action) =>
    ['x:1', 'x:12', 'x:2', 'y:1'].flatMap((path) =>
      contexts.map((context) => ({ action, resource: `${action.slice(0, 1)}:r:1:${path}`, context })),
    ),
  );
}

function contextsOf(keys: readonly string[]): readonly TriedRequest['context'][] {
  const found: TriedRequest['context'][] = [{}];
  for (const [index, one] of keys.entries())
    for (const other of keys.slice(index))
      for (const first of VALUES[one] ?? [])
        for (const second of one === other ? [first] : (VALUES[other] ?? []))
          found.push(withValues({ [one]: first, [other]: second }));
  return found;
}

function withValues(
  values: Readonly<Record<string, readonly string[] | undefined>>,
): TriedRequest['context'] {
  const context: Record<string, readonly string[]> = {};
  for (const [key, list] of Object.entries(values)) if (list !== undefined) context[key] = list;
  return context;
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGrants } from '../../src/policy/grants/grant.js';
import { decideForAsked } from '../../src/analysis/standing/asked-standing.js';
import { makeNarrower } from '../../src/requests/region.js';
import type { StatementSketch } from '../analysis/workload.js';
import { policyFrom } from '../analysis/workload.js';
import { isAllowed } from './brute-force.js';

/** More by hand: `LINT_POLICIES_RUNS=20000 npx vitest run test/requests/asked`. */
const RUNS = Number(process.env['LINT_POLICIES_RUNS'] ?? 100);

const RESOURCES = ['*', 'a:*:*:x:1', 'a:*:*:x:1*', 'a:*:*:x:2', 'a:r:*:*:*'];
const TESTS: readonly (readonly [operator: string, key: string, values: readonly string[]])[] = [
  ['StringEquals', 's', ['one', 'two']],
  ['StringNotEquals', 's', ['one']],
  ['StringMatchIfExists', 's', ['o*']],
  ['Null', 's', ['true']],
  ['NumberLessThan', 'n', ['5']],
  ['Bool', 'm', ['true']],
  ['IpAddress', 'i', ['10.0.0.0/8']],
  ['NotIpAddress', 'i', ['10.1.0.0/16']],
  ['ForAnyValue:StringEquals', 't', ['p']],
];

const statements = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    resource: fc.constantFrom('', 'Resource', 'NotResource'),
    resources: fc.uniqueArray(fc.constantFrom(...RESOURCES), { minLength: 1, maxLength: 2 }),
    test: fc.option(fc.constantFrom(...TESTS)),
  })
  .map(({ Effect, resource, resources, test }): StatementSketch => {
    const statement: Record<string, unknown> = { Effect, Action: ['a:x:r'] };
    if (resource !== '') statement[resource] = resources;
    if (test !== null) statement['Condition'] = { [test[0]]: { [test[1]]: test[2] } };
    return statement;
  });

const KEYS: Readonly<Record<string, readonly (readonly string[] | undefined)[]>> = {
  s: [undefined, ['one'], ['two'], ['other'], ['x']],
  n: [undefined, ['4'], ['6']],
  m: [undefined, ['true'], ['false']],
  i: [undefined, ['10.1.2.3'], ['10.2.2.3'], ['8.8.8.8']],
  t: [undefined, ['p'], ['q'], ['p', 'q']],
};
const GIVEN = {
  s: ['one', 'other'],
  n: ['4', '6'],
  m: ['true'],
  i: ['10.1.2.3', '8.8.8.8', '10.1.0.0/16'],
  t: ['q'],
};

const asked = fc.record({
  resources: fc.constantFrom(['a:r:1:x:1'], ['a:r:1:x:1', 'a:r:1:x:2'], ['a:r:1:x:1*']),
  context: fc.uniqueArray(
    fc
      .constantFrom(...Object.entries(GIVEN))
      .chain(([key, values]) =>
        fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }).map((some) => ({ key, values: some })),
      ),
    { selector: ({ key }) => key, maxLength: 3 },
  ),
});

it('agrees with trying every request that a call may make', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(statements, { minLength: 1, maxLength: 4 }),
      asked,
      (policy, { resources, context }) => {
        const grants = compileGrants([policyFrom(policy)]);
        const standing = decideForAsked(
          grants.decide('a:x:r'),
          {
            action: 'a:x:r',
            resources,
            context: context.map(({ key, values }) => ({
              key,
              values,
              together: key === 't',
              isAddress: key === 'i',
            })),
            confidence: 'certain',
          },
          makeNarrower(),
          grants,
        );
        outcomes.set(standing.status, (outcomes.get(standing.status) ?? 0) + 1);
        const refused = requestsOf(policy, resources, context).map((ways) =>
          ways.filter((request) => !isAllowed(policy, request)),
        );
        const ways = requestsOf(policy, resources, context);
        if (standing.status === 'granted') expect(refused.flat()).toEqual([]);
        else if (standing.status === 'conditional') {
          expect(refused.flat()).not.toEqual([]);
          expect(standing.why.length).toBeGreaterThan(0);
        } else {
          // Some request of the call is refused whatever nobody said.
          expect(refused.some((some, index) => some.length === ways[index]?.length)).toBe(true);
          if (standing.request !== undefined)
            expect(
              isAllowed(policy, {
                ...standing.request,
                context: Object.fromEntries(standing.request.context),
              }),
            ).toBe(false);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect([...outcomes.keys()].sort()).toEqual(['conditional', 'denied', 'granted', 'missing']);
});

/** For each request that the call may make, with each of the ways in which nobody said what it is. */
function requestsOf(
  policy: readonly StatementSketch[],
  resources: readonly string[],
  context: readonly { readonly key: string; readonly values: readonly string[] }[],
) {
  const given = new Map(context.map(({ key, values }) => [key, values]));
  const said = [...given].map(([key, values]) =>
    key === 't'
      ? [{ [key]: values }]
      : values.flatMap((value) => addressesOf(value).map((one) => ({ [key]: [one] }))),
  );
  const open = Object.keys(KEYS).filter(
    (key) => !given.has(key) && JSON.stringify(policy).includes(`"${key}":`),
  );
  const unsaid = open.map((key) =>
    (KEYS[key] ?? []).map((value) => (value === undefined ? {} : { [key]: value })),
  );
  const paths = resources.flatMap((resource) =>
    resource.endsWith('*') ? ['a:r:1:x:1', 'a:r:1:x:12'] : [resource],
  );
  return paths.flatMap((resource) =>
    product(said).map((known) =>
      product(unsaid).map((rest) => ({ action: 'a:x:r', resource, context: { ...known, ...rest } })),
    ),
  );
}

function addressesOf(value: string): readonly string[] {
  return value.includes('/') ? ['10.1.0.0', '10.1.77.7'] : [value];
}

type Context = Readonly<Record<string, readonly string[]>>;

function product(choices: readonly (readonly Context[])[]): readonly Context[] {
  return choices.reduce<readonly Context[]>(
    (all, some) => all.flatMap((one) => some.map((other) => ({ ...one, ...other }))),
    [{}],
  );
}

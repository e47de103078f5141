import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { GrantSite, Verdict } from '../../src/analysis/verdict.js';
import { catalogOf } from '../calls/catalog.js';
import { modelVerdict } from './model.js';
import type { ModelOperation, ModelStatement } from './model.js';
import { policyFrom, workloadOf } from './workload.js';
import type { StatementSketch } from './workload.js';

const ACTIONS = ['a', 'b'].flatMap((service) =>
  ['x', 'xy'].flatMap((type) => ['get', 'getAll', 'set'].map((verb) => `${service}:${type}:${verb}`)),
);

const action = fc.constantFrom(...ACTIONS);
const anyCase = fc.tuple(action, fc.boolean()).map(([name, upper]) => (upper ? name.toUpperCase() : name));
const wildcard = fc.constantFrom(
  'a:*:*',
  'a:x:*',
  'a:x*:*',
  '*:*:*',
  '*',
  '*:x:get*',
  'b:*:get',
  'b:*:get*',
  'a:*y:s*',
);
const pattern = fc.oneof({ weight: 2, arbitrary: anyCase }, wildcard);
const need = fc.oneof({ weight: 6, arbitrary: action }, fc.constantFrom('a:*:get*', 'b:x*:get'));
const needs = fc
  .record({
    actions: fc.uniqueArray(need, { maxLength: 3 }),
    dependencies: fc.uniqueArray(need, { maxLength: 2 }),
  })
  .filter(({ actions, dependencies }) => actions.length + dependencies.length > 0);
const operation: fc.Arbitrary<ModelOperation> = fc.oneof(
  { weight: 2, arbitrary: needs.map((one) => ({ ...one, scenarios: [] })) },
  fc
    .array(needs, { minLength: 2, maxLength: 3 })
    .map((scenarios) => ({ actions: [], dependencies: [], scenarios })),
);
const statement: fc.Arbitrary<ModelStatement> = fc.record({
  effect: fc.oneof({ weight: 3, arbitrary: fc.constant('Allow' as const) }, fc.constant('Deny' as const)),
  not: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  patterns: fc.array(pattern, { minLength: 1, maxLength: 4 }),
  limited: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});
const policies = fc.array(fc.array(statement, { maxLength: 3 }), { minLength: 1, maxLength: 3 });

function written({ effect, not, patterns, limited }: ModelStatement, index: number): StatementSketch {
  const limit =
    index % 2 === 0
      ? { Condition: { Bool: { 'g:MFAPresent': ['true'] } } }
      : { Resource: ['*:*:*:thing:one'] };
  return { Effect: effect, [not ? 'NotAction' : 'Action']: patterns, ...(limited ? limit : {}) };
}

function placeOf({ policy, statement: { index, action: elements }, element }: GrantSite): string {
  const part = element === undefined ? 'not' : String(elements?.items.indexOf(element));
  return `${policy.id.replace(/\D+/g, '')}/${String(index)}/${part}`;
}

function summary({ missing, denied, conditional, excess }: Verdict) {
  const names = (list: readonly { readonly action: string }[]): string[] =>
    list.map((one) => one.action).sort();
  return {
    missing: names(missing),
    denied: names(denied),
    conditional: names(conditional),
    excess: excess.map(({ site }) => placeOf(site)).sort(),
  };
}

describe('a verdict', () => {
  it('is what trying every action in every world gives', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 4 }), policies, (operations, model) => {
        const catalog = catalogOf(
          operations.map(({ actions, dependencies, scenarios }, index) => ({
            id: `a/op-${String(index)}`,
            endpoints: [`GET /op/${String(index)}`],
            actions,
            dependent_actions: dependencies,
            scenarios: scenarios.map((scenario, number) => ({
              when: `way ${String(number)}`,
              actions: scenario.actions,
              dependent_actions: scenario.dependencies,
            })),
          })),
          ['a', 'b'].map((service) => ({
            service,
            actions: ACTIONS.filter((name) => name.startsWith(service)).map((name) => ({
              name,
              aliases: [],
              resources: [],
              condition_keys: [],
            })),
          })),
        );
        const workload = {
          ...workloadOf(
            catalog,
            operations.map((_, index) => `GET /op/${String(index)}`),
          ),
          policies: model.map((statements, index) =>
            policyFrom(statements.map(written), `policy-${String(index)}.json`),
          ),
        };
        expect(summary(judge(workload))).toEqual(modelVerdict(ACTIONS, operations, model));
      }),
      { numRuns: 1_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGrants, grantedBy } from '../../src/analysis/change.js';
import { synthesise } from '../../src/analysis/synthesis/synthesise.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import { defined } from '../../src/defined.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { answerOf } from '../analysis/authorization-model.js';
import type { ModelPolicy, ModelStatement } from '../analysis/authorization-model.js';
import { policyFromText } from '../analysis/workload.js';
import { callOf, catalogOf } from '../calls/catalog.js';

/** A long run by hand: thousands. */
const RUNS = Number(process.env['LINT_POLICIES_RUNS'] ?? 40);

const ACTIONS = ['a', 'b'].flatMap((service) =>
  ['x:get', 'x:list', 'y:set', 'y:list', 'z:delete'].map((rest) => `${service}:${rest}`),
);

/** What each call needs: one action, several, some of two services, one of two cases. */
const NEEDS: readonly (readonly string[])[] = [
  ['a:x:get'],
  ['a:x:list', 'a:y:list'],
  ['a:z:delete', 'b:x:get'],
  ['b:y:set'],
  ['b:z:delete', 'b:y:list', 'a:x:get'],
];
const CASES = [
  ['a:y:set', 'b:x:list'],
  ['a:y:set', 'b:y:list'],
];

const bare = { aliases: [], resources: [], condition_keys: [] };
const catalog = catalogOf(
  [
    ...NEEDS.map(([action = '', ...dependent], index) => ({
      id: `a/op-${String(index)}`,
      endpoints: [`GET /op/${String(index)}`],
      actions: [action],
      dependent_actions: dependent,
    })),
    {
      id: 'a/either',
      endpoints: [`GET /op/${String(NEEDS.length)}`],
      scenarios: CASES.map((actions, index) => ({
        when: `case ${String(index)}`,
        actions,
        dependent_actions: [],
      })),
    },
  ],
  ['a', 'b'].map((service) => ({
    service,
    actions: ACTIONS.filter((name) => name.startsWith(service)).map((name) => ({ name, ...bare })),
  })),
);

const pattern = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ACTIONS) },
  fc.constantFrom('a:*:*', '*:*:*', '*:x:*', 'b:*:list', '*:*:list', 'b:y:*', 'a:x:g*'),
);
const statement: fc.Arbitrary<ModelStatement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  not: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  patterns: fc.uniqueArray(pattern, { minLength: 1, maxLength: 5 }),
  limited: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
const calls = fc.uniqueArray(fc.nat(NEEDS.length), { minLength: 1, maxLength: 4 });

function written(model: readonly ModelStatement[]): string {
  return JSON.stringify({
    Version: '1.1',
    Statement: model.map(({ effect, not, patterns, limited }) =>
      defined({
        Effect: effect,
        [not ? 'NotAction' : 'Action']: patterns,
        Condition: limited ? { Bool: { 'g:MFAPresent': ['true'] } } : undefined,
      }),
    ),
  });
}

interface WrittenStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Condition?: unknown;
}

/** A policy as the model sees it: read by `JSON.parse`, not by the linter. */
function modelOf(text: string): ModelPolicy {
  const { Statement: read } = JSON.parse(text) as { readonly Statement: readonly WrittenStatement[] };
  return {
    version: '1.1',
    statements: read.map((one) => ({
      effect: one.Effect,
      not: one.NotAction !== undefined,
      patterns: one.Action ?? one.NotAction ?? [],
      limited: one.Condition !== undefined,
    })),
  };
}

/** How much of the requests for some actions together goes through: 0 none, 1 some, 2 all. */
function reach(policies: readonly ModelPolicy[], actions: readonly string[]): number {
  const answer = answerOf({ classic: [actions], identity: undefined }, {}, policies);
  return { granted: 2, conditional: 1, denied: 0, missing: 0, unproven: 0 }[answer];
}

const apisOf = (declared: readonly number[]): string =>
  `apis:\n${declared.map((index) => `  - GET /op/${String(index)}\n`).join('')}`;

async function fix(text: string, declared: readonly number[]): Promise<string> {
  const { fixed } = await lintFiles({
    files: [{ path: 'app.json', text }],
    manifests: [{ path: 'app.apis.yaml', text: apisOf(declared) }],
    config: DEFAULT_CONFIG,
    fix: true,
    loadCatalog: () => Promise.resolve(catalog),
  });
  return fixed.get('app.json') ?? text;
}

describe('a second opinion, which knows nothing of the linter,', () => {
  it('finds that --fix takes nothing from a declared call, adds nothing, and is done at once', async () => {
    await fc.assert(
      fc.asyncProperty(statements, calls, async (model, declared) => {
        const text = written(model);
        const after = await fix(text, declared);
        const [one, other] = [[modelOf(text)], [modelOf(after)]];
        for (const action of ACTIONS)
          expect(reach(other, [action])).toBeLessThanOrEqual(reach(one, [action]));
        const needed = declared.flatMap((index) => NEEDS[index] ?? CASES.flat());
        for (const action of needed) expect(reach(other, [action])).toBe(reach(one, [action]));
        expect(await fix(after, declared)).toBe(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('finds that generated policies grant what each call needs, and nothing that none does', () => {
    fc.assert(
      fc.property(calls, (declared) => {
        const plain = declared.filter((index) => index < NEEDS.length);
        const resolved = plain.map((index) => resolveCall(callOf(`GET /op/${String(index)}`), catalog));
        const { policies } = synthesise(resolved, catalog, '1.1');
        const models = policies.map(({ document }) => modelOf(JSON.stringify(document)));
        for (const index of plain) expect(reach(models, NEEDS[index] ?? [])).toBe(2);
        const needed = new Set(plain.flatMap((index) => NEEDS[index] ?? []));
        for (const action of ACTIONS) expect(reach(models, [action])).toBe(needed.has(action) ? 2 : 0);
      }),
      { numRuns: RUNS },
    );
  });

  it('finds the same gained and lost between two states', () => {
    fc.assert(
      fc.property(statements, statements, (one, other) => {
        const [before, after] = [written(one), written(other)];
        const { gained, lost } = compareGrants(
          grantedBy([policyFromText(before)], catalog),
          grantedBy([policyFromText(after)], catalog),
        );
        const models = [[modelOf(before)], [modelOf(after)]] as const;
        const change = (action: string): number => reach(models[1], [action]) - reach(models[0], [action]);
        const names = (list: readonly { readonly action: string }[]) =>
          list.map(({ action }) => action).sort();
        expect(names(gained)).toEqual(ACTIONS.filter((action) => change(action) > 0).sort());
        expect(names(lost)).toEqual(ACTIONS.filter((action) => change(action) < 0).sort());
      }),
      { numRuns: RUNS },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { Excess, Verdict } from '../../src/analysis/verdict.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import { callOf, catalogOf } from '../calls/catalog.js';
import { answerOf } from './authorization-model.js';
import type { ModelAliases, ModelCall, ModelPolicy, ModelStatement } from './authorization-model.js';
import { policyFrom } from './workload.js';
import type { StatementSketch } from './workload.js';
import { defined } from '../../src/defined.js';

/** A long run by hand: thousands. */
const RUNS = Number(process.env['LINT_POLICIES_RUNS'] ?? 150);

/** Names of 1.1 that identity policies know nothing of, those with one successor, with several, and those that were kept. */
const LONE = ['a:lone:x', 'a:lone:y'];
const CLASSIC = ['a:old:get', 'a:old:list', 'a:old:set', 'b:old:get', 'b:split:do'];
const KEPT = ['a:kept:get', 'b:kept:set', 'b:both:put'];
const ALIASES: ModelAliases = {
  // Several aliases of one action, one alias of several actions, an alias with another prefix.
  'a:new:read': ['a:old:get', 'a:old:list'],
  'a:new:write': ['a:old:set'],
  'b:new:get': ['b:old:get'],
  'b:new:doOne': ['b:split:do'],
  'c:new:doTwo': ['b:split:do'],
  // A name of its own and the alias of another action.
  'b:both:putAll': ['b:both:put'],
  'b:both:put': [],
  'a:kept:get': [],
  'b:kept:set': [],
};
const IDENTITY = Object.keys(ALIASES);
const ALL = [...new Set([...LONE, ...CLASSIC, ...KEPT, ...IDENTITY])];

const ways = (names: readonly string[]) =>
  fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  });
const classicWays = ways([...CLASSIC, ...KEPT, ...LONE]);
/** A name among them says nothing of identity policies, so that nothing follows for these. */
const untold = ways(LONE);
const call: fc.Arbitrary<ModelCall> = fc.oneof(
  fc.record({ classic: classicWays, identity: ways(IDENTITY) }),
  fc.record({ classic: fc.constant(undefined), identity: ways(IDENTITY) }),
  fc.record({ classic: untold, identity: fc.constant(undefined) }),
);
const pattern = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ALL) },
  fc.constantFrom('a:*:*', '*:*:*', '*:new:*', 'a:old:*', 'b:*:put*', '*:*:get', 'b:both:put*'),
);
const statement: fc.Arbitrary<ModelStatement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  not: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
  patterns: fc.array(pattern, { minLength: 1, maxLength: 4 }),
  limited: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
});
const policies: fc.Arbitrary<readonly ModelPolicy[]> = fc.array(
  fc.record({
    version: fc.constantFrom('1.1', '5.0'),
    statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const bare = { resources: [], condition_keys: [] };
const none = { dependent_actions: [], scenarios: [] };

function catalogWith(calls: readonly ModelCall[]): Catalog {
  return catalogOf(
    calls.map(({ classic, identity }, index) =>
      defined({
        id: `a/op-${String(index)}`,
        endpoints: [`GET /op/${String(index)}`],
        ...sideOf(classic),
        identity: identity && { ...sideOf(identity), sources: [] },
      }),
    ),
    ['a', 'b', 'c'].map((service) => ({
      service,
      actions: ALL.filter((name) => name.startsWith(service)).map((name) => ({
        name,
        aliases: ALIASES[name] ?? [],
        versions: [
          ...([...LONE, ...CLASSIC, ...KEPT].includes(name) ? ['1.1' as const] : []),
          ...(IDENTITY.includes(name) ? ['5.0' as const] : []),
        ],
        ...bare,
      })),
    })),
  );
}

function sideOf(side: ModelCall['classic']) {
  const [only = [], ...more] = side ?? [];
  if (more.length === 0) return { actions: only, ...none };
  return {
    actions: [],
    dependent_actions: [],
    scenarios: (side ?? []).map((actions, index) => ({
      when: `way ${String(index)}`,
      actions,
      dependent_actions: [],
    })),
  };
}

function written({ effect, not, patterns, limited }: ModelStatement): StatementSketch {
  return defined({
    Effect: effect,
    [not ? 'NotAction' : 'Action']: patterns,
    Condition: limited ? { Bool: { 'g:MFAPresent': ['true'] } } : undefined,
  });
}

function verdictOf(calls: readonly ModelCall[], model: readonly ModelPolicy[]): Verdict {
  const catalog = catalogWith(calls);
  return judge({
    catalog,
    calls: calls.map((_, index) => resolveCall(callOf(`GET /op/${String(index)}`), catalog)),
    policies: model.map(({ version, statements }, index) =>
      policyFrom(statements.map(written), `policy-${String(index)}.json`, version),
    ),
  });
}

/** A way that is denied and one that is not granted are as near: which of them is reported is a matter of taste. */
function isEither({ classic, identity }: ModelCall): boolean {
  return (classic?.length ?? 0) > 1 || (identity?.length ?? 0) > 1;
}

const blurred = (answer: string, isBlurred: boolean): string =>
  isBlurred && (answer === 'denied' || answer === 'missing') ? 'denied or missing' : answer;

describe('a verdict on policies of both generations', () => {
  it('is what trying every call in the best and the worst of worlds gives', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 3 }), policies, (calls, model) => {
        const expected = calls.map((one) => blurred(answerOf(one, ALIASES, model), isEither(one)));
        const { calls: judged } = verdictOf(calls, model);
        const answers = calls.map((one, index) => blurred(judged[index]?.status ?? '', isEither(one)));
        expect(answers).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('calls nothing excess whose removal changes what a call is allowed', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 3 }), policies, (calls, model) => {
        const { excess } = verdictOf(calls, model);
        const narrowed = model.map((policy, index) => withoutExcess(policy, index, excess));
        expect(calls.map((one) => answerOf(one, ALIASES, narrowed))).toEqual(
          calls.map((one) => answerOf(one, ALIASES, model)),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

/** The policy with what is in excess left out, or narrowed to what is needed of it. */
function withoutExcess(
  { version, statements }: ModelPolicy,
  index: number,
  excess: readonly Excess[],
): ModelPolicy {
  const own = excess.filter(
    ({ site, kind }) => site.policy.id === `policy-${String(index)}.json` && kind !== 'not-action',
  );
  return {
    version,
    statements: statements.map((one, at) => {
      const unwanted = own.filter(({ site }) => site.statement.index === at);
      const patterns = one.patterns.flatMap((text, place) => {
        const found = unwanted.find(
          ({ site: { element, statement: of } }) =>
            element !== undefined && of.action?.items.indexOf(element) === place,
        );
        return found === undefined ? [text] : [...found.needed];
      });
      return { ...one, patterns };
    }),
  };
}

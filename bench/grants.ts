import { Bench } from 'tinybench';
import { compileGrants } from '../src/policy/grants/grant.js';
import { parsePolicyText } from '../src/policy/syntax/parse-policy.js';
import { expand } from '../src/policy/grants/pattern.js';
import { policyOf } from '../src/policy/model/view.js';
import type { Timing } from './processes.js';
import type { Comparison, Suite } from './suite.js';

/**
 * Grant algebra as the catalog grows tenfold and a hundredfold. A policy is compiled once, O(patterns); deciding one action
 * is a look-up for literals and a walk over the wildcards of its service; expanding a wildcard is linear in the catalog.
 */
export const grants: Suite = {
  name: 'grants',
  async run({ quick }) {
    const comparisons: Comparison[] = [];
    // Installed apart, in bench/: nothing but a benchmark knows its types.
    const peer = '@cloud-copilot/iam-expand';
    const { expandIamActions } = (await import(peer)) as {
      expandIamActions: (actions: string) => Promise<string[]>;
    };
    for (const factor of quick ? [1] : [1, 10, 100]) {
      const universe = Array.from(
        { length: 300 * factor },
        (_, index) =>
          `demo:type${index % 40}:${['get', 'list', 'create', 'delete', 'update'][index % 5] ?? ''}Thing${index}`,
      );
      const bench = new Bench({ time: quick ? 50 : 500 });
      bench.add(`lint-policies, decide every action of ${universe.length}`, () => {
        const compiled = compileGrants([{ id: 'policy', policy: policy() }]);
        for (const action of universe) compiled.decide(action);
      });
      bench.add(`lint-policies, expand demo:*:get* over ${universe.length}`, () =>
        expand('demo:*:get*', universe),
      );
      if (factor === 1)
        bench.add('iam-expand, expand s3:Get* over its own catalog', () => expandIamActions('s3:Get*'));
      await bench.run();
      comparisons.push({
        title: `Grant algebra, ${universe.length} actions in the service`,
        timings: bench.tasks.map(timingOf),
      });
    }
    return [...comparisons, growth(comparisons)];
  },
};

/** The same work for one action, as the catalog grows. */
function growth(comparisons: readonly Comparison[]): Comparison {
  const perAction = comparisons.flatMap(({ timings }) =>
    timings.slice(0, 2).map(({ name, milliseconds, spread, ...rest }): Timing => {
      const actions = Number(/\d+$/.exec(name)?.[0]) / 1_000;
      return {
        ...rest,
        name: `${name}, for 1,000 of them`,
        milliseconds: milliseconds / actions,
        spread: [spread[0] / actions, spread[1] / actions],
      };
    }),
  );
  return {
    title: 'Grant algebra: the curve',
    timings: perAction.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    note: 'Compiling a policy takes O(p) for p patterns; deciding an action takes a look-up for literals and a walk over the w wildcards of its service, O(w), whatever the size of the catalog; expanding a wildcard over n actions takes O(n). So the figures for 1,000 actions stay level where the whole is linear.',
  };
}

const TEXT = JSON.stringify({
  Version: '1.1',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'demo:*:get*',
        'demo:type1:*',
        ...Array.from({ length: 38 }, (_, index) => `demo:type${index}:listThing${index}`),
      ],
    },
    { Effect: 'Deny', Action: ['demo:*:delete*'] },
  ],
});

function policy() {
  const parsed = parsePolicyText(TEXT, { syntax: 'json' });
  const root = parsed.ok ? parsed.document.body[0] : undefined;
  const view = root && policyOf(root);
  if (view === undefined) throw new Error('the benchmark policy is no policy');
  return view;
}

export function timingOf({ name, result }: Bench['tasks'][number]): Timing {
  if (result.state !== 'completed') throw new Error(`${name} did not complete`);
  const { p50, min, max } = result.latency;
  return { name, milliseconds: p50, spread: [min, max], processor: NaN, mebibytes: NaN };
}

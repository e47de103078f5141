import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldAction } from '../src/policy/grants/pattern.js';
import type { CallFacts } from './catalog-facts.js';

const ACTIONS = 40;

/**
 * Writes `count` policies of 40 actions and more, each with a manifest of the calls that need them, into `folder`: the same
 * bytes at every call. One policy in ten lacks an action and grants a wildcard that nothing needs, as in a repository that
 * is looked after.
 */
export function writePolicies(folder: string, count: number, facts: readonly CallFacts[]): void {
  mkdirSync(folder, { recursive: true });
  const random = generator(20_260_101);
  for (let index = 0; index < count; index++) {
    const calls = new Set<string>();
    // The documentation spells some actions in two ways; the first one stays.
    const actions = new Map<string, string>();
    while (actions.size < ACTIONS) {
      const call = facts[Math.floor(random() * facts.length)];
      if (call === undefined) throw new Error('the catalog has no unambiguous API');
      calls.add(call.endpoint);
      for (const action of call.actions)
        if (!actions.has(foldAction(action))) actions.set(foldAction(action), action);
    }
    const needed = [...actions.values()];
    const granted = index % 10 === 0 ? [...needed.slice(1), 'evs:snapshots:*'] : needed;
    const policy = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: granted }] };
    const name = `policy-${String(index).padStart(5, '0')}`;
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(policy, null, 2)}\n`);
    writeFileSync(
      join(folder, `${name}.apis.yaml`),
      `cloud: huaweicloud\napis:\n${[...calls].map((call) => `  - ${call}\n`).join('')}`,
    );
  }
}

/** A small linear congruential generator (Numerical Recipes): the benchmark's data must not change between runs. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

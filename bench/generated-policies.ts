import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACTIONS = 40;

/**
 * Writes `count` policies of 40 actions with a manifest of five calls each into `folder`, the same bytes at every call.
 * Actions and endpoints are the catalog's; most actions are excess, one in ten policies has a wildcard.
 */
export function writePolicies(folder: string, count: number, facts: { readonly actions: readonly string[]; readonly endpoints: readonly string[] }): void {
  mkdirSync(folder, { recursive: true });
  const random = generator(20_260_101);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  for (let index = 0; index < count; index++) {
    const actions = new Set<string>();
    while (actions.size < ACTIONS) actions.add(pick(facts.actions));
    if (index % 10 === 0) actions.add('evs:volumes:*');
    const policy = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: [...actions] }] };
    const calls = new Set(Array.from({ length: 5 }, () => pick(facts.endpoints)));
    const name = `policy-${String(index).padStart(5, '0')}`;
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(policy, null, 2)}\n`);
    writeFileSync(join(folder, `${name}.apis.yaml`), `cloud: huaweicloud\napis:\n${[...calls].map((call) => `  - ${call}\n`).join('')}`);
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

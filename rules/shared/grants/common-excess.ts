import type { Excess, GrantSite } from '../../../src/analysis/verdict.js';
import { lowest } from '../../../src/catalog/model/confidence.js';
import type { JudgedWorkload } from '../../../src/lint/run/workload.js';

/**
 * What is in excess in every workload of its policy: a policy of several may grant what any of them needs, or may need.
 * That another one denies it is no need of it. The other policies of its file are no matter. Sites are the same objects in
 * all workloads.
 */
export function commonExcess(workloads: readonly JudgedWorkload[]): readonly Excess[] {
  const found = workloads.map(({ verdict, workload }) => ({
    policies: new Set(workload.policies.map(({ policy }) => policy)),
    // Where a Deny takes away what no call needs of a grant, the grant is none the more needed.
    surplus: new Map([...verdict.cancelled, ...verdict.excess].map((excess) => [placeOf(excess), excess])),
  }));
  const first = new Map<object, Excess>();
  for (const { verdict } of workloads)
    for (const excess of verdict.excess) if (!first.has(placeOf(excess))) first.set(placeOf(excess), excess);
  return [...first].flatMap(([place, excess]) => {
    const each = found
      .filter(({ policies }) => policies.has(excess.site.policy.policy))
      .map(({ surplus }) => surplus.get(place));
    const all = each.filter((one) => one !== undefined);
    if (all.length < each.length) return [];
    const needed = [...new Set(all.flatMap((one) => one.needed))].sort();
    if (excess.kind !== 'literal' && needed.length >= excess.grants.length) return [];
    return [{ ...excess, needed, confidence: lowest(all.map(({ confidence }) => confidence)) }];
  });
}

function placeOf({ site }: { readonly site: GrantSite }): object {
  return site.element?.node ?? site.statement.node;
}

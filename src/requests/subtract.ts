import type { Demand, Narrower, Region } from './region.js';
import { isRegion, opposite } from './region.js';

/** Regions that one subtraction may look at before it is given up. */
const MOST_REGIONS = 2_000;

export type Remainder =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'none' }
  /** Nobody can say; with what stopped the search. */
  | { readonly kind: 'stopped'; readonly stop: string };

/**
 * Some part of a region that lies outside all of the products, each the demands of a statement. Takes a product that meets
 * the region, and looks in turn at the region without each of its demands; a region that no product meets is the answer.
 * `stopped` where no such part was found and something was left open on the way.
 */
export function subtract(
  region: Region,
  products: readonly (readonly Demand[])[],
  narrower: Narrower,
): Remainder {
  let looked = 0;
  let stop: string | undefined;

  const look = (at: Region, open: readonly (readonly Demand[])[]): Region | undefined => {
    looked += 1;
    if (looked > MOST_REGIONS) {
      stop ??= 'Statement';
      return undefined;
    }
    const meeting = meetingProducts(at, open, narrower);
    if (meeting === 'covered') return undefined;
    const [next] = [...meeting].sort((a, b) => a.cuts.length - b.cuts.length);
    if (next === undefined) return at;
    const rest = meeting.filter((one) => one !== next).map(({ product }) => product);
    return cut(at, next.cuts, rest);
  };

  /** The region without one demand after the other; what was looked at already is left out of what follows. */
  const cut = (
    at: Region,
    cuts: readonly Demand[],
    rest: readonly (readonly Demand[])[],
  ): Region | undefined => {
    let current = at;
    for (const demand of cuts) {
      const outside = narrower.narrow(current, opposite(demand));
      if (isRegion(outside)) {
        const found = look(outside, rest);
        if (found !== undefined && isDecided(found)) return found;
      } else if (outside !== 'none') stop ??= outside.stopped;
      const inside = narrower.narrow(current, demand);
      if (!isRegion(inside)) {
        if (inside !== 'none') stop ??= inside.stopped;
        return undefined;
      }
      current = inside;
    }
    return undefined;
  };

  const isDecided = ({ run }: Region): boolean => {
    const [first] = run.values();
    if (first !== undefined) stop ??= first.stop;
    return first === undefined;
  };

  const found = look(region, products);
  if (found !== undefined && isDecided(found)) return { kind: 'region', region: found };
  return stop === undefined ? { kind: 'none' } : { kind: 'stopped', stop };
}

interface MeetingProduct {
  readonly product: readonly Demand[];
  /** Those of its demands that some request of the region does not meet. */
  readonly cuts: readonly Demand[];
}

/** Products that share requests with a region; `covered` where one of them takes in the whole of it. */
function meetingProducts(
  region: Region,
  products: readonly (readonly Demand[])[],
  narrower: Narrower,
): readonly MeetingProduct[] | 'covered' {
  const meeting: MeetingProduct[] = [];
  for (const product of products) {
    if (product.some((demand) => narrower.narrow(region, demand) === 'none')) continue;
    const cuts = product.filter((demand) => narrower.narrow(region, opposite(demand)) !== 'none');
    if (cuts.length === 0) return 'covered';
    meeting.push({ product, cuts });
  }
  return meeting;
}

/**
 * Puts items behind those of a list, one by one. `list.push(...items)` is one call with as many arguments as there are
 * items, and V8 ends it with a RangeError from some 120,000 on: a policy of a few megabytes holds as many.
 */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The largest of any amount of numbers; -Infinity of none, as `Math.max` says. */
export function greatest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** The smallest of any amount of numbers; Infinity of none, as `Math.min` says. */
export function least(numbers: Iterable<number>): number {
  let lowest = Infinity;
  for (const number of numbers) lowest = Math.min(lowest, number);
  return lowest;
}

import { distance } from 'fastest-levenshtein';
import { normalizeName } from '../../../src/calls/resolve/near-names.js';
import type { ServiceFacts } from '../../../src/catalog/catalog.js';

/**
 * The actions of a service that a name is most likely meant to be, nearest first, in the catalog's spelling. Only a slip
 * counts: a letter or two in one of the two segments, or another way to join words. `get` for `list` is none, and neither
 * is a resource type that the service does have.
 */
export function meantActions(action: string, service: ServiceFacts): readonly string[] {
  const [, type = '', operation = ''] = action.split(':');
  const names = [...service.actions.values()].map(({ name }) => name).filter((name) => !name.includes('*'));
  const isType = names.some((name) => same(name.split(':')[1] ?? '', type));
  const slips = names.flatMap((name) => {
    const [, otherType = '', otherOperation = ''] = name.split(':');
    if (isType && !same(otherType, type)) return [];
    const inType = slip(type, otherType);
    const inOperation = slip(operation, otherOperation);
    return inType === undefined || inOperation === undefined || (inType > 0 && inOperation > 0)
      ? []
      : [{ name, edits: inType + inOperation }];
  });
  const least = Math.min(...slips.map(({ edits }) => edits));
  return slips
    .filter(({ edits }) => edits === least)
    .map(({ name }) => name)
    .sort();
}

/**
 * How many letters differ; undefined where that is too many for a slip. Short words differ by meaning, not by mistake,
 * but for a plural.
 */
function slip(written: string, known: string): number | undefined {
  const [a, b] = [normalizeName(written), normalizeName(known)];
  if (a === `${b}s` || b === `${a}s`) return 1;
  const edits = distance(a, b);
  return edits <= slipsIn(a, b) ? edits : undefined;
}

/** How many letters of two names may differ by mistake. */
function slipsIn(a: string, b: string): number {
  if (Math.min(a.length, b.length) < 4) return 0;
  return Math.max(a.length, b.length) < 9 ? 1 : 2;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

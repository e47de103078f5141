import type { Catalog } from '../../../src/catalog/catalog.js';
import { coverageWords } from '../../../src/reference/coverage-words.js';

/** A service of which the catalog knows less than this share of the SDK's operations is known little. */
const ENOUGH = 0.75;

/**
 * What the catalog knows of a service, where that is little, for the record of a finding that rests on it: pages and their
 * dates, how many of the SDK's operations, which versions were read in part. Nothing where enough is known, or nothing was
 * noted of it.
 */
export function littleKnown(service: string | undefined, catalog: Catalog): { readonly coverage?: string } {
  const coverage = service === undefined ? undefined : catalog.coverage(service);
  if (service === undefined || coverage === undefined) return {};
  const { sdk, partial } = coverage;
  const isLittle = sdk === undefined ? partial.length > 0 : sdk.actions < sdk.operations * ENOUGH;
  return isLittle ? { coverage: `${service}: ${coverageWords(coverage).join('; ')}` } : {};
}

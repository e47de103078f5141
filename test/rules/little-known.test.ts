import { describe, expect, it } from 'vitest';
import { littleKnown } from '../../rules/shared/reasons/little-known.js';
import type { Coverage } from '../../src/catalog/model/model.js';
import { catalogOf } from '../calls/catalog.js';

const knownOf = (coverage: Partial<Coverage>) =>
  littleKnown(
    'kiln',
    catalogOf([], [{ service: 'kiln', coverage: { pages: 2, transcribed: 1, partial: [], ...coverage } }]),
  );

describe('what a finding says of a service that is known little', () => {
  it('is its pages and dates, how many of the operations of the SDK, and what was read in part', () => {
    const sdk = { operations: 51, actions: 18, identity: 0 };
    const updated = { from: '2025-02-24', to: '2025-10-17' };
    expect(knownOf({ sdk, updated, partial: ['5.0'] }).coverage).toBe(
      'kiln: 2 pages, 1 copied row by row, dated 2025-02-24 to 2025-10-17; ' +
        '18 of 51 operations of the SDK, 0 of them for identity policies; ' +
        'what policies of Version 5.0 call things was not read whole: a name that is not here may be documented all the same',
    );
  });

  it('is nothing where three in four operations are known and the pages were read whole', () => {
    expect(knownOf({ sdk: { operations: 4, actions: 3, identity: 0 } })).toEqual({});
    expect(knownOf({ sdk: { operations: 100, actions: 74, identity: 0 } })).not.toEqual({});
    expect(littleKnown('oven', catalogOf([]))).toEqual({});
  });
});

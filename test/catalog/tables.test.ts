import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openModel, openService, writeService } from '../../src/catalog/index/service-table.js';
import { openTable, readNames, writeNames, writeTable } from '../../src/catalog/index/text-table.js';
import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { ordered } from '../../src/catalog/model/order.js';
import { serviceCatalog } from './arbitrary.js';

/** Names of anybody: tabs, line breaks, quotes and halves of characters included. */
const name = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-cA-C:\t\n"\\]{0,6}$/));

describe('a table of text', () => {
  it('has every row under its key, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name), name, (keys, other) => {
        const table = openTable(writeTable(keys.map((key) => [key, `of ${JSON.stringify(key)}`])));
        expect(keys.map((key) => table.row(key))).toEqual(
          keys.map((key) => [key, `of ${JSON.stringify(key)}`]),
        );
        expect(table.row(other) !== undefined).toBe(keys.includes(other));
        expect(new Set(Array.from(table.rows(), ([key]) => key))).toEqual(new Set(keys));
      }),
    );
  });

  it('finds a key whatever its case, and gives it as it is spelt', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-dA-D:*]{1,5}$/), { selector: fold }), (keys) => {
        const table = openTable(
          writeTable(
            keys.map((key) => [key, ''] as const),
            'any',
          ),
          'any',
        );
        expect(keys.map((key) => table.row(key.toUpperCase())?.[0])).toEqual(keys);
      }),
    );
  });

  it('reads as many rows as it needs to find one', () => {
    const rows = Array.from({ length: 4096 }, (_, index) => [`key ${index}`, 'x'] as const);
    expect(openTable(writeTable(rows)).row('key 4095')).toEqual(['key 4095', 'x']);
    // What stands before the half that holds the key is not looked at.
    const damaged = writeTable(rows).replace('key 0\t', 'key 9\t');
    expect(openTable(damaged).row('key 999')?.[0]).toBe('key 999');
  });

  it('holds lists of names', () => {
    fc.assert(
      fc.property(fc.array(name.filter((one) => one !== '')), (names) => {
        expect(readNames(writeNames(names))).toEqual(names);
      }),
    );
  });
});

describe('a service as a table', () => {
  const open = (service: ServiceCatalog) =>
    openService(writeService(service), (json) => JSON.parse(json) as unknown);

  it('holds the whole service, in ASCII', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), (service) => {
        expect(ordered(open(service).model())).toEqual(ordered(service));
        expect(Buffer.byteLength(writeService(service))).toBe(writeService(service).length);
      }),
    );
  });

  it('gives each fact alone, and the same one as with all the others', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), (service) => {
        const [table, memory] = [open(service), openModel(service)];
        for (const { id } of service.operations) {
          expect(table.operation(id)).toEqual(memory.operation(id));
          expect(table.model().operations).toContain(table.operation(id));
        }
        for (const action of service.actions)
          expect(table.action(fold(action.name))).toEqual(memory.action(fold(action.name)));
        expect([table.operation('aa/none'), table.action('rest')]).toEqual([undefined, undefined]);
      }),
    );
  });
});

function fold(text: string): string {
  return text.toLowerCase();
}

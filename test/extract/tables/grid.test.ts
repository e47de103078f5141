import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COLUMNS, toGrid } from '../../../src/extract/tables/grid.js';
import { readHtmlTables } from '../../../src/extract/tables/html-table.js';
import { cellText } from '../../../src/extract/tables/table.js';

const gridOf = (html: string) => {
  const [table] = readHtmlTables(html, () => 1);
  return table === undefined
    ? []
    : toGrid(table).rows.map((row) => row.slots.map((slot) => cellText(slot.cell)));
};

describe('spans', () => {
  it('are filled in, rows and columns', () => {
    expect(
      gridOf('<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>'),
    ).toEqual([
      ['a', 'b', 'b'],
      ['a', 'c', 'd'],
    ]);
  });

  it('end with their section, and with the table', () => {
    expect(
      gridOf(
        '<table><thead><tr><th rowspan=9>h</th><th>i</th></tr></thead><tbody><tr><td>a</td><td rowspan=4000000000>b</td></tr><tr><td>c</td></tr></tbody></table>',
      ),
    ).toEqual([
      ['h', 'i'],
      ['a', 'b'],
      ['c', 'b'],
    ]);
  });

  it('of nothing, of zero and of nonsense are 1, the section, and 1', () => {
    expect(
      gridOf('<table><tr><td rowspan="0">a</td><td rowspan="x">b</td></tr><tr><td>c</td></tr></table>'),
    ).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('leave a cell where the markup between cells is not closed', () => {
    expect(gridOf('<table><tr><td><b>a<td><p>b<tr><td>c</table>')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });

  it('always give each row one slot per column, whatever they claim', () => {
    const span = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom(1000, 65_535, 4_294_967_296));
    const row = fc.array(fc.record({ rowspan: span, colspan: span }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const html = rows
          .map(
            (cells) =>
              `<tr>${cells.map((cell) => `<td rowspan="${cell.rowspan}" colspan="${cell.colspan}">x</td>`).join('')}</tr>`,
          )
          .join('');
        const [table] = readHtmlTables(`<table>${html}</table>`, () => 1);
        const grid = toGrid(table ?? { line: 1, caption: '', rows: [], rowCount: 0 });
        expect(grid.rows).toHaveLength(rows.length);
        expect(grid.width).toBeLessThanOrEqual(MAX_COLUMNS);
        for (const { slots } of grid.rows) expect(slots).toHaveLength(grid.width);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { entriesOf, expectAccounted, readMarkup } from '../extract/read.js';

const HEAD = '<tr><th>Permission</th><th>API</th><th>Action</th></tr>';
const row = (attributes: string): string =>
  `<tr><td ${attributes}>List</td><td>GET /v1/a</td><td>ecs:servers:list</td></tr>`;

describe('a table that claims billions of cells', () => {
  it.each([
    'rowspan=1000000000',
    'rowspan="4294967297"',
    `rowspan="${'9'.repeat(400)}"`,
    'rowspan=1e9',
    'rowspan=-1000000000',
  ])('has as many rows as are written: %s', (span) => {
    const page = readMarkup(
      `<table>${HEAD}${row(span)}${'<tr><td>GET /v1/b</td><td>ecs:servers:get</td></tr>'.repeat(20)}</table>`,
    );
    expectAccounted(page);
    expect(page.tables[0]?.rows).toBe(21);
  });

  it.each(['colspan=1000000000', 'colspan=101'])('is refused where it is too wide to be one: %s', (span) => {
    expect(readMarkup(`<table>${HEAD}${row(span)}</table>`).tables).toMatchObject([
      { kind: 'other', entries: [], reason: expect.stringContaining('more than 100 columns') as string },
    ]);
  });

  it('is read once for each table that stands in another', () => {
    const nested = `${'<table><tr><td rowspan=1000000000>'.repeat(60)}x${'</td></tr></table>'.repeat(60)}`;
    const page = readMarkup(`${nested}<table>${HEAD}${row('')}</table>`);
    expectAccounted(page);
    expect(entriesOf(page)).toMatchObject([{ actions: ['ecs:servers:list'] }]);
  });

  it('multiplies no text: what spans many rows is told once a row, and cut', () => {
    const cells = `<td rowspan=65534>${'说明 '.repeat(20_000)}</td>`;
    const page = readMarkup(
      `<table>${HEAD}<tr>${cells}<td>GET /v1/a</td><td>ecs:servers:list</td></tr>${'<tr><td>GET /v1/b</td><td>ecs:servers:get</td></tr>'.repeat(3000)}</table>`,
    );
    expect(JSON.stringify(page).length).toBeLessThan(5_000_000);
  });
});

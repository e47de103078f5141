import { describe, expect, it } from 'vitest';
import { MAX_PAGE, extractPage } from '../../src/extract/extract-page.js';
import { entriesOf, expectAccounted, readMarkup } from './read.js';
import { text } from '../text.js';

const head = '<table><tr><th>Permission</th><th>API</th><th>Action</th></tr>';
const row = '<tr><td>Listing</td><td>GET /v1/a</td><td>ecs:servers:list</td></tr>';

describe('pages that nobody wrote for people', () => {
  it.each([
    ['a table that is never closed', head + row, 1],
    [
      'rowspans of four billion',
      `${head}<tr><td rowspan="4000000000">a</td><td>GET /v1/a</td><td rowspan="4294967295">ecs:servers:list</td></tr>${'<tr><td>GET /v1/b</td></tr>'.repeat(50)}</table>`,
      51,
    ],
    ['NUL bytes between', `${head}\0\0\0${row.replaceAll(':', '\0:')}</table>`, 1],
    [
      'cells that nest 400 deep',
      `${head}<tr><td>${'<div>'.repeat(400)}a</td><td>GET /v1/a</td><td>ecs:servers:list</td></tr></table>`,
      1,
    ],
    [
      'unclosed markup in every cell',
      `${head}${'<tr><td><b><i>a<td><p>GET /v1/a<td><ul><li>ecs:servers:list'.repeat(20)}</table>`,
      20,
    ],
  ])('%s are read', (_, markup, count) => {
    const page = readMarkup(markup);
    expectAccounted(page);
    expect(entriesOf(page)).toHaveLength(count);
  });

  it.each([
    [
      '10,000 columns',
      `<table><tr>${'<th>Action</th>'.repeat(10_000)}</tr></table>`,
      'more than 100 columns',
    ],
    [
      'colspans beyond measure',
      `${head}${'<tr><td colspan=1000>a</td></tr>'.repeat(2000)}</table>`,
      'more than 100 columns',
    ],
    ['100,000 nested elements', `${head}<tr><td>${'<div>'.repeat(100_000)}`, 'nested more than 512 deep'],
    ['100,000 nested tables', '<table>'.repeat(100_000), 'nested more than 512 deep'],
    [
      '400,000 elements',
      `${head}${'<tr><td>a</td></tr>'.repeat(200_000)}</table>`,
      'more than 300000 elements',
    ],
    [
      'a cell of 17 MB',
      `${head}<tr><td>${'ecs:servers:list '.repeat(1_000_000)}</td></tr></table>`,
      'larger than 16 MB',
    ],
  ])('%s are refused with the reason', (_, markup, reason) => {
    const [table] = readMarkup(markup).tables;
    expect(table).toMatchObject({ kind: 'other', entries: [] });
    expect(table?.reason).toContain(reason);
  });

  it('refuse the tables beyond the 2,000th, and count them', () => {
    const page = readMarkup(`${head}${row}</table>`.repeat(2500));
    expect(page.tables).toHaveLength(2500);
    expect(page.tables.filter((table) => table.kind === 'other')).toHaveLength(500);
  });

  it('skip a row whose cell is too long, and read the others', () => {
    const page = readMarkup(
      `${head}${row}<tr><td>b</td><td>GET /v1/b</td><td>${'ecs:servers:get '.repeat(3000)}</td></tr></table>`,
    );
    expect(page.tables[0]?.skipped).toMatchObject([{ row: 2, reason: 'a cell is too long to be read' }]);
    expect(entriesOf(page)).toHaveLength(1);
  });

  it.each([
    ['comments that never end', '<!--'.repeat(200_000)],
    ['scripts that never end', '<script>'.repeat(200_000)],
    ['fences that never end', '```\n'.repeat(200_001)],
    ['headings that never end', '<h1'.repeat(200_000)],
    ['a delimiter row of a megabyte', `|a|b|\n|${'-'.repeat(1_000_000)}\n`],
    ['nothing at all', ''],
  ])('%s hold no table', (_, markup) => {
    expect(readMarkup(markup, 'page.md').tables).toEqual([]);
  });

  it.each([
    ['headings', '<h4>Authorization</h4>No permission is required.'.repeat(4000)],
    [
      'headings in Markdown',
      text`

        ## Box
        ### Authorization
        No permission is required.
      `.repeat(2000),
    ],
    ['tags that never end', `<h4>Authorization</h4>${'<p '.repeat(60_000)}`],
  ])(
    'with endless %s of permissions are read in a moment',
    (_, markup) => {
      expectAccounted(readMarkup(markup, markup.startsWith('<') ? 'page.html' : 'page.md'));
    },
    60_000,
  );

  it('find the table behind a comment and a fence that never end', () => {
    expect(entriesOf(readMarkup(`<!-- \n\`\`\`\n${head}${row}</table>`, 'page.md'))).toHaveLength(1);
  });

  it('say why a page was not read', () => {
    expect(extractPage(new Uint8Array(MAX_PAGE + 1), 'big.html').error).toContain('larger than 64 MB');
    expect(readMarkup('{"a":'.repeat(50_000), 'deep.json').error).toContain('nested too deeply');
    expect(readMarkup('{"a": 1,}', 'broken.json').error).toContain('no valid JSON');
    expect(readMarkup('{"a": 1}', 'other.json').error).toContain('no authorization schema');
  });
});

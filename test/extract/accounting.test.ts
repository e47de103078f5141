import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectAccounted, readMarkup } from './read.js';

const text = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '×',
    '无',
    'None',
    '√',
    'GET /v1/a',
    'POST /v1/{id}/b',
    '/v1/c',
    'PUT上传',
    'ecs:servers:list',
    'ecs: servers:get',
    'a:b:c:d:e',
    's3:GetObject',
    'Label: ecs:a:b',
    '说明：',
    'ecs:a:b<br>evs:c:d',
    '<ul><li>x<ul><li>ecs:a:b</li></ul></li></ul>',
  ),
  fc.string({ maxLength: 12 }),
);
const cell = fc.record({
  text,
  rowspan: fc.integer({ min: 0, max: 4 }),
  colspan: fc.integer({ min: 0, max: 3 }),
});
const headers = fc.subarray([
  '权限',
  '对应API接口',
  '方法',
  '授权项',
  '依赖的授权项',
  'IAM项目',
  'Permission',
  'API',
  'Action',
  'Description',
  'Resource Type',
  'Alias',
  'x',
]);

it('accounts for every row of any table', () => {
  fc.assert(
    fc.property(headers, fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (head, rows) => {
      const html = rows
        .map(
          (cells) =>
            `<tr>${cells.map((one) => `<td rowspan=${one.rowspan} colspan=${one.colspan}>${one.text}</td>`).join('')}</tr>`,
        )
        .join('\n');
      const page = readMarkup(
        `<table><tr>${head.map((word) => `<th>${word}</th>`).join('')}</tr>\n${html}</table>`,
      );
      expectAccounted(page);
    }),
    { numRuns: 300 },
  );
});

it('accounts for every row of any pipe table', () => {
  const line = fc
    .array(fc.oneof(text, fc.constant('a|b')), { minLength: 1, maxLength: 6 })
    .map((cells) => `|${cells.join('|').replace(/[\r\n]/g, ' ')}|`);
  fc.assert(
    fc.property(headers, fc.array(line, { maxLength: 6 }), (head, rows) => {
      expectAccounted(
        readMarkup(
          `|${head.join('|')}|\n|${head.map(() => '--').join('|')}|\n${rows.join('\n')}\n`,
          'page.md',
        ),
      );
    }),
    { numRuns: 300 },
  );
});

it('invents no action: every one stands on the page', () => {
  fc.assert(
    fc.property(headers, fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 5 }), (head, rows) => {
      const html = `<table><tr>${head.map((word) => `<th>${word}</th>`).join('')}</tr>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`;
      const bare = html.replace(/\s+/g, '');
      for (const table of readMarkup(html).tables)
        for (const entry of table.entries)
          for (const action of [...entry.actions, ...entry.dependencies]) expect(bare).toContain(action);
    }),
  );
});

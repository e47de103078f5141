import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HEADER_WORDS } from '../../src/extract/tables/header-words.js';
import { entriesOf, expectAccounted, readMarkup } from './read.js';

/** What a row of a permission table says. */
interface Row {
  readonly title: string;
  readonly endpoint: string;
  readonly actions: readonly string[];
  readonly dependencies: readonly string[];
}

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const action = (service: string): fc.Arbitrary<string> =>
  fc.tuple(word, word).map(([type, verb]) => `${service}:${type}:${verb}`);
const row: fc.Arbitrary<Row> = fc.record({
  title: fc
    .tuple(fc.constantFrom('Querying', 'Creating', '查询', '创建'), word)
    .map((parts) => parts.join(' ')),
  endpoint: fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(
      ([method, parts, parameter]) =>
        `${method} /v1/{project_id}/${parts.join('/')}${parameter ? '/{id}' : ''}`,
    ),
  actions: fc.uniqueArray(action('ecs'), { minLength: 1, maxLength: 3 }),
  dependencies: fc.uniqueArray(action('vpc'), { maxLength: 2 }),
});

type Column = 'title' | 'endpoint' | 'action' | 'dependency' | 'noise';

/** Header words in any order, each any of its synonyms, with columns between that say nothing of permissions. */
const columns = fc.shuffledSubarray<Column>(['title', 'endpoint', 'action', 'dependency', 'noise'], {
  minLength: 5,
});
const synonym = (role: 'title' | 'endpoint' | 'action' | 'dependency'): fc.Arbitrary<string> =>
  fc.constantFrom(...HEADER_WORDS[role]);
const headers = fc.record({
  title: synonym('title'),
  endpoint: synonym('endpoint'),
  action: synonym('action'),
  dependency: synonym('dependency'),
  noise: fc.constantFrom('Remarks', '备注'),
});
const listing = fc.constantFrom<(items: readonly string[]) => string>(
  (items) => items.join('<br>'),
  (items) => items.map((item) => `<p>${item}</p>`).join(''),
  (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`,
  (items) => items.map((item) => `<code>${item}</code>`).join('<br/>'),
);
const markup = fc.record({
  listing,
  nothing: fc.constantFrom('-', '×', '', '无', 'None'),
  wrapper: fc.constantFrom<(cell: string) => string>(
    (cell) => cell,
    (cell) => `\n  ${cell}\n`,
    (cell) => `<span class="x">${cell}</span>`,
    (cell) => `<div><div>${cell}</div></div>`,
  ),
  /** How many rows share what the first of them says, where they have the same actions. */
  spanned: fc.boolean(),
  around: fc.constantFrom('', '<p>text</p>', '<!-- <table> -->', '<h2>Permissions</h2>'),
});

it('gives back what was put into a table, whatever its headers, their order, its lists, spans and noise', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ endpoint }) => endpoint }),
      columns,
      headers,
      markup,
      (rows, order, names, style) => {
        // Rows that span have the actions of the first of their group: two and two.
        const told = style.spanned
          ? rows.map((one, index) => ({ ...one, actions: rows[index - (index % 2)]?.actions ?? one.actions }))
          : rows;
        const cell = (one: Row, column: Column, index: number): string => {
          const wrap = (content: string, attributes = ''): string =>
            `<td${attributes}>${style.wrapper(content)}</td>`;
          switch (column) {
            case 'title':
              return wrap(one.title);
            case 'endpoint':
              return wrap(one.endpoint);
            case 'dependency':
              return wrap(
                one.dependencies.length === 0 ? style.nothing || '-' : style.listing(one.dependencies),
              );
            case 'noise':
              return wrap(style.nothing);
            case 'action': {
              if (!style.spanned) return wrap(style.listing(one.actions));
              return index % 2 === 0
                ? wrap(style.listing(one.actions), index + 1 < told.length ? ' rowspan="2"' : '')
                : '';
            }
          }
        };
        const html = `${style.around}<table><thead><tr>${order.map((column) => `<th>${names[column]}</th>`).join('')}</tr></thead><tbody>${told.map((one, index) => `<tr>${order.map((column) => cell(one, column, index)).join('')}</tr>`).join('\n')}</tbody></table>`;
        const page = readMarkup(html);
        expectAccounted(page);
        expect(
          entriesOf(page).map(({ endpoints, actions, dependencies }) => ({
            endpoint: endpoints[0],
            actions: [...actions].sort(),
            dependencies: [...dependencies].sort(),
          })),
        ).toEqual(
          told.map(({ endpoint, actions, dependencies }) => ({
            endpoint,
            actions: [...actions].sort(),
            dependencies: [...dependencies].sort(),
          })),
        );
      },
    ),
    { numRuns: 150 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesOf, expectAccounted, readMarkup } from '../read.js';
import { pageOf, shapes } from './pages-of-today.js';
import type { ActionFact, ApiFact } from './pages-of-today.js';

const word = fc.constantFrom('box', 'lid', 'crate', 'label', 'pallet', 'shelf');
const verb = fc.constantFrom('create', 'delete', 'list', 'get', 'update', 'batchTag', 'listAll');
const key = fc.constantFrom(
  'g:ResourceTag/<tag-key>',
  'g:RequestTag/<tag-key>',
  'g:TagKeys',
  'g:EnterpriseProjectId',
  'store:BoxKind',
  'cbr:VaultId',
);
const keys = fc.uniqueArray(key, { maxLength: 3 });
const policyName = fc.tuple(word, verb).map(([type, operation]) => `depot:${type}:${operation}`);

const action = fc.record({
  name: fc
    .tuple(fc.constantFrom('store', 'StoreCenter'), fc.constantFrom('boxes', 'lids', '', '*'), verb)
    .map((parts) => parts.join(':')),
  level: fc.constantFrom('list', 'read', 'write', 'tagging', 'permission_management'),
  types: fc.uniqueArray(fc.record({ type: word, required: fc.boolean(), keys }), {
    maxLength: 3,
    selector: ({ type }) => type,
  }),
  ownKeys: keys,
  aliases: fc.uniqueArray(policyName, { maxLength: 3 }),
});

const dependencies = fc.uniqueArray(
  fc.oneof(policyName, fc.constantFrom('vpc:*:get*', 'vpc:*:*', 'kms::listKeys')),
  { maxLength: 3 },
);

const service = fc
  .record({
    actions: fc.uniqueArray(action, {
      minLength: 1,
      maxLength: 4,
      selector: ({ name }) => name.toLowerCase(),
    }),
    needs: fc.array(dependencies, { minLength: 4, maxLength: 4 }),
  })
  .map(({ actions, needs }): { actions: readonly ActionFact[]; apis: readonly ApiFact[] } => ({
    actions,
    apis: actions.map(({ name }, at) => ({
      title: ['Packing', 'Sending', 'Storing', 'Opening'][at] ?? '',
      endpoint: `POST /v${at + 1}/{project_id}/boxes`,
      actions: [name],
      dependencies: needs[at] ?? [],
    })),
  }));

const style = fc.record({
  language: fc.constantFrom('zh' as const, 'en' as const),
  syntax: fc.constantFrom('html' as const, 'markdown' as const),
  escaping: fc.constantFrom('entity' as const, 'backslash' as const, 'none' as const, 'twice' as const),
  merged: fc.boolean(),
  /** Columns are sorted by these numbers. */
  order: fc.array(fc.nat({ max: 99 }), { minLength: 7, maxLength: 7 }),
});

it.each(shapes)(
  'reads %s, whatever its language, its syntax, its merged cells and the order of its columns',
  (shape) => {
    fc.assert(
      fc.property(service, style, (facts, how) => {
        const page = readMarkup(pageOf(shape, facts, how), how.syntax === 'html' ? 'page.html' : 'page.md');
        const entries = entriesOf(page);
        const told = shape === 'the page of one API' ? facts.actions.slice(0, 1) : facts.actions;
        const needed = shape === 'the page of one API' ? facts.apis.slice(0, 1) : facts.apis;

        expect(
          told.map(({ name }) => describedAs(name, entries)),
          'what the actions are',
        ).toEqual(told.map(asDescribed));
        expect(
          entries
            .filter((entry) => entry.describes === undefined)
            .map((entry) => ({
              endpoint: entry.endpoints.join(),
              actions: entry.actions,
              dependencies: new Set(entry.dependencies),
              identity: entry.identity,
            })),
          'what the APIs need',
        ).toEqual(
          needed.map(({ endpoint, actions, dependencies: others }) => ({
            endpoint,
            actions,
            dependencies: new Set(others.filter((name) => !actions.includes(name))),
            identity: true,
          })),
        );
        expectAccounted(page);
      }),
      { numRuns: 30 },
    );
  },
);

type Entries = ReturnType<typeof entriesOf>;

function describedAs(name: string, entries: Entries): object {
  const rows = entries.filter((entry) => entry.describes === 'action' && entry.actions.includes(name));
  return {
    name,
    level: [...new Set(rows.map(({ accessLevel }) => accessLevel))],
    types: rows
      .flatMap(({ resources }) => resources ?? [])
      .map(({ type, required, conditionKeys }) => ({ type, required, keys: conditionKeys })),
    ownKeys: [...new Set(rows.flatMap(({ conditionKeys }) => conditionKeys ?? []))],
    aliases: [...new Set(rows.flatMap(({ aliases }) => aliases ?? []))],
  };
}

function asDescribed({ name, level, types, ownKeys, aliases }: ActionFact): object {
  return { name, level: [level], types, ownKeys, aliases };
}

import fc from 'fast-check';
import type {
  Action,
  Doubt,
  FormerAction,
  Operation,
  Scope,
  ServiceCatalog,
  Source,
  Title,
} from '../../src/catalog/model/model.js';

/** Texts that YAML readers like to take for something else, among ordinary ones. */
const HOSTILE = [
  'yes',
  'no',
  'null',
  '~',
  '1e3',
  '0x1F',
  '2024-01-01',
  '- a',
  '# b',
  ': c',
  '{x}',
  '"',
  "'",
  '*a',
  '&a',
  '!!js',
  '---',
  '...',
  '<<',
  '__proto__',
  'a: b',
  'a #b',
  '云硬盘：evs',
  '\u2028',
  'a\nb',
  'a:\nb',
  'a:b:\nc',
  ' lead',
  'trail ',
  '\t',
  '｛',
  '@x',
  '`y`',
  '%z',
  '?',
  '1_000',
  '.inf',
  'TRUE',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
);
const word = fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,10}$/);
const lower = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);

export const actionName = fc.tuple(word, word, word).map((parts) => parts.join(':'));
export const endpoint = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'DELETE'),
    fc.array(
      fc.oneof(
        lower,
        lower.map((name) => `{${name}}`),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([method, path]) => `${method} /${path.join('/')}`);
export const title: fc.Arbitrary<Title> = fc.oneof(
  fc.record({ 'zh-cn': text }),
  fc.record({ en: text }),
  fc.record({ 'zh-cn': text, en: text }),
);
const scope: fc.Arbitrary<Scope> = fc.record(
  { project: fc.boolean(), enterprise_project: fc.boolean(), resource: fc.boolean(), tag: fc.boolean() },
  { requiredKeys: [] },
);
export const source: fc.Arbitrary<Source> = fc.record({
  page: text,
  table: fc.nat(50),
  row: fc.nat(50),
  line: fc.nat(5000),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
});
const doubt: fc.Arbitrary<Doubt> = fc.record(
  {
    kind: fc.constantFrom('repaired', 'guessed', 'conflict', 'near-name', 'mismatch', 'override'),
    confidence: fc.constantFrom('likely', 'doubtful'),
    note: text,
    was: text,
    near: text,
    source,
  },
  { requiredKeys: ['kind', 'confidence', 'note'] },
);
const filled = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const actions = fc.uniqueArray(actionName, { maxLength: 4 });

const needs = fc.oneof(
  fc.record({ actions, dependent_actions: actions, scenarios: fc.constant([]) }),
  fc.record({
    actions: fc.constant([]),
    dependent_actions: actions,
    scenarios: filled(fc.record({ when: text, actions, dependent_actions: actions })),
  }),
  fc.record({
    actions: fc.constant([]),
    dependent_actions: fc.constant([]),
    scenarios: fc.constant([]),
    no_permission: fc.constant(true as const),
  }),
);

export const operation = (service: string): fc.Arbitrary<Operation> =>
  fc
    .tuple(
      fc.record(
        {
          id: lower.map((name) => `${service}/${name}`),
          title,
          endpoints: fc.uniqueArray(endpoint, { maxLength: 3 }),
          scope,
          sources: fc.array(source, { maxLength: 2 }),
          discriminator: text,
          doubts: filled(doubt),
        },
        { requiredKeys: ['id', 'title', 'endpoints', 'scope', 'sources'] },
      ),
      needs,
    )
    .map(([facts, need]) => ({ ...facts, ...need }));

const action: fc.Arbitrary<Action> = fc.record(
  {
    name: actionName,
    title,
    access_level: fc.constantFrom('list', 'read', 'write', 'tagging', 'permission_management'),
    permission_only: fc.constant(true as const),
    aliases: actions,
    resources: fc.array(
      fc.record({ type: text, required: fc.boolean(), condition_keys: fc.array(text, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    condition_keys: fc.array(text, { maxLength: 3 }),
    scope,
    doubts: filled(doubt),
    sources: filled(source),
  },
  { requiredKeys: ['name', 'aliases', 'resources', 'condition_keys'] },
);
const former: fc.Arbitrary<FormerAction> = fc.record({
  name: actionName,
  last_documented: text,
  replaced_by: actions,
  sources: fc.array(source, { maxLength: 2 }),
});

export const serviceCatalog = (service: string): fc.Arbitrary<ServiceCatalog> =>
  fc.record(
    {
      schema: fc.constant(1 as const),
      cloud: fc.constant('testcloud'),
      service: fc.constant(service),
      title,
      operations: fc.uniqueArray(operation(service), { maxLength: 6, selector: (item) => item.id }),
      actions: fc.uniqueArray(action, { maxLength: 6, selector: (item) => item.name.toLowerCase() }),
      former_actions: fc.uniqueArray(former, {
        minLength: 1,
        maxLength: 3,
        selector: (item) => item.name.toLowerCase(),
      }),
      resources: fc.uniqueArray(fc.record({ type_name: text, urn_template: text }), {
        minLength: 1,
        maxLength: 2,
        selector: (item) => item.type_name,
      }),
      condition_keys: fc.uniqueArray(
        fc.record(
          {
            key: text,
            value_type: fc.constantFrom('string', 'number', 'boolean', 'date', 'ip', 'unknown'),
            multi_valued: fc.boolean(),
          },
          { requiredKeys: ['key', 'value_type'] },
        ),
        { minLength: 1, maxLength: 2, selector: (item) => item.key },
      ),
    },
    { requiredKeys: ['schema', 'cloud', 'service', 'operations', 'actions'] },
  );

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { loadSyntax } from '../../src/policy/syntax/parse-policy.js';
import { printPolicy } from '../../src/policy/edit/print-policy.js';
import type { Plain } from '../../src/policy/edit/print-policy.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { changedGrants, isWider } from './grants.js';
import { defined } from '../../src/defined.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());
const operations = exampleCatalog().flatMap((service) => service.operations.map(({ id }) => id));
const names = catalog.services.flatMap((service) =>
  [...(catalog.service(service)?.actions.values() ?? [])].map(({ name }) => name),
);

beforeAll(() => loadSyntax('yaml'));

/** Actions as people write them: well, in other letters, with spaces around, cut short, wide, or misspelt. */
const action = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  fc.constantFrom(...names).map((name) => name.toUpperCase()),
  fc.constantFrom(...names).map((name) => ` ${name} `),
  fc.constantFrom(...names).map((name) => name.replaceAll(':', '：')),
  fc.constantFrom(...names).map((name) => name.slice(0, -1)),
  fc
    .constantFrom(...catalog.services, 'ECS', 'nosuch')
    .chain((service) =>
      fc.constantFrom(
        `${service}:*:*`,
        `${service}:*`,
        `${service}:*:get*`,
        `${service}:*:list*`,
        `${service}:nosuch:*`,
      ),
    ),
  fc.constantFrom('*', '*:*:*', '*:*:list*', 'ecs:cloudServers:*', 'ecs:cloudServers:del*', 'vpc:::', ''),
);
const list = fc.oneof({ weight: 9, arbitrary: fc.array(action, { maxLength: 8 }) }, action);
const resource = fc.constantFrom<Plain>(
  ['*'],
  [],
  '*',
  ['obs:*:*:bucket:a', 'obs:*:*:bucket:a'],
  ['obs:*:*:bucket:*', 'obs:*:*:bucket:a', 'ECS:*:*:instance:b'],
);
const condition = fc.constantFrom<Plain>(
  {},
  { Bool: { 'g:MFAPresent': ['true', 'true'] } },
  { Bool: { 'g:MFAPresent': true } },
  { NullIfExists: { 'g:UserName': ['false'] } },
  { StringEquals: { 'g:UserName': 'a', 'obs:prefix': [] }, StringMatch: { 'g:UserName': ['a*', 'ab*'] } },
);
const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny', 'allow', ' Deny ', 'DENY'),
    element: fc.constantFrom('Action', 'Action', 'Action', 'Action', 'NotAction'),
    actions: list,
    more: fc.record(
      {
        Sid: fc.constantFrom<Plain>('', 'A', 'A '),
        Resource: resource,
        Condition: condition,
        Comment: fc.constant<Plain>('x'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ effect, element, actions, more }): Plain => ({ Effect: effect, [element]: actions, ...more }));
const policy = fc
  .record({
    version: fc.constantFrom<Plain>('1.0', '1.1', '1.1', '1.1', '5.0', 1.1),
    statements: fc.array(statement, { minLength: 1, maxLength: 4 }),
    depends: fc.boolean(),
  })
  .map(({ version, statements, depends }): Plain =>
    defined({ Version: version, Statement: statements, Depends: depends ? [] : undefined }),
  );
const calls = fc.uniqueArray(fc.constantFrom(...operations), { maxLength: 4 });

describe.each(['json', 'yaml'] as const)('all fixes of a file in %s', (syntax) => {
  const path = `app.${syntax}`;

  async function fix(text: string, declared: readonly string[]) {
    const { record, fixed, errors } = await lintFiles({
      files: [{ path, text }],
      manifests:
        declared.length === 0
          ? []
          : [
              {
                path: 'app.apis.yaml',
                text: `policies: [${path}]\napis:\n${declared.map((id) => `  - operation: ${id}\n`).join('')}`,
              },
            ],
      config: { ...DEFAULT_CONFIG, preset: 'strict' },
      loadCatalog: () => Promise.resolve(catalog),
      fix: true,
    });
    expect(errors).toEqual([]);
    const [verdict] = record.workloads;
    const unmet = new Set(
      [...(verdict?.missing ?? []), ...(verdict?.denied ?? [])].map((need) => need.action.toLowerCase()),
    );
    return { text: fixed.get(path) ?? text, unmet };
  }

  async function unmet(text: string, declared: readonly string[]) {
    const { record } = await lintFiles({
      files: [{ path, text }],
      manifests: [
        {
          path: 'app.apis.yaml',
          text: `policies: [${path}]\napis:\n${declared.map((id) => `  - operation: ${id}\n`).join('')}`,
        },
      ],
      config: { ...DEFAULT_CONFIG, preset: 'off' },
      loadCatalog: () => Promise.resolve(catalog),
    });
    return record.workloads.flatMap(({ missing, denied }) =>
      [...missing, ...denied].map((need) => need.action.toLowerCase()),
    );
  }

  it('leave nothing to fix, grant nothing new, and take nothing from a declared call', async () => {
    await fc.assert(
      fc.asyncProperty(policy, calls, async (value, declared) => {
        const text = printPolicy(value, syntax);
        const once = await fix(text, declared);
        const twice = await fix(once.text, declared);
        expect(twice.text).toBe(once.text);

        const before = declared.length === 0 ? [] : await unmet(text, declared);
        const added = new Set(before);
        expect(
          changedGrants(text, once.text, path, catalog).filter(
            (change) => isWider(change) && !added.has(change.action),
          ),
        ).toEqual([]);
        expect([...once.unmet].filter((name) => !added.has(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 180_000);

  it('widen nothing where no call is declared', async () => {
    await fc.assert(
      fc.asyncProperty(policy, async (value) => {
        const text = printPolicy(value, syntax);
        const { text: fixed } = await fix(text, []);
        expect(changedGrants(text, fixed, path, catalog).filter(isWider)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 180_000);
});

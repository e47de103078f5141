import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Generation } from '../../../src/analysis/generation.js';
import { judge } from '../../../src/analysis/judge.js';
import { migratePolicy } from '../../../src/analysis/migrate/migrate-policy.js';
import type { MigratedPolicy } from '../../../src/analysis/migrate/migrated-policy.js';
import { sidesOf } from '../../../src/analysis/needs/needs.js';
import type { WorkloadPolicy } from '../../../src/analysis/verdict.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Operation } from '../../../src/catalog/model/model.js';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { loadCatalog } from '../../../src/catalog/yaml/load.js';
import { callOf, catalogOf } from '../../calls/catalog.js';
import { allow, deny, policyFrom, policyFromText } from '../workload.js';
import type { StatementSketch } from '../workload.js';

const bare = { resources: [], condition_keys: [] };
const need = (...actions: readonly string[]) => ({
  actions,
  dependent_actions: [],
  scenarios: [],
  sources: [],
});

const kiln = catalogOf(
  [
    {
      id: 'kiln/list',
      endpoints: ['GET /kilns'],
      actions: ['kiln:kilns:all'],
      identity: need('kiln:kilns:list'),
    },
    {
      id: 'kiln/count',
      endpoints: ['GET /count'],
      actions: ['kiln:kilns:count'],
      identity: need('kiln:kilns:list'),
    },
    {
      id: 'kiln/heat',
      endpoints: ['POST /heat'],
      actions: ['kiln:kilns:heat'],
      identity: need('kiln:fires:light'),
    },
    { id: 'kiln/old', endpoints: ['GET /old'], actions: ['kiln:old:get'] },
  ],
  [
    {
      service: 'kiln',
      actions: [
        {
          ...bare,
          name: 'kiln:kilns:list',
          versions: ['5.0'],
          aliases: ['kiln:kilns:all', 'kiln:kilns:count'],
        },
        { ...bare, name: 'kiln:fires:light', versions: ['5.0'], aliases: [] },
        { ...bare, name: 'kiln:kept:get', versions: ['1.1', '5.0'], aliases: [] },
        ...['kiln:kilns:all', 'kiln:kilns:count', 'kiln:kilns:heat', 'kiln:old:get'].map((name) => ({
          ...bare,
          name,
          versions: ['1.1' as const],
          aliases: [],
        })),
      ],
    },
  ],
);

function migrate(to: Generation, ...statements: readonly StatementSketch[]) {
  return migratePolicy(policyFrom(statements, 'a.json', to === '5.0' ? '1.1' : '5.0').policy, to, kiln);
}

describe('a policy 1.1 that becomes an identity policy', () => {
  it('has the names that stand for its own, of an alias, a name that was kept, and the page of an API', () => {
    const { document, left, calls } = migrate(
      '5.0',
      allow('kiln:kilns:all', 'kiln:kept:get', 'kiln:kilns:heat'),
    );
    expect(document).toEqual({
      Version: '5.0',
      Statement: [{ Effect: 'Allow', Action: ['kiln:kilns:list', 'kiln:kept:get', 'kiln:fires:light'] }],
    });
    expect(left).toEqual([]);
    // Either alias allows both calls, as identity policies see them.
    expect(calls).toEqual({ same: 3, changed: [] });
  });

  it('says what the catalog knows no name of, where it stands, and which call that concerns', () => {
    const { document, left, calls } = migrate('5.0', allow('kiln:kilns:all', 'kiln:old:get'));
    expect(document?.Statement).toMatchObject([{ Action: ['kiln:kilns:list'] }]);
    expect(left).toMatchObject([{ kind: 'name', text: 'kiln:old:get', at: { start: { line: 8 } } }]);
    expect(calls.changed).toMatchObject([
      { operation: { id: 'kiln/old' }, before: { status: 'granted' }, after: { status: 'unproven' } },
    ]);
  });

  it('keeps a wildcard that stands for the same there, and writes out one that does not', () => {
    expect(migrate('5.0', allow('kiln:kilns:*')).document?.Statement).toMatchObject([
      { Action: ['kiln:kilns:*'] },
      { Action: ['kiln:fires:light'] },
    ]);
    expect(migrate('5.0', allow('kiln:*:al*')).document?.Statement).toMatchObject([
      { Action: ['kiln:kilns:list'] },
    ]);
    // No name of policies 1.1 is called so, and what is called so there was not allowed.
    expect(migrate('5.0', allow('kiln:*:list')).left).toMatchObject([{ kind: 'name', text: 'kiln:*:list' }]);
  });

  it('is not written where a Deny would deny less', () => {
    const { document, left } = migrate('5.0', allow('kiln:kilns:all'), deny('kiln:old:get'));
    expect(document).toBeUndefined();
    expect(left).toMatchObject([{ kind: 'name', blocks: true, text: 'kiln:old:get' }]);
  });

  it('does without what has another meaning there, and adds none of it again', () => {
    const { document, left, added } = migrate(
      '5.0',
      allow('kiln:kept:get'),
      { Effect: 'Allow', NotAction: ['ecs:*:*'] },
      { Effect: 'Allow', Action: ['kiln:kilns:all'], Resource: { uri: ['/iam/agencies/1'] } },
    );
    expect(document?.Statement).toMatchObject([{ Action: ['kiln:kept:get'] }]);
    expect(left.map(({ kind }) => kind)).toEqual(['not-action', 'resource']);
    expect(added).toEqual([]);
  });

  it('keeps its conditions and the resources of OBS, and says that of the conditions', () => {
    const limits = { Condition: { Bool: { 'g:MFAPresent': ['true'] } } };
    const { document, left } = migrate('5.0', {
      ...allow('kiln:kilns:all'),
      ...limits,
      Resource: ['OBS:*:*:bucket:mine'],
    });
    expect(document?.Statement).toEqual([
      { Effect: 'Allow', Action: ['kiln:kilns:list'], Resource: ['obs:*:*:bucket:mine'], ...limits },
    ]);
    expect(left).toMatchObject([{ kind: 'condition', blocks: false }]);
  });
});

describe('an identity policy that becomes a policy 1.1', () => {
  it('has the aliases of its actions, and only those that allow nothing else', () => {
    const { document, calls } = migrate('1.1', allow('kiln:kilns:list', 'kiln:kept:get', 'kiln:fires:light'));
    expect(document?.Statement).toMatchObject([
      { Action: ['kiln:kilns:all', 'kiln:kilns:count', 'kiln:kept:get', 'kiln:kilns:heat'] },
    ]);
    expect(calls).toEqual({ same: 3, changed: [] });
  });

  it('loses a statement that is narrowed to what policies 1.1 do not know', () => {
    const { document, left } = migrate(
      '1.1',
      { ...allow('kiln:kilns:list'), Resource: ['kiln:*:*:kiln:a'] },
      { ...allow('kiln:kept:get'), Resource: ['kiln:*:*:kiln:*'] },
    );
    expect(document?.Statement).toEqual([{ Effect: 'Allow', Action: ['kiln:kept:get'] }]);
    expect(left).toMatchObject([{ kind: 'resource', text: 'kiln:*:*:kiln:a' }]);
  });
});

/** Services whose names changed much from one version to the other, some of them the prefix as well. */
const SERVICES = ['cce', 'dms', 'ecs', 'eip', 'evs', 'kms', 'nat', 'vpc'];

describe('migration on the shipped catalog', () => {
  let catalog: Catalog;
  let operations: readonly Operation[];
  beforeAll(async () => {
    const shipped = await loadCatalog('huaweicloud');
    const models = SERVICES.flatMap((name) => shipped.service(name)?.model ?? []);
    catalog = createCatalog('huaweicloud', models);
    operations = catalog.services.flatMap((name) => catalog.service(name)?.model.operations ?? []);
  });

  /** Whether a policy allows each of some operations, as it is judged; undefined where nobody can say, or nothing is needed. */
  function allowedBy(policy: WorkloadPolicy, some: readonly Operation[]): readonly (boolean | undefined)[] {
    const calls = some.map((operation) => ({
      status: 'resolved' as const,
      call: callOf({ operation: operation.id }),
      operation,
      confidence: 'certain' as const,
    }));
    return judge({ catalog, calls, policies: [policy] }).calls.map(({ status }) =>
      status === 'unproven' || status === 'no-permission' ? undefined : status === 'granted',
    );
  }

  /** Every operation that either policy could allow: it needs a name of theirs, or what one is an alias of. */
  function touchedBy(...names: readonly string[]): readonly Operation[] {
    const all = names.flatMap((name) => [name, ...catalog.successorsOf(name)]);
    return [...new Set(all.flatMap((name) => catalog.operationsNeeding(name)))];
  }

  const read = (document: MigratedPolicy) => policyFromText(JSON.stringify(document));

  it.each<[Generation, Generation]>([
    ['1.1', '5.0'],
    ['5.0', '1.1'],
  ])('from %s to %s allows the same calls but those that it names, and never another one', (from, to) => {
    const documented = operations.filter((operation) => {
      const sides = sidesOf(catalog, operation);
      return [sides['1.1'], sides['5.0']].every(
        (side) => side !== undefined && !side.noPermission && !side.derived && side.alternatives.length === 1,
      );
    });
    const samples = fc.array(fc.constantFrom(...documented), { minLength: 1, maxLength: 6 });
    let whole = 0;
    fc.assert(
      fc.property(samples, (some) => {
        const actions = some.flatMap((operation) =>
          (sidesOf(catalog, operation)[from]?.alternatives[0]?.needs ?? []).map(({ action }) => action),
        );
        const before = policyFrom([allow(...new Set(actions))], 'a.json', from);
        const { document, calls, left } = migratePolicy(before.policy, to, catalog);
        if (document === undefined) {
          expect(left.length).toBeGreaterThan(0);
          return;
        }
        if (calls.changed.length === 0) whole += 1;
        const after = read(document);
        const others = document.Statement.flatMap(({ Action }) => Action as readonly string[]);
        const touched = touchedBy(...actions, ...others);
        const [was, is] = [allowedBy(before, touched), allowedBy(after, touched)];
        const named = new Set(calls.changed.map(({ operation }) => operation.id));
        touched.forEach(({ id }, index) => {
          if (was[index] === true && is[index] === false) expect(named, id).toContain(id);
          if (was[index] === false) expect(is[index], id).not.toBe(true);
        });
      }),
      { numRuns: 6, seed: 16 },
    );
    expect(whole).toBeGreaterThan(0);
  });
});

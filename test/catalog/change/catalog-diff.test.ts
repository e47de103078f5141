import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffCatalogs, isEmptyDiff } from '../../../src/catalog/change/catalog-diff.js';
import { endpointKey, parseEndpoint } from '../../../src/catalog/model/endpoint.js';
import type { ServiceCatalog } from '../../../src/catalog/model/model.js';
import { serviceCatalog } from '../arbitrary.js';
import { action, operation, service } from '../models.js';

const stop = operation({
  id: 'ecs/stop',
  endpoints: ['POST /v1/{project_id}/servers/action'],
  actions: ['ecs:servers:stop'],
});
const diff = (before: readonly ServiceCatalog[], after: readonly ServiceCatalog[]) =>
  diffCatalogs('testcloud', before, after);
const one = (facts: Partial<typeof stop>) =>
  diff([service('ecs', [stop])], [service('ecs', [{ ...stop, ...facts }])]).operations.changed[0]?.changes;

describe('a difference', () => {
  it('of a catalog with itself is empty', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), serviceCatalog('bb'), (a, b) => {
        expect(isEmptyDiff(diff([a, b], [b, a]))).toBe(true);
      }),
    );
  });

  it('the other way round swaps what came and what went', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), serviceCatalog('aa'), (a, b) => {
        const [there, back] = [diff([a], [b]), diff([b], [a])];
        expect(there.operations.added).toEqual(back.operations.removed);
        expect(there.endpoints.added).toEqual(back.endpoints.removed);
        expect(there.services).toEqual({ added: back.services.removed, removed: back.services.added });
      }),
    );
  });

  it('accounts for every operation of both', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), serviceCatalog('aa'), (a, b) => {
        const { operations } = diff([a], [b]);
        const renamed = operations.changed.filter(({ renamedFrom }) => renamedFrom !== undefined).length;
        const kept = a.operations.filter(({ id }) => b.operations.some((other) => other.id === id)).length;
        expect(operations.removed.length + renamed + kept).toBe(a.operations.length);
        expect(operations.added.length + renamed + kept).toBe(b.operations.length);
      }),
    );
  });

  it('composes: what one adds and the next removes is not in the whole', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), serviceCatalog('aa'), serviceCatalog('aa'), (a, b, c) => {
        const key = (text: string) => endpointKey(parseEndpoint(text) ?? { method: 'GET', path: text });
        const step = (
          keys: ReadonlySet<string>,
          { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
        ) => new Set([...[...keys].filter((one) => !removed.map(key).includes(one)), ...added.map(key)]);
        const start = new Set(a.operations.flatMap(({ endpoints }) => endpoints).map(key));
        expect(step(step(start, diff([a], [b]).endpoints), diff([b], [c]).endpoints)).toEqual(
          step(start, diff([a], [c]).endpoints),
        );
      }),
    );
  });

  it('composes: step by step or at once, operations and actions end up the same', () => {
    fc.assert(
      fc.property(serviceCatalog('aa'), serviceCatalog('aa'), serviceCatalog('aa'), (a, b, c) => {
        const ids = (
          from: ReadonlySet<string>,
          { operations: { added, removed, changed } }: ReturnType<typeof diff>,
        ) => {
          const gone = new Set([
            ...removed.map(({ id }) => id),
            ...changed.flatMap(({ renamedFrom }) => renamedFrom ?? []),
          ]);
          return new Set([
            ...[...from].filter((id) => !gone.has(id)),
            ...added.map(({ id }) => id),
            ...changed.flatMap(({ id, renamedFrom }) => (renamedFrom === undefined ? [] : [id])),
          ]);
        };
        const names = (
          from: ReadonlySet<string>,
          { actions: { added, removed, renamed } }: ReturnType<typeof diff>,
        ) => {
          const gone = new Set(
            [...removed, ...renamed.map(({ from: old }) => old)].map((name) => name.toLowerCase()),
          );
          return new Set([
            ...[...from].filter((name) => !gone.has(name)),
            ...added.map((name) => name.toLowerCase()),
          ]);
        };
        const idsOf = ({ operations }: ServiceCatalog) => new Set(operations.map(({ id }) => id));
        const namesOf = ({ actions }: ServiceCatalog) =>
          new Set(actions.map(({ name }) => name.toLowerCase()));
        const [ab, bc, ac] = [diff([a], [b]), diff([b], [c]), diff([a], [c])];
        expect(ids(ids(idsOf(a), ab), bc)).toEqual(idsOf(c));
        expect(ids(idsOf(a), ac)).toEqual(idsOf(c));
        expect(names(names(namesOf(a), ab), bc)).toEqual(namesOf(c));
        expect(names(namesOf(a), ac)).toEqual(namesOf(c));
      }),
    );
  });

  it('names services, operations, endpoints and actions that came and went', () => {
    const start = operation({ id: 'evs/start', endpoints: ['GET /v1/disks'], actions: ['evs:disks:list'] });
    expect(
      diff(
        [service('ecs', [stop], { actions: [action('ecs:servers:stop')] })],
        [service('evs', [start], { actions: [action('evs:disks:list')] })],
      ),
    ).toMatchObject({
      services: { added: ['evs'], removed: ['ecs'] },
      operations: { added: [{ id: 'evs/start' }], removed: [{ id: 'ecs/stop' }] },
      endpoints: { added: ['GET /v1/disks'], removed: ['POST /v1/{project_id}/servers/action'] },
      actions: { added: ['evs:disks:list'], removed: ['ecs:servers:stop'] },
    });
  });

  it('tells what an operation needs now from what it is called', () => {
    expect(
      one({ actions: ['ecs:servers:halt'], dependent_actions: ['vpc:ports:get'], title: { en: 'Halt' } }),
    ).toEqual([
      { what: 'action', requires: true, removed: ['ecs:servers:stop'], added: ['ecs:servers:halt'] },
      { what: 'dependent action', requires: true, removed: [], added: ['vpc:ports:get'] },
      { what: 'title', requires: false, removed: ['en: ecs/stop'], added: ['en: Halt'] },
    ]);
  });

  it('sees an operation that has got another id', () => {
    expect(
      diff([service('ecs', [stop])], [service('ecs', [{ ...stop, id: 'ecs/halt' }])]).operations,
    ).toEqual({
      added: [],
      removed: [],
      changed: [
        { id: 'ecs/halt', operation: { ...stop, id: 'ecs/halt' }, renamedFrom: 'ecs/stop', changes: [] },
      ],
    });
  });

  it('sees an action that the new catalog keeps as a former name', () => {
    const before = service('ecs', [], { actions: [action('ecs:servers:halt')] });
    const after = service('ecs', [], {
      actions: [action('ecs:servers:stop')],
      former_actions: [
        { name: 'ecs:Servers:halt', last_documented: '2020', replaced_by: ['ecs:servers:stop'], sources: [] },
      ],
    });
    expect(diff([before], [after]).actions).toMatchObject({
      removed: [],
      renamed: [{ from: 'ecs:servers:halt', to: ['ecs:servers:stop'] }],
    });
  });

  it.each([
    ['the name of a parameter', { endpoints: ['POST /v1/{tenant_id}/servers/action'] }],
    ['the case of an action', { actions: ['ECS:servers:STOP'] }],
    ['a source', { sources: [{ page: 'a', table: 1, row: 1, line: 1, sha256: 'ab'.repeat(32) }] }],
  ])('is not made by %s', (_, facts) => {
    expect(one(facts)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { resolveCall } from '../../../src/calls/resolve/resolve.js';
import type { Scenario } from '../../../src/catalog/model/model.js';
import { callOf, catalogOf } from '../catalog.js';

const scenario = (when: string, action: string, dependency: string): Scenario => ({
  when,
  actions: ['vase:vases:create', action],
  dependent_actions: [dependency],
});

const catalog = catalogOf([
  {
    id: 'vase/create-vase',
    endpoints: ['POST /v1/{project_id}/vases'],
    scenarios: [
      scenario('Using a New Shelf', 'vase:shelves:create', 'vpc:ports:create'),
      scenario('Using an Existing Shelf', 'vase:shelves:use', 'vpc:ports:get'),
    ],
    identity: {
      actions: ['vase:vase:create'],
      dependent_actions: [],
      scenarios: [],
      sources: [],
    },
  },
  { id: 'vase/list-vases', endpoints: ['GET /v1/{project_id}/vases'], actions: ['vase:vases:list'] },
]);

function resolved(api: string, ...when: string[]) {
  const resolution = resolveCall(callOf({ api, when }), catalog);
  if (resolution.status !== 'resolved') throw new Error(`it is ${resolution.status}`);
  return resolution.operation;
}

function reason(api: string, ...when: string[]): string {
  const resolution = resolveCall(callOf({ api, when }), catalog);
  return resolution.status === 'unknown' ? resolution.reason : resolution.status;
}

describe('a call in the case that its manifest names', () => {
  it('needs what this case needs, and nothing of the others', () => {
    expect(resolved('POST /v1/{project_id}/vases', 'using an existing shelf')).toMatchObject({
      actions: ['vase:vases:create', 'vase:shelves:use'],
      dependent_actions: ['vpc:ports:get'],
      scenarios: [],
    });
  });

  it('needs what all of its cases need where it names several', () => {
    const { actions } = resolved(
      'POST /v1/{project_id}/vases',
      'Using a New Shelf',
      'Using an Existing Shelf',
    );
    expect(actions).toEqual(['vase:vases:create', 'vase:shelves:create', 'vase:shelves:use']);
  });

  it('needs of identity policies what it always needs, where they tell no cases', () => {
    expect(resolved('POST /v1/{project_id}/vases', 'Using a New Shelf').identity?.actions).toEqual([
      'vase:vase:create',
    ]);
  });

  it('leaves the next call of the same operation as it is', () => {
    resolved('POST /v1/{project_id}/vases', 'Using a New Shelf');
    const plain = resolveCall(callOf('POST /v1/{project_id}/vases'), catalog);
    expect(plain).toMatchObject({ status: 'resolved', operation: { scenarios: [{}, {}] } });
  });

  it('is not known where the operation has no such case, and the cases are told', () => {
    expect(reason('POST /v1/{project_id}/vases', 'Without a Shelf')).toBe(
      '"Without a Shelf" is no case of vase/create-vase, which has "Using a New Shelf" and "Using an Existing Shelf"',
    );
    expect(reason('GET /v1/{project_id}/vases', 'Using a New Shelf')).toBe(
      'vase/list-vases needs the same in every case; take "when" out',
    );
  });
});

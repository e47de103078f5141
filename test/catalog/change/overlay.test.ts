import { describe, expect, it } from 'vitest';
import { overlayServices } from '../../../src/catalog/change/overlay.js';
import type { ServiceCatalog } from '../../../src/catalog/model/model.js';
import { action, operation, service } from '../models.js';

const source = { page: 'vpc.json', table: 1, row: 1, line: 4, sha256: 'ab'.repeat(32) };
const shipped = service(
  'vpc',
  [
    operation({
      id: 'vpc/create-vpc',
      endpoints: ['POST /v1/{project_id}/vpcs'],
      actions: ['vpc:vpcs:create'],
    }),
  ],
  {
    actions: [action('vpc:vpcs:create')],
    coverage: {
      pages: 4,
      transcribed: 3,
      partial: ['1.1', '5.0'],
      sdk: { operations: 9, actions: 5, identity: 2 },
    },
  },
);

function laid(addition: ServiceCatalog): ServiceCatalog | undefined {
  return overlayServices([shipped], [addition])[0];
}

describe("an account's own schema over the shipped catalog", () => {
  const schema = service(
    'vpc',
    [
      operation({
        id: 'vpc/create-vpc',
        identity: { actions: ['vpc:vpc:create'], dependent_actions: [], scenarios: [], sources: [] },
        sources: [source],
      }),
    ],
    {
      actions: [
        action('vpc:vpc:create', { versions: ['5.0'] }),
        action('vpc::listQuotas', { versions: ['5.0'] }),
      ],
      coverage: { pages: 1, transcribed: 0, partial: [] },
    },
  );

  it('tells what identity policies must grant, and leaves endpoint and policies 1.1 as they are', () => {
    expect(laid(schema)?.operations).toMatchObject([
      {
        id: 'vpc/create-vpc',
        endpoints: ['POST /v1/{project_id}/vpcs'],
        actions: ['vpc:vpcs:create'],
        identity: { actions: ['vpc:vpc:create'], sources: [source] },
      },
    ]);
  });

  it('adds its actions, also those without a resource type', () => {
    expect(laid(schema)?.actions.map(({ name }) => name)).toEqual([
      'vpc:vpcs:create',
      'vpc:vpc:create',
      'vpc::listQuotas',
    ]);
  });

  it('makes whole what was partial of the version that it tells, and of that alone', () => {
    expect(laid(schema)?.coverage).toEqual({
      pages: 5,
      transcribed: 3,
      partial: ['1.1'],
      sdk: { operations: 9, actions: 5, identity: 2 },
    });
  });
});

it('an operation that the overlay gives an endpoint is replaced whole', () => {
  const own = operation({ id: 'vpc/create-vpc', endpoints: ['POST /v3/vpcs'], actions: ['vpc:vpcs:make'] });
  expect(laid(service('vpc', [own]))?.operations).toEqual([own]);
});

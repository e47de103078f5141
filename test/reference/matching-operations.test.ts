import { expect, it } from 'vitest';
import { counterpartsOf, matchingOperations } from '../../src/reference/matching-operations.js';
import { operation } from '../catalog/models.js';

it('an operation is compared with the one of the other cloud that is the same, not with all of its endpoint', () => {
  const there = [
    operation({ id: 'ecs/batch-stop-servers', title: { en: 'Stopping ECSs' } }),
    operation({ id: 'ecs/batch-start-servers', title: { en: 'Starting ECSs' }, discriminator: 'os-start' }),
  ];
  const idsFor = (one: Parameters<typeof operation>[0]) =>
    matchingOperations(operation(one), there).map(({ id }) => id);
  expect(idsFor({ id: 'ecs/batch-stop-servers' })).toEqual(['ecs/batch-stop-servers']);
  expect(idsFor({ id: 'bms/batch-start-servers-v2' })).toEqual(['ecs/batch-start-servers']);
  expect(idsFor({ id: 'ecs/halt', title: { en: 'Stopping ECSs' } })).toEqual(['ecs/batch-stop-servers']);
  expect(idsFor({ id: 'ecs/x', title: { en: 'X' }, discriminator: 'OS-START' })).toEqual([
    'ecs/batch-start-servers',
  ]);
  // The only one there is the match of another: there is none for this.
  const reboot = operation({ id: 'ecs/reboot', title: { en: 'Rebooting' } });
  expect(counterpartsOf(reboot, [...there, reboot], there.slice(0, 1))).toEqual([]);
  // Nothing tells which one is meant.
  expect(idsFor({ id: 'ecs/reboot', title: { en: 'Rebooting' } })).toHaveLength(2);
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suspiciousLosses } from '../../../src/catalog/change/loss.js';
import type { ServiceCatalog } from '../../../src/catalog/model/model.js';
import { storeServices, storedServices } from '../../../src/catalog/yaml/store.js';
import { operation, service } from '../models.js';

const many = (name: string, count: number) =>
  service(
    name,
    Array.from({ length: count }, (_, index) => operation({ id: `${name}/o${index}` })),
  );

describe('a refresh loses suspiciously much', () => {
  it.each([
    ['when a service is gone', [many('ecs', 3)], [], ['ecs']],
    ['when more than a tenth of a service is gone', [many('ecs', 20)], [many('ecs', 17)], ['ecs']],
    [
      'when other operations take the place of most',
      [many('ecs', 2)],
      [service('ecs', [operation({ id: 'ecs/x' }), operation({ id: 'ecs/y' })])],
      ['ecs'],
    ],
    ['but not at a tenth', [many('ecs', 20)], [many('ecs', 18)], []],
    ['but not when a service is new', [many('ecs', 2)], [many('ecs', 2), many('evs', 2)], []],
  ] as [string, ServiceCatalog[], ServiceCatalog[], string[]][])('%s', (_, before, after, services) => {
    expect(suspiciousLosses(before, after).map((loss) => loss.service)).toEqual(services);
  });

  it('and says what would go', () => {
    expect(suspiciousLosses([many('ecs', 3)], [many('ecs', 2)])).toMatchObject([
      { service: 'ecs', before: 3, after: 2, gone: false, operations: [{ id: 'ecs/o2' }] },
    ]);
  });
});

describe('storing a catalog', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const store = (services: ServiceCatalog[], acceptLoss = false) =>
    storeServices(root, 'testcloud', services, storedServices(root, 'testcloud'), acceptLoss);

  it('writes a file per service, and what is as it was is not written again', () => {
    store([many('ecs', 2), many('evs', 2)]);
    const { mtimeMs } = statSync(join(root, 'testcloud/ecs.yaml'));
    expect(store([many('ecs', 2), many('evs', 3)])).toEqual({
      losses: [],
      written: ['evs.yaml'],
      unchanged: ['ecs.yaml'],
      removed: [],
    });
    expect(statSync(join(root, 'testcloud/ecs.yaml')).mtimeMs).toBe(mtimeMs);
  });

  it('touches nothing where too much would be lost', () => {
    store([many('ecs', 20), many('evs', 2)]);
    const before = readFileSync(join(root, 'testcloud/evs.yaml'), 'utf8');
    expect(store([many('ecs', 10), many('evs', 3)]).losses).toHaveLength(1);
    expect(readFileSync(join(root, 'testcloud/evs.yaml'), 'utf8')).toBe(before);
  });

  it('lets it go where that is accepted, and leaves no file of a service that is gone', () => {
    store([many('ecs', 20), many('evs', 2)]);
    expect(store([many('ecs', 10)], true)).toMatchObject({
      losses: [],
      written: ['ecs.yaml'],
      removed: ['evs.yaml'],
    });
    expect(readdirSync(join(root, 'testcloud'))).toEqual(['ecs.yaml']);
  });
});

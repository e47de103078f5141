import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogLoader } from '../../../src/commands/catalogs/catalogs.js';

const shipped = resolve('test/fixtures/commands/catalog');
let own: string;

beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'catalog-'));
});

afterEach(() => {
  rmSync(own, { recursive: true, force: true });
});

function add(
  cloud: string,
  service: string,
  ...operations: readonly { readonly id: string; readonly endpoint: string; readonly action: string }[]
): void {
  mkdirSync(join(own, cloud), { recursive: true });
  const entries = operations.map(
    ({ id, endpoint, action }) =>
      `  - { id: ${id}, title: { en: Own }, endpoints: ['${endpoint}'], actions: [${action}] }\n`,
  );
  writeFileSync(
    join(own, cloud, `${service}.yaml`),
    `schema: 1\ncloud: ${cloud}\nservice: ${service}\noperations:\n${entries.join('')}actions: []\n`,
  );
}

describe('catalogs of the configuration', () => {
  it('are laid over the shipped one: the same id is replaced, everything else stays', async () => {
    add(
      'huaweicloud',
      'ecs',
      {
        id: 'ecs/show-server',
        endpoint: 'GET /v1/{project_id}/cloudservers/{server_id}',
        action: 'ecs:own:get',
      },
      { id: 'ecs/own', endpoint: 'GET /own', action: 'ecs:own:list' },
    );
    const catalog = await catalogLoader({ cwd: '/' }, shipped, [own])('huaweicloud');
    expect(catalog.operation('ecs/show-server')?.actions).toEqual(['ecs:own:get']);
    expect(catalog.operation('ecs/own')?.actions).toEqual(['ecs:own:list']);
    expect(catalog.operation('ecs/list-servers')?.actions).toEqual(['ecs:cloudServers:list']);
    expect(catalog.action('ecs:cloudServers:list')?.access_level).toBe('list');
  });

  it('add services, and clouds of their own', async () => {
    add('huaweicloud', 'own', { id: 'own/list', endpoint: 'GET /own', action: 'own:things:list' });
    add('mycloud', 'own', { id: 'own/list', endpoint: 'GET /own', action: 'own:things:list' });
    const load = catalogLoader({ cwd: '/' }, shipped, [own]);
    expect((await load('huaweicloud')).services).toEqual(['ecs', 'own']);
    expect((await load('mycloud')).services).toEqual(['own']);
    await expect(load('nocloud')).rejects.toThrow(/no catalog of the cloud "nocloud"/);
  });

  it('change the version of the catalog, on which caches rest', async () => {
    add('huaweicloud', 'own', { id: 'own/list', endpoint: 'GET /own', action: 'own:things:list' });
    const [plain, laid] = await Promise.all([
      catalogLoader({ cwd: '/' }, shipped, [])('huaweicloud'),
      catalogLoader({ cwd: '/' }, shipped, [own])('huaweicloud'),
    ]);
    expect(laid.version).not.toBe(plain.version);
  });
});

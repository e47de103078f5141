import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.js';
import { compileCatalogs } from '../../src/catalog/index/compile.js';
import { endpointKey, parseEndpoint } from '../../src/catalog/model/endpoint.js';
import { catalogClouds, loadCatalog } from '../../src/catalog/yaml/load.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';
import { writeServiceCatalog } from '../../src/catalog/yaml/write.js';
import { writeText } from '../../src/files.js';
import { text } from '../text.js';
import { serviceCatalog } from './arbitrary.js';

const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const operation = (facts: Partial<Operation> & Pick<Operation, 'id'>): Operation => ({
  title: { en: facts.id },
  endpoints: [],
  actions: [],
  dependent_actions: [],
  scenarios: [],
  scope: {},
  sources: [],
  ...facts,
});
const action = (name: string) => ({ name, aliases: [], resources: [], condition_keys: [] });

const ecs: ServiceCatalog = {
  schema: 1,
  cloud: 'testcloud',
  service: 'ecs',
  operations: [
    operation({
      id: 'ecs/stop',
      endpoints: ['POST /v1/{project_id}/cloudservers/action'],
      actions: ['ecs:cloudServers:stop'],
    }),
    operation({
      id: 'ecs/start',
      endpoints: ['POST /v1/{tenant_id}/cloudservers/action'],
      actions: ['ecs:cloudServers:start'],
    }),
    operation({
      id: 'ecs/create',
      endpoints: ['POST /v1/{project_id}/cloudservers'],
      scenarios: [
        {
          when: 'new EIP',
          actions: ['ecs:cloudServers:create'],
          dependent_actions: ['vpc:publicIps:create', 'kms:*:get*'],
        },
        { when: 'no EIP', actions: ['ecs:cloudServers:create'], dependent_actions: [] },
      ],
      sources: [{ page: 'owner/docs/ecs/网 页.md', table: 1, row: 1, line: 9, sha256: 'ab'.repeat(32) }],
    }),
  ],
  actions: [action('ecs:cloudServers:stop')],
  former_actions: [
    {
      name: 'ecs:cloudServers:halt',
      last_documented: '2019-12-11',
      replaced_by: ['ecs:cloudServers:stop'],
      sources: [],
    },
  ],
};
const vpc: ServiceCatalog = {
  schema: 1,
  cloud: 'testcloud',
  service: 'vpc',
  operations: [],
  actions: [action('vpc:vpcs:list')],
};
const urls = text`
  schema: 1
  clouds:
    testcloud:
      generations:
        - name: docs
          role: current
          repositories:
            - { name: owner/docs, commit: abcdef6789012345678901234567890123456789, folder: docs, pages: [ecs] }
`;

function write(root: string, services: readonly ServiceCatalog[]): void {
  for (const service of services)
    writeText(join(root, service.cloud, `${service.service}.yaml`), writeServiceCatalog(service));
}

const yamlRoot = join(folder, 'yaml');
const compiledRoot = join(folder, 'compiled');
write(yamlRoot, [ecs, vpc]);
writeText(join(yamlRoot, 'sources.yaml'), urls);
compileCatalogs(yamlRoot, compiledRoot);

const forms: [string, () => Catalog | Promise<Catalog>][] = [
  [
    'in memory',
    () =>
      createCatalog(
        'testcloud',
        [ecs, vpc],
        [
          {
            prefix: 'owner/docs/',
            url: 'https://github.com/owner/docs/blob/abcdef6789012345678901234567890123456789/',
            lines: true,
          },
        ],
      ),
  ],
  ['compiled', () => loadCatalog('testcloud', compiledRoot)],
  ['as YAML', () => loadCatalog('testcloud', yamlRoot)],
];

describe.each(forms)('a catalog %s', (_, open) => {
  const ids = (operations: readonly Operation[]) => operations.map(({ id }) => id);

  it('knows its services and how many operations they have', async () => {
    const catalog = await open();
    expect(catalog.services).toEqual(['ecs', 'vpc']);
    expect(catalog.operationCount).toBe(3);
    expect(catalog.service('ECS')?.model.operations).toHaveLength(3);
    expect(catalog.service('kms')).toBeUndefined();
  });

  it('finds every operation on an endpoint, whatever its parameters are called', async () => {
    expect(ids((await open()).operationsAt('POST /v1/{}/cloudservers/action'))).toEqual([
      'ecs/start',
      'ecs/stop',
    ]);
  });

  it('finds the operations that need an action, in any scenario and as a dependency', async () => {
    const catalog = await open();
    expect(ids(catalog.operationsNeeding('VPC:publicips:create'))).toEqual(['ecs/create']);
    expect(ids(catalog.operationsNeeding('ecs:cloudServers:stop'))).toEqual(['ecs/stop']);
  });

  it('knows an action that only a row of another service names', async () => {
    const catalog = await open();
    expect(catalog.action('vpc:publicIps:CREATE')?.name).toBe('vpc:publicIps:create');
    expect([...(catalog.service('vpc')?.actions.keys() ?? [])]).toEqual([
      'vpc:vpcs:list',
      'vpc:publicips:create',
    ]);
  });

  it('takes no wildcard of a row for an action', async () => {
    expect((await open()).action('kms:*:get*')).toBeUndefined();
  });

  it('knows former actions apart from actions', async () => {
    const catalog = await open();
    expect(catalog.action('ecs:cloudServers:halt')).toBeUndefined();
    expect(catalog.formerAction('ECS:cloudServers:halt')?.replaced_by).toEqual(['ecs:cloudServers:stop']);
  });

  it.each(['constructor', '__proto__', 'toString', ''])('knows nothing of %j', async (key) => {
    const catalog = await open();
    expect([
      catalog.service(key),
      catalog.operation(key),
      catalog.action(key),
      catalog.formerAction(key),
      catalog.operation(`${key}/x`),
      catalog.action(`${key}:a:b`),
    ]).toEqual(Array(6).fill(undefined));
    expect([catalog.operationsAt(key), catalog.operationsNeeding(key)]).toEqual([[], []]);
  });

  it('links a source to its page at the commit that was read', async () => {
    const catalog = await open();
    const [source] = catalog.operation('ecs/create')?.sources ?? [];
    expect(source && catalog.urlOf(source)).toBe(
      'https://github.com/owner/docs/blob/abcdef6789012345678901234567890123456789/ecs/%E7%BD%91%20%E9%A1%B5.md?plain=1#L9',
    );
  });
});

it('the three forms have the same version, and a changed fact changes it', async () => {
  const versions = new Set(
    (await Promise.all(forms.map(async ([, open]) => await open()))).map(({ version }) => version),
  );
  expect(versions.size).toBe(1);
  expect(versions).not.toContain(createCatalog('testcloud', [ecs]).version);
});

it('a compiled catalog opens a service only when it is asked for', async () => {
  const root = join(folder, 'lazy');
  compileCatalogs(yamlRoot, root);
  writeFileSync(join(root, 'testcloud', 'vpc.txt'), 'damaged');
  const catalog = await loadCatalog('testcloud', root);
  expect(catalog.operation('ecs/stop')?.actions).toEqual(['ecs:cloudServers:stop']);
  expect(catalog.service('vpc')?.name).toBe('vpc');
  expect(() => catalog.service('vpc')?.model).toThrow(/damaged/);
  expect(() => catalog.action('vpc:vpcs:list')).toThrow(/damaged/);
});

it('a compiled catalog knows what the others name of its services', async () => {
  const [from, to] = [join(folder, 'two'), join(folder, 'two-compiled')];
  const sister: ServiceCatalog = {
    ...vpc,
    cloud: 'sistercloud',
    operations: [],
    actions: [{ name: 'vpc:Ports:merge', aliases: [], resources: [], condition_keys: [] }],
  };
  write(from, [ecs, vpc, sister]);
  compileCatalogs(from, to);
  const catalog = await loadCatalog('testcloud', to);
  expect(catalog.isNamedElsewhere('vpc:ports:MERGE')).toBe(true);
  expect(catalog.isNamedElsewhere('vpc:ports:split')).toBe(false);
  // Of ECS the sister has no page: that it names none of its actions says nothing.
  const other = await loadCatalog('sistercloud', to);
  expect(other.isNamedElsewhere('ecs:cloudServers:stop')).toBe(false);
});

it('compiling again removes services that are gone', () => {
  const from = join(folder, 'shrinking');
  const to = join(folder, 'shrunk');
  write(from, [ecs, vpc]);
  compileCatalogs(from, to);
  rmSync(join(from, 'testcloud', 'vpc.yaml'));
  compileCatalogs(from, to);
  const services = readdirSync(join(to, 'testcloud')).filter((name) => !name.startsWith('index.'));
  expect(services).toEqual(['ecs.txt']);
});

it('a damaged section of an index is named when something is asked of it, and not before', async () => {
  const root = join(folder, 'damaged-section');
  compileCatalogs(yamlRoot, root);
  writeFileSync(join(root, 'testcloud', 'index.endpoints.txt'), 'POST /v1/');
  const catalog = await loadCatalog('testcloud', root);
  expect(catalog.versionsOf('ecs:cloudServers:stop')).toEqual(['1.1']);
  expect(() => catalog.operationsAt('POST /v1/{}/cloudservers')).toThrow(/damaged \(9 characters where \d+/);
});

it('a section of an index is read once', async () => {
  const root = join(folder, 'read-once');
  compileCatalogs(yamlRoot, root);
  const catalog = await loadCatalog('testcloud', root);
  const [source] = catalog.operation('ecs/create')?.sources ?? [];
  const ask = (key: string) => [
    catalog.operationsAt(key).length,
    catalog.versionsOf('ecs:cloudServers:stop'),
    catalog.successorsOf(key),
    catalog.coverage(key),
    source && catalog.urlOf(source),
  ];
  const before = ask('POST /v1/{}/cloudservers');
  for (const name of readdirSync(join(root, 'testcloud'))) rmSync(join(root, 'testcloud', name));
  expect(ask('POST /v1/{}/cloudservers')).toEqual(before);
  expect(ask('POST /v1/{}/others')).toEqual([0, ...before.slice(1)]);
});

it('a cloud that a folder does not hold is named with those it does', async () => {
  await expect(loadCatalog('othercloud', yamlRoot)).rejects.toThrow(
    'no catalog of the cloud "othercloud" in this folder; it holds "testcloud"',
  );
  expect(catalogClouds(join(folder, 'nowhere'))).toEqual([]);
});

it('an index of another version is refused with the remedy', async () => {
  const root = join(folder, 'other-format');
  compileCatalogs(yamlRoot, root);
  const file = join(root, 'testcloud', 'index.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"format":\d+/, '"format":9999'));
  await expect(loadCatalog('testcloud', root)).rejects.toThrow('compile it again');
});

it('look-ups agree with a scan of the models', () => {
  fc.assert(
    fc.property(serviceCatalog('aa'), serviceCatalog('bb'), (a, b) => {
      const catalog = createCatalog('testcloud', [a, b]);
      const all = [...a.operations, ...b.operations];
      const keyed = new Map<string, Set<string>>();
      for (const one of all) {
        for (const endpoint of one.endpoints.map(parseEndpoint)) {
          if (endpoint)
            keyed.set(endpointKey(endpoint), (keyed.get(endpointKey(endpoint)) ?? new Set()).add(one.id));
        }
        const needs = [one, ...one.scenarios].flatMap((need) => [...need.actions, ...need.dependent_actions]);
        for (const name of needs) expect(catalog.operationsNeeding(name.toUpperCase())).toContain(one);
        expect(catalog.operation(one.id)).toBe(one);
      }
      for (const [key, found] of keyed)
        expect(new Set(catalog.operationsAt(key).map(({ id }) => id))).toEqual(found);
      expect(new Set(catalog.endpointKeys())).toEqual(new Set(keyed.keys()));
    }),
  );
});

import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ServiceCatalog } from '../../src/catalog/model/model.js';
import { createReference } from '../../src/reference/reference-facts.js';
import { searchIndex } from '../../src/reference/search/build-index.js';
import { createSearch } from '../../src/reference/search/search.js';
import type { Query, Search } from '../../src/reference/search/search.js';
import { fixtureReference } from './fixture.js';
import { largeService } from './large-service.js';

let search: Search;

beforeAll(async () => {
  search = createSearch(searchIndex((await fixtureReference()).clouds));
});

describe('searching', () => {
  it('finds an action by a part of its name, the name that begins a word first', () => {
    expect(found({ text: 'cloudservers:sto', kind: 'action' })).toEqual([
      'ecs:cloudServers:stop',
      'ecs:cloudServers:stop',
    ]);
    expect(found({ text: 'publicips', cloud: 'huaweicloud', kind: 'action' })).toEqual([
      'vpc:publicIps:create',
    ]);
  });

  it('finds an API by its Chinese title, in part and with characters between', () => {
    const both = ['批量关闭云服务器', 'Stopping ECSs in a Batch'];
    // Each word is one of both languages: what another cloud calls otherwise is found too.
    expect(found({ text: '批量关闭', kind: 'api' })).toEqual(both);
    expect(found({ text: '关闭服务器', kind: 'api' })).toEqual(both);
    expect(found({ text: '关机', kind: 'api' })).toEqual(both);
    expect(found({ text: '重装操作系统' })).toEqual(['重装操作系统']);
  });

  it('finds an API by its English title, in any order and other forms of the word', () => {
    expect(found({ text: 'batch stopping', cloud: 'huaweicloud' })).toEqual(['批量关闭云服务器']);
    expect(found({ text: 'creates vpc', kind: 'api' })[0]).toBe('创建VPC');
  });

  it('finds Chinese and Latin that stand together', () => {
    expect(found({ text: '创建VPC', kind: 'api' })[0]).toBe('创建VPC');
  });

  it('finds an endpoint whatever its parameters are called, with values in their place, and as a whole address', () => {
    const both = ['查询云服务器详情', 'Querying Details About an ECS'];
    expect(found({ text: 'GET /v1/{tenant}/cloudservers/{id}', kind: 'api' })).toEqual(both);
    expect(found({ text: 'get /v1/0123abcd/cloudservers/4567', kind: 'api' })).toEqual(both);
    expect(
      found({ text: 'https://ecs.example.com/v1/0123abcd/cloudservers/4567?limit=1', kind: 'api' }),
    ).toContain('查询云服务器详情');
  });

  it('narrows by cloud, service, kind and access level; filters alone list everything they let through', () => {
    expect(found({ text: '', cloud: 'opentelekomcloud', kind: 'api' })).toHaveLength(3);
    expect(found({ text: '', service: 'vpc', cloud: 'huaweicloud', kind: 'api' })).toHaveLength(3);
    expect(found({ text: 'cloudServers', level: 'list', kind: 'action' })).toEqual(['ecs:cloudServers:list']);
    expect(found({ text: '', level: 'read', kind: 'api', cloud: 'huaweicloud' })).toEqual(
      expect.arrayContaining(['查询云服务器详情', '查询VPC']),
    );
    // No page documents their levels: the verb tells them.
    expect(found({ text: 'createConsole', level: 'write', kind: 'action' })).toEqual([
      'ecs:servers:createConsole',
    ]);
    expect(found({ text: 'createConsole', level: 'read', kind: 'action' })).toEqual([]);
    expect(found({ text: 'bandwidths', level: 'write', kind: 'action' })).toEqual(['vpc:bandwidths:create']);
  });

  it('finds nothing where a word is missing, and takes every character for itself', () => {
    expect(found({ text: 'stop nonsense' })).toEqual([]);
    expect(found({ text: '.*' })).toEqual([]);
    expect(found({ text: '[(' })).toEqual([]);
  });

  it('has an index far below a megabyte for two clouds of thousands of APIs', () => {
    const services: ServiceCatalog[] = ['huaweicloud', 'opentelekomcloud'].flatMap((cloud) =>
      Array.from({ length: 10 }, (_, index) => largeService(cloud, `service${index}`, 300)),
    );
    const index = searchIndex(createReference(services).clouds);
    expect(index.operations.length).toBe(6000);
    expect(gzipSync(JSON.stringify(index)).length).toBeLessThan(1_000_000);
  });
});

function found(query: Query): string[] {
  return search(query).map((hit) => (hit.kind === 'api' ? hit.row[3] || hit.row[4] : hit.name));
}

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/extract/extraction-record.js';
import { expectAccounted, readMarkup } from '../read.js';

/** The first entry of a table of one row. */
function rowOf(headers: readonly string[], cells: readonly string[]): Partial<Entry> | undefined {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const page = readMarkup(
    [line(headers), line(headers.map(() => ':--')), line(cells), ''].join('\n'),
    'page.md',
  );
  expectAccounted(page);
  return page.tables[0]?.entries[0];
}

describe('columns are known by the words of today', () => {
  it.each<readonly [string, readonly string[], readonly string[], Partial<Entry>]>([
    [
      'a policy table without APIs, with a class for each action',
      ['权限', '授权项', '归类'],
      ['查看任务', 'move:job:list', 'ReadOnly'],
      { title: '查看任务', actions: ['move:job:list'] },
    ],
    [
      'keys of the resource and of all services in two columns',
      ['操作项', '描述', '访问级别', '资源条件键', '全局条件键'],
      ['host:servers:start', '授予开机的权限。', 'Write', 'host:ServerId', 'g:EnterpriseProjectId'],
      {
        actions: ['host:servers:start'],
        describes: 'action',
        accessLevel: 'write',
        conditionKeys: ['host:ServerId', 'g:EnterpriseProjectId'],
        unread: ['aliases', 'resources'],
      },
    ],
    [
      'names of operations that are actions, with what they mean',
      ['细粒度操作名称', '操作解释', '操作说明'],
      ['code:repo:download', '下载仓库', '下载代码'],
      { actions: ['code:repo:download'] },
    ],
    [
      'the function of an API before its path, dependencies and a scope for resources',
      ['API功能项', '对接API接口', '授权项', '依赖关系说明', '资源级细粒度'],
      ['创建盒子', 'POST /v1/boxes', 'box:boxes:create', 'vpc:ports:create', '支持'],
      {
        title: '创建盒子',
        endpoints: ['POST /v1/boxes'],
        actions: ['box:boxes:create'],
        dependencies: ['vpc:ports:create'],
        scope: { resource: true },
      },
    ],
    [
      'a group of APIs before the permission',
      ['API分组', '权限', 'API', '授权项'],
      ['盒子管理', '创建盒子', 'POST /v1/boxes', 'box:boxes:create'],
      { title: '创建盒子', endpoints: ['POST /v1/boxes'], actions: ['box:boxes:create'] },
    ],
    [
      'the name of an API before its path',
      ['接口', '对应的API接口', '授权项', '依赖授权项'],
      ['创建盒子', 'POST /v1/boxes', 'box:boxes:create', '-'],
      { endpoints: ['POST /v1/boxes'], actions: ['box:boxes:create'], dependencies: [] },
    ],
    [
      'an action before its API',
      [
        'Permission',
        'Action',
        'API',
        'Dependent Action',
        'Instance-level Authorization',
        'Tag Authorization',
      ],
      ['Creating a Box', 'box:boxes:create', 'POST /v1/boxes', 'None', '√', '×'],
      {
        title: 'Creating a Box',
        endpoints: ['POST /v1/boxes'],
        actions: ['box:boxes:create'],
        dependencies: [],
        scope: { resource: true, tag: false },
      },
    ],
    [
      'required resource types in another word',
      ['Action', 'Access Level', '资源类型（*为必要）', 'Condition Key', 'Alias'],
      ['box:boxes:put', 'write', 'box \\*', '-', '-'],
      { actions: ['box:boxes:put'], resources: [{ type: 'box', required: true, conditionKeys: [] }] },
    ],
  ])('%s', (_, headers, cells, expected) => {
    expect(rowOf(headers, cells)).toMatchObject(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { Entry, PageRecord } from '../../../src/extract/extraction-record.js';
import { entriesOf, expectAccounted, readFixture, readMarkup } from '../read.js';

const needs = (page: PageRecord): Entry[] =>
  entriesOf(page).filter(({ describes }) => describes === undefined);
const described = (page: PageRecord): Entry[] =>
  entriesOf(page).filter(({ describes }) => describes === 'action');

describe('the page of one API, as the Markdown twin of a Chinese page', () => {
  const page = readFixture('today/one-api.zh.md');

  it('says what the operation needs of identity policies, with its name, its path and its dependencies', () => {
    expect(needs(page)).toEqual([
      {
        line: 14,
        row: 1,
        title: '查询磁盘快照',
        apiName: 'ShowDiskSnapshot',
        endpoints: ['GET /v2/{project_id}/snapshots/{snapshot_id}'],
        actions: ['disk:snapshots:get'],
        dependencies: ['kms:cmk:get', 'vpc:*:get*'],
        scenarios: [],
        identity: true,
      },
    ]);
  });

  it('says what the action is, a row for each resource type and one for the keys of the request', () => {
    expect(described(page)).toMatchObject([
      {
        row: 1,
        actions: ['disk:snapshots:get'],
        dependencies: [],
        accessLevel: 'read',
        aliases: ['disk:snapshots:show', 'disk:snapshots:query'],
        resources: [
          {
            type: 'snapshot',
            required: true,
            conditionKeys: ['g:ResourceTag/<tag-key>', 'g:EnterpriseProjectId'],
          },
        ],
      },
      { row: 2, conditionKeys: ['disk:Encrypted', 'cbr:VaultId'] },
    ]);
  });

  it('bears its date, and accounts for every row', () => {
    expect(page.updated).toBe('2026-09-14');
    expectAccounted(page);
  });
});

describe('the page of one API, as English HTML with merged cells', () => {
  const page = readFixture('today/one-api.en.html');

  it('says what the operation needs, and not what a script or a sample request says', () => {
    expect(needs(page)).toMatchObject([
      {
        title: 'Tagging Queues in a Batch',
        apiName: 'BatchTagQueues',
        endpoints: ['POST /v1/{project_id}/queues/{queue_id}/tags/action'],
        actions: ['queue:queues:batchTag'],
        identity: true,
      },
    ]);
    expect(needs(page)[0]?.noPermission).toBeUndefined();
    expect(page.updated).toBe('2026-03-02');
  });

  it('keeps the keys beside a resource type apart from those of the action', () => {
    expect(described(page)).toMatchObject([
      {
        aliases: ['queue:queues:put', 'queue:tags:create'],
        resources: [{ type: 'queue', required: true, conditionKeys: ['g:ResourceTag/<tag-key>'] }],
      },
      {
        aliases: ['queue:queues:put', 'queue:tags:create'],
        conditionKeys: ['g:RequestTag/<tag-key>', 'g:TagKeys'],
      },
    ]);
  });
});

describe('an authorization part without a table', () => {
  it.each([
    ['Chinese Markdown', 'today/none-needed.zh.md', { title: '列出可用区', apiName: 'ListZones' }],
    ['English HTML', 'today/none-needed.en.html', { title: 'Listing Zones' }],
  ])('says that identity policies need not allow anything: %s', (_, file, named) => {
    const page = readFixture(file);
    expect(entriesOf(page)).toMatchObject([
      {
        ...named,
        endpoints: ['GET /v2/{project_id}/zones'],
        actions: [],
        noPermission: true,
        identity: true,
        row: 2,
      },
    ]);
    expect(page.tables).toMatchObject([
      {
        kind: 'api-permissions',
        words: true,
        rows: 2,
        skipped: [{ row: 1, reason: 'says where the actions stand, and names none' }],
      },
    ]);
    expectAccounted(page);
  });

  it('says it of either generation where the sentence names none', () => {
    const page = readMarkup(
      '<h1>Listing Hosts - ListHosts</h1><h4>Authorization</h4><p>No permission is required.</p><h4>URI</h4><p>GET /v1/hosts</p>',
    );
    expect(entriesOf(page).map(({ noPermission, identity }) => [noPermission, identity])).toEqual([
      [true, undefined],
      [true, true],
    ]);
  });

  it('says nothing where it only sends the reader elsewhere', () => {
    const page = readMarkup(
      '<h1>Listing Hosts - ListHosts</h1><h4>Authorization</h4><p>See role/policy-based authorization in Supported Actions.</p>',
    );
    expect(page.tables).toEqual([]);
  });

  it('is not found in a sentence elsewhere on the page', () => {
    const page = readMarkup(
      '<h1>Hosts</h1><h4>Function</h4><p>No permission is required.</p><h4>URI</h4><p>GET /v1/hosts</p>',
    );
    expect(page.tables).toEqual([]);
  });
});

describe('an authorization part that names the action of roles and policies in words', () => {
  const page = readFixture('today/said-in-words.zh.md');

  it('says what each generation needs; what the table says, too, is read there', () => {
    expect(needs(page)).toMatchObject([
      { actions: ['store:bucket:getBucketTags'], apiName: 'GetBucketTags', identity: true },
      { actions: ['store:bucket:GetBucketTags'], apiName: 'GetBucketTags' },
    ]);
    expect(needs(page)[1]?.identity).toBeUndefined();
    expect(page.tables[1]?.skipped.map(({ reason }) => reason)).toEqual([
      'says where the actions stand, and names none',
      'a table says what the sentence is about',
    ]);
  });

  it('does not take the spelling of one generation for a slip of the other', () => {
    expect(needs(page).flatMap(({ doubts }) => doubts ?? [])).toEqual([]);
  });

  it('reads a header in both languages, with links and remarks', () => {
    expect(described(page)).toMatchObject([
      { accessLevel: 'read', resources: [{ type: 'bucket', required: true, conditionKeys: [] }] },
    ]);
  });
});

describe('a page of several APIs', () => {
  const page = readFixture('today/several-apis.zh.md');

  it('gives each its own actions, its own path and its own name', () => {
    expect(
      needs(page).map(({ title, endpoints, actions, noPermission }) => [
        title,
        endpoints,
        actions,
        noPermission,
      ]),
    ).toEqual([
      ['提交任务', ['POST /v2/workspaces/{workspace_id}/tasks'], ['StreamLake:task:submit'], undefined],
      ['列出任务', ['GET /v2/workspaces/{workspace_id}/tasks'], ['StreamLake:task:list'], undefined],
      ['停止任务', ['POST /v2/workspaces/{workspace_id}/tasks/{task_id}/stop'], [], true],
    ]);
    expectAccounted(page);
  });

  it('keeps the dependencies with the operation that has them', () => {
    expect(needs(page).map(({ dependencies }) => dependencies)).toEqual([
      [],
      ['StreamLake:workspace:get'],
      [],
    ]);
  });

  it('is read the same where all headings are of one rank', () => {
    const flat = readMarkup(
      `## Starting a Job
## Authorization
| Action | Access Level | Resource Type | Condition Key | Alias | Dependencies |
|---|---|---|---|---|---|
| job:jobs:start | write | job * | - | - | - |
## URI
POST /v1/jobs/{job_id}/start
## Stopping a Job
## Function
Stops it.
## Authorization
With identity policy-based authorization, no permission is required.
## URI
POST /v1/jobs/{job_id}/stop
`,
      'page.md',
    );
    expect(needs(flat).map(({ title, endpoints }) => [title, endpoints[0]])).toEqual([
      ['Starting a Job', 'POST /v1/jobs/{job_id}/start'],
      ['Stopping a Job', 'POST /v1/jobs/{job_id}/stop'],
    ]);
  });
});

it('cases of a dependency cell are cases of the operation, not of the action', () => {
  const page = readMarkup(
    `<h1>Creating a Server - CreateServer</h1><h4>Authorization</h4>
     <table><tr><th>Action</th><th>Access Level</th><th>Resource Type</th><th>Condition Key</th><th>Alias</th><th>Dependencies</th></tr>
     <tr><td>host:servers:create</td><td>write</td><td>server *</td><td>-</td><td>-</td>
     <td>When a new address is created:<br>net:addresses:create<br>When a disk is encrypted:<br>kms:keys:get</td></tr></table>
     <h4>URI</h4><p>POST /v1/servers</p>`,
  );
  expect(needs(page)[0]?.scenarios.map(({ when, dependencies }) => [when, dependencies])).toEqual([
    ['otherwise', []],
    ['When a new address is created', ['net:addresses:create']],
    ['When a disk is encrypted', ['kms:keys:get']],
  ]);
  expect(described(page)[0]?.actions).toEqual(['host:servers:create']);
});

import { describe, expect, it } from 'vitest';
import { assembleCatalog } from '../../../src/extract/assemble/assemble.js';
import type { SourcePage } from '../../../src/extract/assemble/source-page.js';
import type { PageRecord } from '../../../src/extract/extraction-record.js';
import { readFixture, readMarkup } from '../read.js';

const source = (record: PageRecord): SourcePage => ({
  record,
  page: `https://docs.example.com/api-disk/${record.file}`,
  group: 'docs.example.com',
  generation: 0,
  role: 'current',
  revision: record.updated ?? '2026-01-01',
});
const catalogOf = (...records: readonly PageRecord[]) => assembleCatalog('huaweicloud', records.map(source));
const serviceOf = (name: string, ...records: readonly PageRecord[]) =>
  catalogOf(...records).services.find(({ service }) => service === name);

describe('the catalog of pages of today', () => {
  it('knows what an operation needs of identity policies, and not what it needs of policies 1.1', () => {
    const [operation] = serviceOf('disk', readFixture('today/one-api.zh.md'))?.operations ?? [];
    expect(operation).toMatchObject({
      endpoints: ['GET /v2/{project_id}/snapshots/{snapshot_id}'],
      actions: [],
      identity: { actions: ['disk:snapshots:get'], dependent_actions: ['kms:cmk:get', 'vpc:*:get*'] },
    });
    expect(operation?.no_permission).toBeUndefined();
    expect(operation?.sources).toMatchObject([{ updated: '2026-09-14' }]);
  });

  it('describes the action, its dependencies left aside', () => {
    expect(serviceOf('disk', readFixture('today/one-api.zh.md'))?.actions).toMatchObject([
      {
        name: 'disk:snapshots:get',
        access_level: 'read',
        versions: ['5.0'],
        aliases: ['disk:snapshots:show', 'disk:snapshots:query'],
        resources: [
          {
            type: 'snapshot',
            required: true,
            condition_keys: ['g:ResourceTag/<tag-key>', 'g:EnterpriseProjectId'],
          },
        ],
        condition_keys: ['disk:Encrypted', 'cbr:VaultId'],
      },
    ]);
  });

  it('brings a policy table and the page of the same API together', () => {
    const table = readMarkup(
      `# 策略授权参考

| 权限 | 对应API接口 | 授权项（Action） | IAM项目 | 企业项目 |
|:--|:--|:--|:--|:--|
| 查询磁盘快照 | GET /v2/{project_id}/snapshots/{snapshot_id} | disk:snapshots:show | √ | × |
`,
      'policies.md',
    );
    const operations = serviceOf('disk', table, readFixture('today/one-api.zh.md'))?.operations;
    expect(operations).toHaveLength(1);
    expect(operations).toMatchObject([
      { actions: ['disk:snapshots:show'], identity: { actions: ['disk:snapshots:get'] } },
    ]);
  });

  it('holds both generations of one row apart in one operation', () => {
    const operations = serviceOf('train', readFixture('today/both-generations.zh.md'))?.operations;
    expect(
      operations?.map(({ endpoints, actions, identity }) => [endpoints[0], actions, identity?.actions]),
    ).toEqual(
      expect.arrayContaining([
        ['POST /v2/{project_id}/training-jobs', ['train:trainJob:create'], ['train:job:create']],
        ['POST /v2/{project_id}/training-jobs/export', ['train:trainJob:export'], undefined],
        ['GET /v2/{project_id}/training-jobs/{job_id}', [], ['train:job:get']],
      ]),
    );
  });

  it('says of a sentence that none is needed that it may mean "not yet"', () => {
    const page = readMarkup(
      `# 开关 - SwitchBox

#### 授权信息

- 如果使用身份策略授权，当前API调用无需身份策略权限。

#### URI

POST /v1/boxes/{box_id}/switch

# 权限

| 权限 | API | 授权项 |
|:--|:--|:--|
| 打开盒子 | POST /v1/boxes/{box_id}/open | box:boxes:open |
`,
      'page.md',
    );
    const operation = serviceOf('box', page)?.operations.find(({ identity }) => identity !== undefined);
    expect(operation?.identity).toMatchObject({ no_permission: true, doubts: [{ kind: 'guessed' }] });
  });

  it('does not take an action of an identity table without an API for one of policies 1.1', () => {
    const action = serviceOf('safe', readFixture('today/identity-reference.zh.html'))?.actions.find(
      ({ name }) => name === 'safe:vaults:attach',
    );
    expect(action?.versions).toEqual(['5.0']);
  });
});

import { describe, expect, it } from 'vitest';
import { entriesOf, expectAccounted, readFixture, readMarkup } from '../read.js';

describe('the identity-policy reference of a service', () => {
  const page = readFixture('today/identity-reference.zh.html');
  const [actions, apis, types, keys] = page.tables;

  it('describes actions headed "操作项", a wildcard, a name without a resource type and capitals among them', () => {
    expect(actions?.entries.map(({ actions: [name], accessLevel }) => [name, accessLevel])).toEqual([
      ['safe:*:listKeyPairs', 'list'],
      ['safe::enableByDefault', 'permission_management'],
      ['SafeCenter:user:verify', 'write'],
      ['safe:vaults:create', 'write'],
      ['safe:vaults:create', 'write'],
      ['safe:vaults:attach', 'write'],
    ]);
    expectAccounted(page);
  });

  it('takes the type out of a URN, and keys of other services and in every escaping as they are meant', () => {
    expect(actions?.entries.slice(4)).toMatchObject([
      { conditionKeys: ['g:RequestTag/<tag-key>', 'g:TagKeys', 'disk:VolumeType'] },
      { resources: [{ type: 'vault', required: true, conditionKeys: ['g:ResourceTag/<tag-key>'] }] },
    ]);
    expect(actions?.entries.flatMap(({ doubts }) => doubts ?? [])).toEqual([]);
  });

  it('tells what APIs need of identity policies, whatever their cells lack', () => {
    expect(apis?.entries).toMatchObject([
      { endpoints: ['GET /v1/key-pairs'], actions: ['safe:*:listKeyPairs'], identity: true },
      { endpoints: ['PUT /v1/{project_id}/defaults'], dependencies: ['kms::listKeys'], identity: true },
      {
        endpoints: ['POST /v1/{project_id}/vaults'],
        dependencies: ['vpc:ports:get', 'vpc:subnets:get'],
        identity: true,
      },
      { endpoints: [], actions: ['safe:vaults:attach'], identity: true },
    ]);
  });

  it('keeps resource types with their URN, and condition keys with type and number of values', () => {
    expect(types?.resources).toMatchObject([
      { type: 'vault', urn: 'safe:<region>:<account-id>:vault:<vault-id>' },
    ]);
    expect(keys?.conditionKeys).toMatchObject([
      { key: 'safe:VaultKind', valueType: 'string', multiValued: false },
      { key: 'safe:Sizes', valueType: 'number', multiValued: true },
    ]);
  });
});

describe('which generation a table of APIs is about', () => {
  const map = (around: string, row = 'box:boxes:list') =>
    readMarkup(
      `${around}\n\n| API | 对应的授权项 | 依赖的授权项 |\n|:--|:--|:--|\n| GET /v1/boxes | ${row} | - |\n`,
      'page.md',
    ).tables.flatMap((table) => table.entries.filter(({ endpoints }) => endpoints.length > 0))[0]?.identity;

  it.each([
    ['its title, in Chinese', '# 身份策略授权参考'],
    ['its title, in English', '# Actions Supported by Identity Policy-based Authorization'],
    ['the heading above it', '# Permissions\n\n#### IAM5.0支持的授权项'],
    [
      'a table beside it that describes actions',
      '| 授权项 | 访问级别 | 别名 |\n|:--|:--|:--|\n| box:boxes:list | List | - |',
    ],
  ])('is told by %s', (_, around) => {
    expect(map(around)).toBe(true);
  });

  it('is told by a name that policies 1.1 do not know', () => {
    expect(map('', 'box::listBoxes')).toBe(true);
  });

  it.each([
    ['its title', '# 策略授权参考'],
    ['the English title', '# Actions Supported by Policy-based Authorization'],
    ['the heading above it', '# 身份策略授权参考\n\n#### IAM3.0支持的授权项'],
    ['nothing', '# Permissions'],
  ])('is the one before where %s says so', (_, around) => {
    expect(map(around)).toBeUndefined();
  });
});

describe('both generations side by side', () => {
  const page = readFixture('today/both-generations.zh.md');
  const [jobs, queues, addresses, renamed] = page.tables;

  it('give one entry each; a dash is not known, no need of none', () => {
    expect(
      jobs?.entries.map(({ row, actions, dependencies, identity }) => [row, actions, dependencies, identity]),
    ).toEqual([
      [1, ['train:trainJob:create'], ['store:bucket:list'], undefined],
      [1, ['train:job:create'], ['store:bucket:list'], true],
      [2, ['train:trainJob:export'], [], undefined],
      [3, ['train:job:get'], [], true],
    ]);
    expectAccounted(page);
  });

  it('tell aliases where no API is named', () => {
    expect(queues?.entries).toMatchObject([
      { title: '创建队列', actions: ['train:queue:createQueue'] },
      {
        title: '创建队列',
        actions: ['train:queue:create'],
        describes: 'action',
        aliases: ['train:queue:createQueue'],
        unread: ['resources', 'condition_keys'],
      },
      { title: '检查连通', actions: ['train:queue:checkConnection'], describes: 'action' },
    ]);
  });

  it('are told from a last column "策略授权项" beside the plain one', () => {
    expect(addresses?.entries.map(({ actions, identity }) => [actions, identity])).toEqual([
      [['net:addresses:delete'], undefined],
      [['ip:addresses:delete'], true],
    ]);
  });

  it('are an action and its alias in a table of renamed actions', () => {
    expect(renamed?.entries).toMatchObject([
      {
        actions: ['user::createAccessKey'],
        describes: 'action',
        accessLevel: 'write',
        aliases: ['user:credentials:createCredential'],
      },
    ]);
  });

  it.each([
    ['Action (IAM 3.0)', 'Action (IAM 5.0)'],
    ['Action (Role/Policy)', 'Action (Identity Policy)'],
    ['Role/Policy Action', 'Identity Policy Action'],
  ])('are known by their English headers: %s, %s', (policy, identity) => {
    const { tables } = readMarkup(
      `| Permission | API | ${identity} | ${policy} | IAM Project |
|:--|:--|:--|:--|:--|
| Deleting a box | DELETE /v1/boxes/{box_id} | box:boxes:remove | box:box:delete | √ |
`,
      'page.md',
    );
    expect(tables[0]?.entries.map((entry) => [entry.actions, entry.identity])).toEqual([
      [['box:box:delete'], undefined],
      [['box:boxes:remove'], true],
    ]);
  });
});

describe('a policy table of today', () => {
  const page = readFixture('today/policy-reference.zh.html');

  it('has eight columns in any order: instance and tag authorization are scopes', () => {
    expect(entriesOf(page).map(({ endpoints, scope }) => [endpoints, scope])).toEqual([
      [
        ['POST /v2/{project_id}/instances'],
        { project: true, enterprise_project: true, resource: false, tag: true },
      ],
      [
        ['PUT /v2/{project_id}/instances/status'],
        { project: true, enterprise_project: true, resource: true, tag: false },
      ],
      [[], { project: true, enterprise_project: false, resource: false, tag: false }],
    ]);
    expectAccounted(page);
  });

  it('mends dependencies written with dots, or run together, and says so', () => {
    const [created, restarted] = entriesOf(page);
    expect(created?.dependencies).toEqual(['vpc:*:get', 'vpc:ports:create']);
    expect(restarted?.dependencies).toEqual(['cache:instance:get', 'cache:instance:list']);
    expect([created, restarted].map((entry) => entry?.doubts?.[0]?.kind)).toEqual(['repaired', 'repaired']);
  });

  it('says where its dependencies hold more than actions', () => {
    const { tables } = readMarkup(
      `| 权限 | API | 授权项 | 依赖的授权项 | IAM项目 |
|:--|:--|:--|:--|:--|
| 创建盒子 | POST /v1/boxes | box:boxes:create | VPC FullAccess<br>vpc:ports:get | √ |
| 删除盒子 | DELETE /v1/boxes/{id} | box:boxes:delete | KMS Administrator | √ |
`,
      'page.md',
    );
    expect(tables[0]?.entries.map(({ dependencies, doubts }) => [dependencies, doubts?.[0]?.was])).toEqual([
      [['vpc:ports:get'], 'VPC FullAccess'],
      [[], 'KMS Administrator'],
    ]);
  });
});

it('a table of scenarios names each operation by its API, beside the name of its action', () => {
  const { tables } = readMarkup(
    `| 场景 | 子场景 | 接口名称 | 接口URL | 授权项(Action) | 授权项名称 |
|:--|:--|:--|:--|:--|:--|
| 账单 | 查询 | 查询账单 | GET /v2/bills | bill:bill:view | 查看账单 |
`,
    'page.md',
  );
  expect(tables[0]?.entries).toMatchObject([
    { title: '查询账单', endpoints: ['GET /v2/bills'], actions: ['bill:bill:view'], apiName: '查询账单' },
  ]);
});

it('a blank action cell in a table of actions is the action above, with a doubt', () => {
  const { tables } = readMarkup(
    `| Action | Access Level | Resource Type | Condition Key | Alias |
|:--|:--|:--|:--|:--|
| box:boxes:put | write | box * | - | - |
| | write | lid * | g:EnterpriseProjectId | - |
`,
    'page.md',
  );
  expect(tables[0]?.entries[1]).toMatchObject({
    actions: ['box:boxes:put'],
    resources: [{ type: 'lid', required: true, conditionKeys: ['g:EnterpriseProjectId'] }],
    doubts: [{ kind: 'guessed', note: 'The action cell is blank: taken from the row above.' }],
  });
});

it('a table without aliases (service control policies) says that they were not read, not that there are none', () => {
  const { tables } = readMarkup(
    `| 授权项 | 描述 | 访问级别 | 资源类型（\\*为必须） | 条件键 |
|:--|:--|:--|:--|:--|
| box:boxes:put | 授予放置的权限。 | write | box \\* | - |
`,
    'page.md',
  );
  expect(tables[0]?.entries).toMatchObject([{ describes: 'action', unread: ['aliases'] }]);
});

it('an access level or a condition key that is none is said, not dropped', () => {
  const { tables } = readMarkup(
    `| Action | Access Level | Resource Type | Condition Key | Alias |
|:--|:--|:--|:--|:--|
| box:boxes:put | sometimes | box * | see below | - |
`,
    'page.md',
  );
  expect(tables[0]?.entries[0]?.doubts?.map(({ was }) => was)).toEqual(['sometimes', 'see below']);
});

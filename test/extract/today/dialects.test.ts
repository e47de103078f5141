import { describe, expect, it } from 'vitest';
import { entriesOf, readMarkup } from '../read.js';

const actionsOf = (markup: string, file: string) => entriesOf(readMarkup(markup, file));

/** What each API of a page needs. */
const toldOf = (markup: string, file: string) =>
  actionsOf(markup, file).map(({ endpoints, actions, noPermission }) =>
    noPermission === true ? `none ${endpoints.join()}` : { endpoints, actions },
  );

describe('a table of actions of identity policies', () => {
  it('keeps names without a type of resource, capitals and wildcards, and discards no row beside them', () => {
    const page = `| 授权项 | 描述 | 访问级别 | 资源类型（\\*为必须） | 条件键 | 别名 |
|:---|:---|:---|:---|:---|:---|
| kiln:*:listKeypairs | 查询 | read | - | - | - |
| kiln::createLake | 创建 | write | - | - | - kiln:lakes:add |
| KilnCenter:user:verifyMail | 验证 | write | user \\* | - | - |
`;
    expect(actionsOf(page, 'page.md')).toMatchObject([
      { actions: ['kiln:*:listKeypairs'], accessLevel: 'read' },
      { actions: ['kiln::createLake'], accessLevel: 'write', aliases: ['kiln:lakes:add'] },
      { actions: ['KilnCenter:user:verifyMail'], resources: [{ type: 'user', required: true }] },
    ]);
  });

  it('keeps several rows of one action apart, each with its type and its keys, also of another service', () => {
    const page = `<table><tr><th>Actions</th><th>Access Level</th><th>Resource Type (*: required)</th><th>Condition Key</th><th>Alias</th></tr>
<tr><td rowspan="2">kiln:fires:create</td><td rowspan="2">Write</td><td>fire *</td><td>-</td><td rowspan="2">kiln:fires:add<br>kiln:fires:make</td></tr>
<tr><td>-</td><td>g:RequestTag/&lt;tag-key&gt;<br>vault:VaultId</td></tr></table>`;
    expect(actionsOf(page, 'page.html')).toMatchObject([
      { aliases: ['kiln:fires:add', 'kiln:fires:make'], resources: [{ type: 'fire', conditionKeys: [] }] },
      {
        aliases: ['kiln:fires:add', 'kiln:fires:make'],
        conditionKeys: ['g:RequestTag/<tag-key>', 'vault:VaultId'],
      },
    ]);
  });

  it.each([
    'g:ResourceTag/<tag-key>',
    String.raw`g:ResourceTag/\<tag-key\>`,
    'g:ResourceTag/&lt;tag-key&gt;',
  ])('reads the key %s as one', (key) => {
    const page = `| 授权项 | 访问级别 | 资源类型（\\*为必须） | 条件键 | 别名 | 依赖的授权项 |
|:---|:---|:---|:---|:---|:---|
| kiln:fires:get | Read | fire \\* | - ${key}   - g:EnterpriseProjectId | - | - |
`;
    expect(actionsOf(page, 'page.md')).toMatchObject([
      { resources: [{ type: 'fire', conditionKeys: ['g:ResourceTag/<tag-key>', 'g:EnterpriseProjectId'] }] },
    ]);
  });
});

describe('a table of APIs and actions of identity policies', () => {
  it('has dependencies of other services, and actions without a type', () => {
    const page = `| API | 对应的授权项 | 依赖的授权项 |
|:---|:---|:---|
| POST /v1/{project_id}/lakes | kiln::createLake | - |
| GET /v2/{project_id}/zones | kiln::listZones | gas::getQuota |
`;
    expect(actionsOf(page, 'page.md')).toMatchObject([
      { endpoints: ['POST /v1/{project_id}/lakes'], actions: ['kiln::createLake'], dependencies: [] },
      {
        endpoints: ['GET /v2/{project_id}/zones'],
        actions: ['kiln::listZones'],
        dependencies: ['gas::getQuota'],
      },
    ]);
  });
});

describe('the pages of APIs', () => {
  it('that stand on one page have their own tables, URIs and sentences', () => {
    const table = (action: string) => `#### 授权信息

| 授权项 | 访问级别 | 资源类型 | 条件键 | 别名 | 依赖的授权项 |
|---|---|---|---|---|---|
| ${action} | Write | oven * | g:EnterpriseProjectId | - | - |
| ${action} | Write | rack * | - | - | - |

#### URI

`;
    const page = `# 烤箱 API

### 1.1 运行

${table('OvenHall:bake:run')}\`\`\`
POST /v2/ovens/{oven_id}/bakes
\`\`\`

### 1.2 列表

${table('OvenHall:bake:list')}\`\`\`
GET /v2/ovens/{oven_id}/bakes
\`\`\`

### 1.3 取消

#### 授权信息

- 如果使用身份策略授权,当前API调用无需身份策略权限。

#### URI

\`\`\`
POST /v2/ovens/{oven_id}/bakes/{bake_id}/cancel
\`\`\`
`;
    const told = toldOf(page, 'page.md');
    expect(told).toContainEqual({
      endpoints: ['POST /v2/ovens/{oven_id}/bakes'],
      actions: ['OvenHall:bake:run'],
    });
    expect(told).toContainEqual({
      endpoints: ['GET /v2/ovens/{oven_id}/bakes'],
      actions: ['OvenHall:bake:list'],
    });
    expect(told).toContainEqual('none POST /v2/ovens/{oven_id}/bakes/{bake_id}/cancel');
  });

  it.each([
    ['alone', '当前API调用无需身份策略权限。'],
    [
      'beside the policies of Version 1.1',
      '- 如果使用角色与策略授权，具体权限要求请参见[权限和授权项](x.html)。\n- 如果使用身份策略授权，当前API调用无需身份策略权限。',
    ],
  ])('may say that no permission is needed, %s', (_where, sentence) => {
    const page = `# 查询炉子 - ShowKiln
#### 授权信息
${sentence}
#### URI
GET /v5/kilns/{kiln_id}
`;
    expect(toldOf(page, 'page.md')).toEqual(['none GET /v5/kilns/{kiln_id}']);
  });
});

import { describe, expect, it } from 'vitest';
import { entriesOf, readFixture, readMarkup } from './read.js';
import { text } from '../text.js';

describe('a lifecycle page in Markdown with embedded HTML', () => {
  const page = readFixture('lifecycle.zh.md');

  it('is read with its title, language and hash', () => {
    expect(page.title).toBe('生命周期管理');
    expect(page.language).toBe('zh-cn');
    expect(page.sha256).toMatch(/^[\da-f]{64}$/);
  });

  it('gives an operation a row, two endpoints where the row has two, and the line of the row', () => {
    expect(page.tables).toHaveLength(1);
    expect(entriesOf(page)[0]).toEqual({
      line: 12,
      row: 1,
      title: '查询云服务器详情列表',
      endpoints: ['GET /v2/{project_id}/servers/detail', 'GET /v2.1/{project_id}/servers/detail'],
      actions: ['ecs:servers:list', 'ecs:servers:get', 'vpc:ports:get'],
      dependencies: [],
      scenarios: [],
    });
  });

  it('keeps three operations on one endpoint apart', () => {
    const onAction = entriesOf(page).filter((entry) => entry.endpoints[0]?.endsWith('/cloudservers/action'));
    expect(onAction.map((entry) => entry.title)).toEqual([
      '批量关闭云服务器',
      '批量重启云服务器',
      '批量启动云服务器',
    ]);
    expect(onAction.flatMap((entry) => entry.actions)).toEqual([
      'ecs:cloudServers:stop',
      'ecs:cloudServers:reboot',
      'ecs:cloudServers:start',
    ]);
  });
});

describe('a Sphinx page with dependencies', () => {
  const entries = entriesOf(readFixture('dependencies.en.html'));
  const byTitle = (title: string) => entries.find((entry) => entry.title === title);

  it('pairs labelled cases across two columns, beside the case that none of them is', () => {
    expect(byTitle('Creating an ECS')?.scenarios).toEqual([
      { when: 'otherwise', actions: ['ecs:cloudServers:create'], dependencies: [] },
      {
        when: 'Assigning a New EIP',
        actions: ['ecs:cloudServers:create'],
        dependencies: ['vpc:publicIps:create'],
      },
      {
        when: 'Using an Existing EIP',
        actions: ['ecs:cloudServers:create'],
        dependencies: ['vpc:publicIps:update'],
      },
    ]);
    expect(byTitle('Creating an ECS')?.actions).toEqual([]);
  });

  it('reads a hint at the body as what tells operations apart', () => {
    expect(byTitle('Extending a Volume')).toMatchObject({
      discriminator: 'action = os-extend',
      dependencies: [],
    });
  });

  it('reads scopes in every spelling, and what is not said as absent', () => {
    expect(byTitle('Creating an ECS')?.scope).toEqual({ project: true, enterprise_project: false });
    expect(byTitle('Extending a Volume')?.scope).toEqual({ project: true, enterprise_project: false });
    expect(byTitle('Tagging')?.scope).toEqual({ project: true, enterprise_project: false });
    expect(byTitle('Uploading Objects')?.scope).toBeUndefined();
  });

  it('leaves notes aside, and says where an action is needed only in some cases', () => {
    const copy = byTitle('Copying an Image');
    expect(copy).toMatchObject({
      endpoints: ['POST /v1/cloudimages/{image_id}/copy'],
      actions: ['ims:images:copy', 'ims:serverImages:create'],
      dependencies: ['obs:object:*'],
    });
    expect(copy?.doubts).toMatchObject([{ kind: 'guessed' }]);
  });

  it('keeps a misspelled action as written and notes what it is near', () => {
    expect(byTitle('Querying a Log')).toMatchObject({
      actions: ['as:acivityLogs:list'],
      doubts: [{ kind: 'near-name', near: 'as:activityLogs:list' }],
    });
    expect(byTitle('Querying Logs')?.doubts).toBeUndefined();
  });

  it('takes blank cells as above, with a doubt', () => {
    expect(byTitle('Querying a Log Again')).toMatchObject({
      actions: ['as:acivityLogs:list'],
      scope: { project: true, enterprise_project: true },
    });
    expect(byTitle('Querying a Log Again')?.doubts?.map((doubt) => doubt.kind)).toContain('guessed');
  });

  it('tells "no permission needed" and an API that is only a name', () => {
    expect(byTitle('Querying Versions')).toMatchObject({
      endpoints: ['GET /'],
      actions: [],
      noPermission: true,
    });
    expect(byTitle('Uploading Objects')).toMatchObject({
      endpoints: [],
      apiName: 'PUT上传',
      actions: ['obs:object:PutObject'],
    });
  });
});

describe('tables written in unusual ways', () => {
  const page = readFixture('odd-tables.zh.md');
  const [odd, , pipe, split, bare, named, spanned, english] = page.tables;

  it('reads a header of bold cells, and mends what is broken, saying what stood there', () => {
    expect(odd?.kind).toBe('api-permissions');
    expect(odd?.entries[0]).toMatchObject({
      endpoints: ['GET /v1/{project_id}/servers'],
      actions: ['ecs:servers:list'],
      doubts: [{ kind: 'repaired', was: 'ecs：servers：list' }],
    });
    expect(odd?.entries[5]).toMatchObject({
      endpoints: ['GET /v1/{project_id}/servers/detail'],
      actions: ['ecs:servers:detail'],
    });
  });

  it('tells silence from "no permission needed", and skips a heading among the rows', () => {
    expect(odd?.entries.find((entry) => entry.title === '查询版本')).toMatchObject({ noPermission: true });
    expect(odd?.entries.find((entry) => entry.title === '查询安静的资源')).toMatchObject({
      unsaid: true,
      actions: [],
    });
    expect(odd?.skipped).toEqual([
      { line: 11, row: 8, reason: 'a heading over the rows below', text: '分组' },
    ]);
  });

  it('keeps "or" as alternatives', () => {
    expect(
      odd?.entries.find((entry) => entry.title === '查询详情')?.scenarios.map((scenario) => scenario.actions),
    ).toEqual([['ecs:servers:get'], ['ecs:servers:list']]);
  });

  it('reads methods in a column of their own, in a pipe table whose header row is blank', () => {
    expect(pipe?.entries.map((entry) => entry.endpoints)).toEqual([
      ['GET /v1/{project_id}/a'],
      ['POST /v1/{project_id}/b', 'PUT /v1/{project_id}/b'],
    ]);
  });

  it('reads a header of two rows, and an API header over two columns', () => {
    expect(split?.entries[0]).toMatchObject({
      title: '查询分组',
      endpoints: ['GET /v1/{project_id}/c'],
      scope: { project: true, enterprise_project: false },
    });
    expect(spanned?.entries[0]?.endpoints).toEqual(['GET /v1/e']);
  });

  it('reads a table without a header by its content, and titles from the API cell', () => {
    expect(bare?.entries.map((entry) => [entry.title, entry.endpoints[0], entry.actions[0]])).toEqual([
      ['Listing', 'GET /v1/{project_id}/d', 'ecs:d:list'],
      ['Getting', 'GET /v1/{project_id}/d/{id}', 'ecs:d:get'],
    ]);
    expect(named?.entries[0]?.title).toBe('Creating a thing');
  });

  it('reads links, code and line breaks in pipe cells, and leaves samples of code alone', () => {
    expect(english?.entries).toMatchObject([
      { title: 'List', apiName: 'ListB', actions: ['a:b:list'] },
      { title: 'Get', endpoints: ['GET /v1/b/{id}'], actions: ['a:b:get', 'a:c:get'] },
    ]);
    expect(page.tables.every((table) => !JSON.stringify(table).includes('y:y:y'))).toBe(true);
  });
});

describe('tables that only look like permission tables', () => {
  const page = readFixture('look-alikes.en.html');

  it.each(page.tables.map((table, index) => [index, table.reason ?? '', table] as const))(
    'table %i is other: %s',
    (_, reason, table) => {
      expect(table.kind).toBe('other');
      expect(reason).not.toBe('');
      expect(table.entries).toEqual([]);
    },
  );
});

describe('which column "Permission" heads', () => {
  it('is the action where its cells are actions', () => {
    const page = readMarkup(
      '<table><tr><th>API</th><th>API Function</th><th>Permission</th></tr><tr><td>GET /v1/a</td><td>Listing</td><td>kms:cmk:list</td></tr></table>',
    );
    expect(entriesOf(page)[0]).toMatchObject({ title: 'Listing', actions: ['kms:cmk:list'] });
  });

  it('is the title where another column holds the actions', () => {
    const page = readMarkup(
      '<table><tr><th>APIs</th><th>Permissions</th><th>Actions</th></tr><tr><td>GET /v1/a</td><td>Listing</td><td>kms:cmk:list</td></tr></table>',
    );
    expect(entriesOf(page)[0]).toMatchObject({ title: 'Listing', actions: ['kms:cmk:list'] });
  });

  it('is decided by content even where the header is a typing error', () => {
    const page = readMarkup(
      '<table><tr><th>权限backups/{backup_id}/restore</th><th>对应API接口</th><th>授权项</th></tr><tr><td>恢复备份</td><td>POST /v3/{project_id}/backups/{backup_id}/restore</td><td>cbr:backups:restore</td></tr></table>',
    );
    expect(entriesOf(page)[0]).toMatchObject({ title: '恢复备份', actions: ['cbr:backups:restore'] });
  });
});

describe('a table of operations that also names roles', () => {
  it('is a permission table where its actions are actions', () => {
    const page = readMarkup(
      '| Operation | Roles | Permission |\n|---|---|---|\n| Creating | Tenant Administrator | cce:cluster:create |\n',
      'page.md',
    );
    expect(page.tables[0]).toMatchObject({
      kind: 'permissions',
      entries: [{ title: 'Creating', actions: ['cce:cluster:create'] }],
    });
  });

  it('is other where they are roles', () => {
    const page = readMarkup(
      '| Operation | Roles | Permission |\n|---|---|---|\n| Creating | Tenant Administrator | all |\n',
      'page.md',
    );
    expect(page.tables[0]).toMatchObject({ kind: 'other', reason: 'lists roles or policies' });
  });
});

describe('a table of actions without an API', () => {
  const page = readMarkup(
    `
| Action | Description | Dependencies | Applicable Scenario |
|---|---|---|---|
| kms:cmk:disable | Grants the permission to disable a key. | kms:cmk:list | Disabling keys. |
`,
    'page.md',
  );

  it('names each operation by the scenario that its action is for', () => {
    expect(entriesOf(page)).toMatchObject([
      { title: 'Disabling keys', actions: ['kms:cmk:disable'], dependencies: ['kms:cmk:list'] },
    ]);
  });
});

it('words in emphasis are words, and a star in an action is a wildcard', () => {
  const page = readMarkup(
    '| Function | API | Action |\n|---|---|---|\n| List | GET /v1/a | *vpc:ports:get* and **dws:*:get*** |\n',
    'page.md',
  );
  expect(entriesOf(page)[0]?.actions).toContain('vpc:ports:get');
  expect(entriesOf(page)[0]?.actions.some((action) => action.startsWith('dws:*:get'))).toBe(true);
});

it('a blank title is the one above', () => {
  const page = readMarkup(
    text`
      | Function | API | Action |
      |---|---|---|
      | Listing | GET /v1/a | a:b:list |
      | | GET /v2/a | a:b:list |
    `,
    'page.md',
  );
  expect(entriesOf(page)[1]).toMatchObject({
    title: 'Listing',
    endpoints: ['GET /v2/a'],
    doubts: [{ kind: 'guessed' }],
  });
});

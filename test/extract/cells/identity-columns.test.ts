import { describe, expect, it } from 'vitest';
import { entriesOf, readFixture } from '../read.js';

describe.each(['zh', 'en'])('an identity-policy page (%s)', (language) => {
  const page = readFixture(`identity-actions.${language}.html`);

  it('has an actions table, an API table, and two tables that are kept as such', () => {
    expect(page.tables.map((table) => table.kind)).toEqual([
      'permissions',
      'api-permissions',
      'other',
      'other',
    ]);
  });

  it('accounts for every row of a cell that spans several resource types', () => {
    const [actions] = page.tables;
    expect(actions?.entries.map((entry) => entry.row)).toEqual(
      Array.from({ length: actions?.rows ?? 0 }, (_, at) => at + 1),
    );
    expect(actions?.entries.every((entry) => entry.describes === 'action')).toBe(true);
  });
});

describe('what the Chinese page says', () => {
  const [actions, apis, types, keys] = readFixture('identity-actions.zh.html').tables;

  it('access level, required and optional resource types, condition keys of each, aliases', () => {
    const create = actions?.entries.filter((entry) => entry.actions[0] === 'ecs:cloudServers:createServers');
    expect(create?.map(({ accessLevel }) => accessLevel)).toEqual(['write', 'write', 'write']);
    expect(create?.flatMap(({ resources }) => resources ?? [])).toEqual([
      { type: 'instance', required: true, conditionKeys: [] },
      { type: 'launchTemplate', required: false, conditionKeys: ['ecs:ImageID', 'g:EnterpriseProjectId'] },
    ]);
    expect(create?.[2]?.conditionKeys).toEqual(['g:RequestTag/<tag-key>', 'g:TagKeys']);
    expect(create?.[0]?.aliases).toEqual(['ecs:cloudServers:create', 'ecs:servers:create']);
    expect(create?.[0]?.title).toBe('');
  });

  it('APIs with their actions and dependencies', () => {
    expect(apis?.entries[0]).toMatchObject({
      endpoints: ['POST /v1.1/{project_id}/cloudservers'],
      actions: ['ecs:cloudServers:createServers'],
      dependencies: ['vpc:subnets:get', 'evs:volumes:create'],
    });
  });

  it('resource types and condition keys', () => {
    expect(types?.resources?.[0]).toEqual({
      type: 'instance',
      urn: 'ecs:<region>:<account-id>:instance:<instance-id>',
      line: 27,
    });
    expect(keys?.conditionKeys).toMatchObject([
      { key: 'ecs:ImageID', valueType: 'string', multiValued: false },
      { key: 'ecs:VpcId', valueType: 'string', multiValued: true },
      { key: 'ecs:MFAPresent', valueType: 'boolean', multiValued: false },
    ]);
  });
});

it('a page about one API gives the operation of its URI line and the action', () => {
  const [operation, action] = entriesOf(readFixture('identity-api.zh.html'));
  expect(operation).toMatchObject({
    title: '查询云服务器列表',
    apiName: 'ListServersDetails',
    endpoints: ['GET /v1/{project_id}/cloudservers/detail'],
    actions: ['ecs:cloudServers:listServersDetails'],
    dependencies: ['vpc:ports:get'],
  });
  expect(action).toMatchObject({
    describes: 'action',
    accessLevel: 'list',
    aliases: ['ecs:cloudServers:list'],
  });
});

describe('the authorization schema', () => {
  const page = readFixture('authorization-schema.json');
  const [operations, actions, types, keys] = page.tables;

  it('gives operations by id, with the line each stands on', () => {
    expect(operations?.entries[0]).toMatchObject({
      line: 4,
      apiName: 'CreateVpc',
      actions: ['vpc:vpcs:create'],
      dependencies: ['vpc:subnets:get'],
    });
    expect(operations?.skipped).toMatchObject([
      { line: 6, row: 3, reason: 'an operation without operation_id' },
    ]);
  });

  it('gives actions with all their facts', () => {
    expect(actions?.entries[0]).toMatchObject({
      accessLevel: 'write',
      resources: [{ type: 'vpc', required: true, conditionKeys: ['g:RequestTag/<tag-key>'] }],
      conditionKeys: ['g:EnterpriseProjectId'],
    });
    expect(actions?.entries[1]).toMatchObject({ permissionOnly: true, aliases: ['vpc:vpc:list'] });
  });

  it('gives resource types and condition keys', () => {
    expect(types?.resources).toMatchObject([{ type: 'vpc' }]);
    expect(keys?.conditionKeys).toMatchObject([
      { key: 'vpc:PeerAccountId', valueType: 'string', multiValued: true },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation, ServiceCatalog } from '../../../src/catalog/model/model.js';
import { readServiceCatalog } from '../../../src/catalog/yaml/read-catalog.js';
import { writeServiceCatalog } from '../../../src/catalog/yaml/write.js';
import { assembleCatalog } from '../../../src/extract/assemble/assemble.js';
import { withTitlesOf } from '../../../src/extract/assemble/naming/assemble-titles.js';
import { entry, page } from '../pages.js';
import { defined } from '../../../src/defined.js';

const START = {
  title: 'Start servers',
  endpoints: ['POST /v1/{project_id}/cloudservers/action'],
  actions: ['ecs:cloudServers:start'],
};
const STOP = {
  title: 'Stop servers',
  endpoints: ['POST /v1/{project_id}/cloudservers/action'],
  actions: ['ecs:cloudServers:stop'],
};
const LIST = {
  title: 'List servers',
  endpoints: ['GET /v1/{project_id}/cloudservers/detail'],
  actions: ['ecs:cloudServers:list'],
};

function assemble(
  pages: Parameters<typeof assembleCatalog>[1],
  existing: readonly ServiceCatalog[] = [],
): ReadonlyMap<string, ServiceCatalog> {
  return new Map(
    assembleCatalog('testcloud', pages, existing).services.map((service) => [service.service, service]),
  );
}
const ids = (service: ServiceCatalog | undefined) => service?.operations.map(({ id }) => id).sort();
const conflicts = (operation: Operation | undefined) =>
  operation?.doubts?.filter(({ kind }) => kind === 'conflict') ?? [];

describe('the service that a row belongs to', () => {
  it('is told by the prefix of its actions, whatever the page is called', () => {
    const services = assemble([page('elastic-cloud-server/vpc.html', [START])]);
    expect([...services.keys()]).toEqual(['ecs']);
  });

  it('is the one that the table is about where a row needs actions of several', () => {
    const services = assemble([
      page('a.md', [
        START,
        STOP,
        {
          title: 'Create',
          endpoints: ['POST /v1/{project_id}/cloudservers'],
          actions: ['vpc:ports:create', 'ecs:cloudServers:create'],
        },
      ]),
    ]);
    expect(services.get('ecs')?.operations).toHaveLength(3);
  });

  it('is the one that the page is about where a row needs no permission', () => {
    const services = assemble([
      page('a.md', [START, { title: 'Versions', endpoints: ['GET /'], noPermission: true }]),
    ]);
    expect(services.get('ecs')?.operations.find(({ title }) => title.en === 'Versions')).toMatchObject({
      actions: [],
      no_permission: true,
    });
  });

  it('is that of the other pages of its repository where the page does not tell it', () => {
    const services = assemble([
      page('a.md', [START]),
      page('b.md', [{ title: 'Versions', endpoints: ['GET /'], noPermission: true }]),
    ]);
    expect(services.get('ecs')?.operations).toHaveLength(2);
  });

  it('is written in lower case, the actions as the page writes them', () => {
    const services = assemble([
      page('a.md', [{ title: 'List', endpoints: ['GET /v1/networks'], actions: ['CCI:network:List'] }]),
    ]);
    expect(services.get('cci')?.actions.map(({ name }) => name)).toEqual(['CCI:network:List']);
  });
});

describe('rows that describe the same operation', () => {
  it('on two pages become one operation with two sources', () => {
    const [operation, ...others] =
      assemble([page('a.md', [LIST]), page('b.md', [LIST])]).get('ecs')?.operations ?? [];
    expect(others).toEqual([]);
    expect(operation?.sources.map((source) => source.page)).toEqual(['a.md', 'b.md']);
    expect(operation?.doubts).toBeUndefined();
  });

  it('and disagree are one operation with a conflict that keeps what the other page says', () => {
    const [operation] =
      assemble([page('a.md', [LIST]), page('b.md', [{ ...LIST, actions: ['ecs:servers:list'] }])]).get('ecs')
        ?.operations ?? [];
    expect(operation?.actions).toEqual(['ecs:cloudServers:list']);
    expect(conflicts(operation)).toEqual([
      {
        kind: 'conflict',
        confidence: 'doubtful',
        note: 'Another page says otherwise.',
        was: 'actions: ecs:servers:list',
        source: { page: 'b.md', table: 1, row: 1, line: 10, sha256: 'ab'.repeat(32) },
      },
    ]);
  });

  it('and list the same needs in one column or in two do not disagree', () => {
    const together = { ...LIST, actions: ['ecs:cloudServers:list', 'vpc:ports:get'] };
    const apart = { ...LIST, dependencies: ['vpc:ports:get'] };
    const [operation] =
      assemble([page('a.md', [apart]), page('b.md', [together])]).get('ecs')?.operations ?? [];
    expect(operation?.dependent_actions).toEqual(['vpc:ports:get']);
    expect(conflicts(operation)).toEqual([]);
  });

  it('in two generations are told by their endpoint alone, and the newest wins', () => {
    const old = page(
      'old.md',
      [
        {
          title: 'Querying ECSs',
          endpoints: ['GET /v1/{tenant_id}/cloudservers/detail'],
          actions: ['ecs:servers:get'],
        },
      ],
      { generation: 1 },
    );
    const [operation, ...others] = assemble([old, page('new.md', [LIST])]).get('ecs')?.operations ?? [];
    expect(others).toEqual([]);
    expect(operation).toMatchObject({
      title: { en: 'List servers' },
      actions: ['ecs:cloudServers:list'],
      sources: [{ page: 'new.md' }, { page: 'old.md' }],
    });
    expect(conflicts(operation)).toMatchObject([{ confidence: 'likely', was: 'actions: ecs:servers:get' }]);
  });

  it('that go on below each other in a table need all their actions', () => {
    const rows = [LIST, { ...LIST, actions: ['ecs:servers:get'] }];
    const [operation, ...others] = assemble([page('a.md', rows)]).get('ecs')?.operations ?? [];
    expect(others).toEqual([]);
    expect(operation).toMatchObject({
      actions: ['ecs:cloudServers:list', 'ecs:servers:get'],
      sources: [{ row: 1 }, { row: 2 }],
      doubts: [{ kind: 'guessed' }],
    });
  });
});

describe('rows that share an endpoint only', () => {
  it('stay operations of their own', () => {
    expect(ids(assemble([page('a.md', [START, STOP])]).get('ecs'))).toEqual([
      'ecs/batch-start-servers',
      'ecs/batch-stop-servers',
    ]);
  });

  it('stay apart where only a discriminator tells them', () => {
    const rows = ['os-extend', 'os-detach'].map((name) => ({
      title: 'Act on a disk',
      endpoints: ['POST /v2/{project_id}/volumes/{id}/action'],
      actions: ['evs:volumes:use'],
      discriminator: `action = ${name}`,
    }));
    expect(ids(assemble([page('a.md', rows)]).get('evs'))).toEqual([
      'evs/detach-volume',
      'evs/extend-volume',
    ]);
  });

  it('stay apart where the query tells them, and the query becomes what tells them', () => {
    const rows = ['logs', 'nodes'].map((type) => ({
      title: `Query ${type}`,
      endpoints: [`POST /v1/{project_id}/als/action?type=${type}`],
      actions: ['aom:log:list'],
    }));
    const operations = assemble([page('a.md', rows)]).get('aom')?.operations ?? [];
    expect(operations.map(({ discriminator, endpoints }) => [discriminator, ...endpoints])).toEqual([
      ['type=logs', 'POST /v1/{project_id}/als/action'],
      ['type=nodes', 'POST /v1/{project_id}/als/action'],
    ]);
  });
});

describe('an operation of an older generation alone', () => {
  it('is kept, with a doubt where newer pages cover the service', () => {
    const operations = assemble([page('new.md', [LIST]), page('old.md', [START], { generation: 1 })]).get(
      'ecs',
    )?.operations;
    expect(operations?.find(({ title }) => title.en === 'Start servers')?.doubts).toMatchObject([
      { kind: 'guessed', confidence: 'likely' },
    ]);
  });

  it('is as good as any where no newer page covers the service', () => {
    expect(
      assemble([page('old.md', [START], { generation: 1 })]).get('ecs')?.operations[0]?.doubts,
    ).toBeUndefined();
  });
});

describe('former names', () => {
  const former = (name: string, facts: Parameters<typeof entry>[0], revision: string) =>
    page(name, [facts], { role: 'former', generation: 1, revision });

  it('are actions that only older pages name, with what the same operation needs today', () => {
    const ecs = assemble([
      page('new.md', [STOP, START]),
      former('old.md', { ...STOP, actions: ['ecs:cloudServers:halt'] }, '2019-12-11'),
    ]).get('ecs');
    expect(ecs?.operations).toHaveLength(2);
    expect(ecs?.former_actions).toMatchObject([
      {
        name: 'ecs:cloudServers:halt',
        last_documented: '2019-12-11',
        replaced_by: ['ecs:cloudServers:stop'],
      },
    ]);
  });

  it('say nothing of a successor where it is not told which operation it is', () => {
    const ecs = assemble([
      page('new.md', [STOP, START]),
      former('old.md', { ...STOP, title: 'Act', actions: ['ecs:cloudServers:act'] }, '2019-12-11'),
    ]).get('ecs');
    expect(ecs?.former_actions).toMatchObject([{ name: 'ecs:cloudServers:act', replaced_by: [] }]);
  });

  it('were last documented when the latest dated page named them', () => {
    const pages = ['2018-01-01', 'docs@abcdef', '2020-05-05'].map((revision, index) =>
      former(`old${index}.md`, { ...STOP, actions: ['ecs:cloudServers:halt'] }, revision),
    );
    expect(
      assemble([page('new.md', [STOP]), ...pages]).get('ecs')?.former_actions?.[0]?.last_documented,
    ).toBe('2020-05-05');
  });

  it('are none while a page of today names them, be it as a dependency', () => {
    const ecs = assemble([
      page('new.md', [{ ...STOP, dependencies: ['ecs:cloudServers:halt'] }]),
      former('old.md', { ...STOP, actions: ['ecs:cloudServers:halt'] }, '2019'),
    ]).get('ecs');
    expect(ecs?.former_actions).toBeUndefined();
  });

  it('come from older generations as well, where a newer one has renamed the action', () => {
    const ecs = assemble([
      page('new.md', [LIST]),
      page('old.md', [{ ...LIST, actions: ['ecs:servers:all'] }], { generation: 1, revision: '2020-01-01' }),
    ]).get('ecs');
    expect(ecs?.former_actions).toMatchObject([
      { name: 'ecs:servers:all', replaced_by: ['ecs:cloudServers:list'] },
    ]);
  });
});

describe('actions', () => {
  it('without an API are permissions of their own, with their title and scope', () => {
    const pages = [
      page('a.md', [
        LIST,
        { title: 'Use a disk', actions: ['ecs:serverVolumes:use'], scope: { project: true } },
      ]),
    ];
    expect(assemble(pages).get('ecs')?.actions).toMatchObject([
      { name: 'ecs:cloudServers:list' },
      {
        name: 'ecs:serverVolumes:use',
        permission_only: true,
        title: { en: 'Use a disk' },
        scope: { project: true },
      },
    ]);
  });

  it('of another service stand in its file, if it has one', () => {
    const services = assemble([
      page('a.md', [{ ...LIST, dependencies: ['vpc:ports:get', 'kms:keys:get'] }]),
      page('b.md', [{ title: 'List VPCs', endpoints: ['GET /v1/vpcs'], actions: ['vpc:vpcs:list'] }]),
    ]);
    expect(
      services
        .get('vpc')
        ?.actions.map(({ name }) => name)
        .sort(),
    ).toEqual(['vpc:ports:get', 'vpc:vpcs:list']);
    expect(services.has('kms')).toBe(false);
  });

  it('take what identity-policy pages say of them', () => {
    const facts = entry({
      actions: ['ecs:cloudServers:list'],
      accessLevel: 'list',
      aliases: ['ecs:servers:list'],
      resources: [{ type: 'instance', required: true, conditionKeys: ['g:ResourceTag'] }],
      conditionKeys: ['ecs:Port'],
    });
    expect(assemble([page('a.md', [LIST]), page('b.md', [facts])]).get('ecs')?.actions).toMatchObject([
      {
        name: 'ecs:cloudServers:list',
        access_level: 'list',
        aliases: ['ecs:servers:list'],
        resources: [{ type: 'instance', required: true, condition_keys: ['g:ResourceTag'] }],
        condition_keys: ['ecs:Port'],
      },
    ]);
  });

  it('are not made of wildcards', () => {
    expect(
      assemble([page('a.md', [{ ...LIST, dependencies: ['ecs:*:get*'] }])])
        .get('ecs')
        ?.actions.map(({ name }) => name),
    ).toEqual(['ecs:cloudServers:list']);
  });
});

it('a row that names an API and not what it needs is no operation, and is told', () => {
  const { services, unplaced } = assembleCatalog('testcloud', [
    page('a.md', [LIST, { title: 'Show', endpoints: ['GET /v1/x'], unsaid: true }]),
  ]);
  expect(services[0]?.operations).toHaveLength(1);
  expect(unplaced).toEqual([
    { page: 'a.md', line: 20, reason: 'names an API, but not which permission it needs' },
  ]);
});

it.each([
  ['Query metrics. You can specify the namespace when using this API', 'Query metrics'],
  [
    'Viewing keys (This action can only be called through the API. It is not required otherwise.)',
    'Viewing keys',
  ],
  ['Listing servers (Native OpenStack API)', 'Listing servers (Native OpenStack API)'],
  ['Resizing (V1.1) a disk of e.g. 2.5 GB', 'Resizing (V1.1) a disk of e.g. 2.5 GB'],
  [
    '查询指定时间范围指定事件类型的主机配置数据，可以通过参数指定需要查询的数据维度，可以通过参数指定需要查询的数据维度',
    '查询指定时间范围指定事件类型的主机配置数据',
  ],
  ['创建云服务器（按需）。', '创建云服务器（按需）'],
  [
    '透明数据加密（Transparent Data Encryption，TDE）权限',
    '透明数据加密（Transparent Data Encryption，TDE）权限',
  ],
])('a title is a name, what it goes on to explain is left behind: %s', (text, name) => {
  const [service] = assembleCatalog('testcloud', [page('a.md', [{ ...LIST, title: text }])]).services;
  expect(Object.values(service?.operations[0]?.title ?? {})).toEqual([name]);
});

describe('ids', () => {
  it.each([
    ['ecs/batch-stop-servers', STOP],
    ['ecs/list-servers-details', LIST],
    [
      'ecs/show-server',
      {
        endpoints: ['GET /v1/{project_id}/cloudservers/{server_id}'],
        actions: ['ecs:cloudServers:showServer'],
      },
    ],
    [
      'ecs/attach-server-volume',
      {
        endpoints: ['POST /v1/{project_id}/cloudservers/{server_id}/attachvolume'],
        actions: ['ecs:cloudServers:attach'],
      },
    ],
    [
      'vpc/create-security-group-rule',
      {
        endpoints: ['POST /v1/{project_id}/security-group-rules'],
        actions: ['vpc:securityGroupRules:create'],
      },
    ],
    [
      'vpc/delete-subnet',
      {
        endpoints: ['DELETE /v1/{project_id}/vpcs/{vpc_id}/subnets/{subnet_id}'],
        actions: ['vpc:subnets:delete'],
      },
      'vpc/delete-vpc-subnet',
    ],
    [
      'iam/list-group-users',
      { endpoints: ['GET /v3/groups/{group_id}/users'], actions: ['iam:users:listUsersForGroup'] },
    ],
    [
      'obs/list-bucket',
      { endpoints: [], apiName: 'GET Bucket', title: '列举桶内对象', actions: ['obs:bucket:ListBucket'] },
    ],
    [
      'obs/list-objects-bucket',
      {
        endpoints: [],
        apiName: 'GET Bucket',
        title: 'Listing Objects in a Bucket',
        actions: ['obs:bucket:ListBucket'],
      },
    ],
  ] as [string, Parameters<typeof entry>[0], string?][])('say what is done: %s', (id, row, instead) => {
    const [service] = assembleCatalog('testcloud', [page('a.md', [{ title: '标题', ...row }])]).services;
    expect(ids(service)).toEqual([instead ?? id]);
  });

  it('tell versions apart by their version, keys by the parameter, before they count', () => {
    const show = (path: string) => ({ title: path, endpoints: [`GET ${path}`], actions: ['ecs:a:get'] });
    expect(
      ids(
        assemble([
          page(
            'a.md',
            ['/v1/things/{id}', '/v2/things/{id}', '/v2/things/{name}/all/{x}', '/v2/other/all/{x}'].map(
              show,
            ),
          ),
        ]).get('ecs'),
      ),
    ).toEqual(['ecs/show-all', 'ecs/show-thing-all', 'ecs/show-thing-v1', 'ecs/show-thing-v2']);
  });

  it('stay what they are when pages are read again, though titles, actions or other rows change', () => {
    const before = assemble([page('a.md', [STOP, LIST])]).get('ecs');
    const renamed = {
      ...before,
      operations: before?.operations.map((operation) => ({ ...operation, id: `${operation.id}-kept` })),
    } as ServiceCatalog;
    const again = assemble(
      [
        page('a.md', [
          { ...STOP, actions: ['ecs:cloudServers:stopServers'] },
          START,
          { ...LIST, title: 'Querying servers' },
        ]),
      ],
      [renamed],
    ).get('ecs');
    expect(ids(again)).toEqual([
      'ecs/batch-start-servers',
      'ecs/batch-stop-servers-kept',
      'ecs/list-servers-details-kept',
    ]);
  });

  it('of operations that are gone are not given to others', () => {
    const before = assemble([
      page('a.md', [{ ...LIST, endpoints: ['GET /v1/{project_id}/old/servers/detail'], title: 'Old' }]),
    ]).get('ecs');
    expect(
      before && ids(assemble([page('a.md', [{ ...LIST, actions: ['ecs:x:y'] }])], [before]).get('ecs')),
    ).toEqual(['ecs/list-servers-details-2']);
  });
});

it('a title in the other language comes from another cloud, where endpoint and actions are the same', () => {
  const chinese = assembleCatalog('one', [
    page('a.md', [
      { ...STOP, title: '批量关闭' },
      { ...LIST, title: '查询' },
    ]),
  ]).services;
  const english = assembleCatalog('two', [
    page('b.md', [STOP, { ...LIST, actions: ['ecs:servers:list'] }]),
  ]).services;
  const titles = Object.fromEntries(
    withTitlesOf(chinese, english)
      .flatMap(({ operations }) => operations)
      .map(({ id, title }) => [id, title]),
  );
  expect(titles).toEqual({
    'ecs/batch-stop-servers': { 'zh-cn': '批量关闭', en: 'Stop servers' },
    'ecs/list-servers-details': { 'zh-cn': '查询' },
  });
});

describe('a catalog made of any pages', () => {
  const name = fc.constantFrom('create', 'delete', 'list', 'get', 'use');
  const action = fc
    .tuple(fc.constantFrom('ecs', 'vpc', 'EVS'), fc.constantFrom('servers', 'ports'), name)
    .map((parts) => parts.join(':'));
  const endpoint = fc
    .tuple(
      fc.constantFrom('GET', 'POST'),
      fc.constantFrom('/v1/{id}/servers', '/v1/{x}/servers/{y}', '/v2/ports/action', '/v1/a'),
    )
    .map((parts) => parts.join(' '));
  const row = fc
    .record({
      title: fc.constantFrom('', '查询', 'List', 'Stop', '停止'),
      endpoints: fc.uniqueArray(endpoint, { maxLength: 2 }),
      actions: fc.uniqueArray(action, { maxLength: 2 }),
      dependencies: fc.uniqueArray(action, { maxLength: 2 }),
      discriminator: fc.option(fc.constantFrom('os-start', 'os-stop'), { nil: undefined }),
    })
    .map((facts) => defined(facts));
  const pages = fc.uniqueArray(
    fc
      .record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        rows: fc.array(row, { maxLength: 5 }),
        generation: fc.nat(1),
        former: fc.boolean(),
      })
      .map(({ name: file, rows, generation, former }) =>
        page(file, rows, { generation, role: former ? 'former' : 'current' }),
      ),
    { maxLength: 5, selector: (one) => one.page },
  );
  const written = (list: Parameters<typeof assembleCatalog>[1], existing?: readonly ServiceCatalog[]) =>
    assembleCatalog('testcloud', list, existing).services.map(writeServiceCatalog);

  it('is the same whatever order the pages come in', () => {
    fc.assert(
      fc.property(pages, (list) => {
        expect(written(list.toReversed())).toEqual(written(list));
      }),
    );
  });

  it('can be read back, its ids unique', () => {
    fc.assert(
      fc.property(pages, (list) => {
        for (const text of written(list)) readServiceCatalog(text, 'x.yaml');
      }),
    );
  });

  it('made again over itself is itself', () => {
    fc.assert(
      fc.property(pages, (list) => {
        const { services } = assembleCatalog('testcloud', list);
        expect(written(list, services)).toEqual(services.map(writeServiceCatalog));
      }),
    );
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeServiceCatalog } from '../../../src/catalog/yaml/write.js';
import { run } from '../../../src/commands/explain/explain.js';
import { writeText } from '../../../src/files.js';
import { action, operation, service } from '../../catalog/models.js';
import { memoryIo } from '../memory-io.js';
import { text as lines } from '../../text.js';

let cwd: string;
const source = { page: 'owner/docs/ecs/a.md', table: 1, row: 7, line: 63, sha256: 'ab'.repeat(32) };

const ecs = service(
  'ecs',
  [
    operation({
      id: 'ecs/batch-stop-servers',
      title: { 'zh-cn': '批量关闭云服务器', en: 'Stopping ECSs' },
      endpoints: ['POST /v1/{project_id}/cloudservers/action'],
      actions: ['ecs:cloudServers:stop'],
      sources: [source],
      scope: { project: true, resource: false },
    }),
    operation({
      id: 'ecs/batch-start-servers',
      title: { en: 'Starting ECSs' },
      endpoints: ['POST /v1/{project_id}/cloudservers/action'],
      actions: ['ecs:cloudServers:start'],
      doubts: [
        {
          kind: 'conflict',
          confidence: 'doubtful',
          note: 'Another page says otherwise.',
          was: 'actions: ecs:x:y',
          source,
        },
      ],
    }),
    operation({
      id: 'ecs/create-servers',
      title: { en: 'Creating' },
      endpoints: ['POST /v1/{project_id}/cloudservers'],
      scenarios: [
        {
          when: 'new EIP',
          actions: ['ecs:cloudServers:create'],
          dependent_actions: ['vpc:publicIps:create'],
        },
        { when: 'existing EIP', actions: ['ecs:cloudServers:create'], dependent_actions: ['vpc:*:update'] },
      ],
    }),
    operation({
      id: 'ecs/show-server',
      title: { en: 'Showing' },
      endpoints: ['GET /v1/{project_id}/cloudservers/{server_id}'],
      no_permission: true,
    }),
    operation({
      id: 'ecs/action-servers',
      endpoints: ['POST /v1/{project_id}/cloudservers/{id}/action'],
      scenarios: [
        { when: 'pause', actions: ['ecs:cloudServers:pause'], dependent_actions: [] },
        { when: 'resume', actions: ['ecs:cloudServers:resume'], dependent_actions: [] },
      ],
      identity: {
        actions: ['ecs:cloudServers:act'],
        dependent_actions: ['vpc:ports:get'],
        scenarios: [],
        doubts: [{ kind: 'transcribed', confidence: 'likely', note: 'No other page says it.' }],
        sources: [{ page: 'https://docs.example.com/act.md', table: 1, row: 2, line: 2, transcribed: true }],
      },
    }),
  ],
  {
    coverage: {
      pages: 3,
      transcribed: 1,
      updated: { from: '2025-02-24', to: '2026-01-08' },
      partial: ['5.0'],
      sdk: { operations: 99, actions: 83, identity: 46 },
    },
    actions: [
      action('ecs:cloudServers:act', {
        versions: ['5.0'],
        aliases: ['ecs:servers:act'],
        unread: ['aliases'],
      }),
      action('ecs:cloudServers:stop', {
        access_level: 'write',
        resources: [{ type: 'instance', required: true, condition_keys: [] }],
      }),
      action('ecs:cloudServers:start'),
      action('ecs:cloudServers:create'),
    ],
    former_actions: [
      {
        name: 'ecs:cloudServers:halt',
        last_documented: '2019-12-11',
        replaced_by: ['ecs:cloudServers:stop'],
        sources: [source],
      },
    ],
  },
);

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'explain-'));
  writeText(join(cwd, 'catalog/testcloud/ecs.yaml'), writeServiceCatalog(ecs));
  writeText(
    join(cwd, 'catalog/othercloud/ecs.yaml'),
    writeServiceCatalog({
      ...ecs,
      cloud: 'othercloud',
      operations: ecs.operations.slice(0, 1),
      former_actions: [],
    }),
  );
  writeText(
    join(cwd, 'catalog/sources.yaml'),
    lines`
      schema: 1
      clouds:
        testcloud:
          generations:
            - name: docs
              role: current
              repositories:
                - { name: owner/docs, commit: '${'ab'.repeat(20)}', folder: docs, pages: [ecs] }
    `,
  );
  writeText(
    join(cwd, 'catalog/overrides.yaml'),
    lines`
      schema: 1
      overrides:
        - { cloud: testcloud, operation: ecs/create-servers, set: { title: { en: Creating servers } }, reason: the title was cut, source: another page }
    `,
  );
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function explain(...queries: string[]) {
  const io = memoryIo(cwd);
  const code = await run(io, { queries, catalog: 'catalog', format: 'text' });
  return { code, text: io.out() };
}

describe('an endpoint', () => {
  it('is answered with what it needs in every cloud, from which row, and where that can be read', async () => {
    const { code, text } = await explain('POST /v1/{x}/cloudservers/action');
    expect(code).toBe(0);
    expect(text).toContain('testcloud  2 operations; a call must say which one it means');
    expect(text).toContain('othercloud  ecs/batch-stop-servers  Stopping ECSs');
    expect(text).toContain('needs      ecs:cloudServers:stop');
    expect(text).toContain('scope      IAM project; not single resources');
    expect(text).toContain('owner/docs/ecs/a.md, table 1, row 7 (line 63)');
    expect(text).toContain(`https://github.com/owner/docs/blob/${'ab'.repeat(20)}/ecs/a.md?plain=1#L63`);
    expect(text).toContain(
      'conflict   Another page says otherwise. (it says actions: ecs:x:y): owner/docs/ecs/a.md, row 7',
    );
  });

  it('shows the cases of which each is a use of its own, and what identity policies must grant', async () => {
    const { text } = await explain('POST /v1/{project_id}/cloudservers/{id}/action');
    expect(text).toMatch(
      /either {5}pause:\n +ecs:cloudServers:pause\n +or +resume:\n +ecs:cloudServers:resume/,
    );
    expect(text).toMatch(
      /identity {3}ecs:cloudServers:act\n +vpc:ports:get \(dependency\)\n +transcribed No other page/,
    );
    expect(text).toContain('https://docs.example.com/act.md, table 1, row 2 (line 2)');
  });

  it('ends with what the service rests on, and how much of it is known', async () => {
    const { text } = await explain('GET /v1/{project_id}/cloudservers/{server_id}');
    expect(text).toMatch(/ecs {8}3 pages, 1 copied row by row, dated 2025-02-24 to 2026-01-08\n/);
    expect(text).toContain('83 of 99 operations of the SDK, 46 of them for identity policies');
    expect(text).toContain('Version 5.0');
  });

  it('may be a concrete path, without quotes around method and path', async () => {
    expect((await explain('get', '/v1/0123/cloudservers/42')).text).toContain('needs      no permission');
  });

  it('shows what is always needed, what is in each case, and overrides as such', async () => {
    const { text } = await explain('POST /v1/{project_id}/cloudservers');
    expect(text).toMatch(
      /needs {6}ecs:cloudServers:create\n +when +new EIP:\n +vpc:publicIps:create \(dependency\)\n +when +existing EIP:/,
    );
    expect(text).toContain('override   the title was cut (another page) (was: title: {"en":"Creating"})');
  });

  it('that nobody knows is answered with what is near', async () => {
    const { code, text } = await explain('POST /v1/{project_id}/cloudserver');
    expect(code).toBe(1);
    expect(text).toContain(
      'No catalog knows this endpoint.\n  Did you mean\n    POST /v1/{project_id}/cloudservers',
    );
  });

  it('without a method is told apart from one that is unknown', async () => {
    expect((await explain('/v1/x')).text).toContain(
      'This is no endpoint: no method before the path; write "GET /v1/x".',
    );
  });
});

describe('an action', () => {
  it('is answered with who needs it, how, and what is known of it', async () => {
    const { text } = await explain('ECS:cloudservers:STOP');
    expect(text).toContain('testcloud  write · needed by 1 operation');
    expect(text).toContain('resources  instance (required)');
    expect(text).toContain('as its own action');
  });

  it('is found in scenarios and behind wildcards that rows name', async () => {
    const { text } = await explain('vpc:publicIps:create', 'vpc:publicIps:update');
    expect(text).toContain('as a dependency, when new EIP');
    expect(text).toContain('No catalog knows this action.');
  });

  it('of former times is told with what replaced it', async () => {
    expect((await explain('ecs:cloudServers:halt')).text).toContain(
      'testcloud  a former name: last documented 2019-12-11; today ecs:cloudServers:stop',
    );
  });

  it('that is misspelt is answered with what is near', async () => {
    expect((await explain('ecs:cloudServer:stop')).text).toContain('Did you mean\n    ecs:cloudServers:stop');
  });

  it('with a wildcard is answered with what it stands for', async () => {
    expect((await explain('ecs:cloudServers:st*')).text).toContain(
      'testcloud  stands for 2 actions\n  ecs:cloudServers:start\n  ecs:cloudServers:stop',
    );
  });
});

it('an operation is known by its id and by its title', async () => {
  for (const name of ['ecs/batch-stop-servers', '批量关闭云服务器', 'stopping ecss'])
    expect((await explain(name)).text).toContain('needs      ecs:cloudServers:stop');
});

it('the record names everything that the text says', async () => {
  const io = memoryIo(cwd);
  await run(io, {
    queries: ['ecs:cloudServers:stop', 'GET /nowhere'],
    catalog: 'catalog',
    cloud: 'testcloud',
    format: 'json',
  });
  expect(JSON.parse(io.out())).toMatchObject({
    version: 1,
    answers: [
      {
        query: 'ecs:cloudServers:stop',
        kind: 'action',
        clouds: [
          {
            cloud: 'testcloud',
            action: { access_level: 'write' },
            operations: [
              {
                id: 'ecs/batch-stop-servers',
                confidence: 'certain',
                needs: [{ as: 'action' }],
                sources: [{ line: 63, url: expect.stringContaining('https://') as unknown }],
              },
            ],
          },
        ],
        near: [],
      },
      { query: 'GET /nowhere', kind: 'endpoint', clouds: [] },
    ],
  });
});

it('what a query or a title brings along is not obeyed by a terminal', async () => {
  expect((await explain('ecs:\u001b[2Jx:y')).text).not.toContain('\u001b');
});

it('nothing to explain and no catalog are told with the remedy', async () => {
  await expect(explain()).rejects.toMatchObject({ code: 'usage' });
  await expect(
    run(memoryIo(cwd), { queries: ['a:b:c'], catalog: 'nowhere', format: 'text' }),
  ).rejects.toMatchObject({ code: 'catalog' });
});

describe('an SDK operation', () => {
  it('is answered with the endpoint that it calls and what that needs', async () => {
    const { code, text } = await explain('EcsClient.batchStopServers');
    expect(code).toBe(0);
    expect(text).toContain('ecs/v2 BatchStopServers calls POST /v1/{project_id}/cloudservers/action');
    expect(text).toContain('testcloud  ecs/batch-stop-servers');
    expect(text).not.toContain('ecs/batch-start-servers');
  });

  it('that no catalog documents has no answer, but its endpoint is named', async () => {
    const { code, text } = await explain('vpc/v3 ListVpcs');
    expect(code).toBe(1);
    expect(text).toContain('vpc/v3 ListVpcs calls GET /v3/{project_id}/vpc/vpcs');
    expect(text).toContain('No catalog knows what this SDK operation calls.');
  });
});

describe('a Terraform type', () => {
  it('is answered with all that its provider may call, as an upper bound, and what the catalog does not know of it', async () => {
    const { code, text } = await explain('huaweicloud_compute_instance');
    expect(code).toBe(0);
    expect(text).toContain('(resource and data source): an upper bound');
    expect(text).toContain('ecs/batch-stop-servers  POST /v1/{project_id}/cloudservers/action');
    expect(text).toMatch(/all needs {2}ecs:cloudServers:start\n {13}ecs:cloudServers:stop\n/);
    expect(text).toMatch(/not known {2}\S+ \/v/);
  });

  it('that is misspelt is unknown, with near names', async () => {
    const { code, text } = await explain('huaweicloud_compute_instances_');
    expect(code).toBe(1);
    expect(text).toContain('Did you mean\n    huaweicloud_compute_instance');
    expect(text).toContain(
      'calls are known for the types of the providers "huaweicloud" and "opentelekomcloud"',
    );
  });
});

describe('whatever else can be looked up', () => {
  it('is found by words of either language and by others that mean the same, the best first', async () => {
    for (const words of [
      ['关机'],
      ['怎么关闭虚拟机'],
      ['stop', 'ecs'],
      ['how', 'to', 'stop', 'a', 'server'],
    ]) {
      const { code, text } = await explain(...words);
      expect(code, words.join(' ')).toBe(0);
      expect(text).toContain(`${words.join(' ')}\n\n  ecs/batch-stop-servers  Stopping ECSs`);
      expect(text).toContain('POST /v1/{project_id}/cloudservers/action\n    needs ecs:cloudServers:stop');
    }
    expect((await explain('关机')).text).toContain('lint-policies explain "ecs/batch-stop-servers"');
  });

  it('is found where a word is misspelt; what nothing holds has no answer', async () => {
    expect((await explain('startign')).text).toContain('ecs/batch-start-servers');
    const { code, text } = await explain('quixotic');
    expect(code).toBe(1);
    expect(text).toContain('No catalog knows an operation of this id or title.');
  });

  it('may be an SDK operation without its client', async () => {
    expect((await explain('batch_stop_servers')).text).toContain('testcloud  ecs/batch-stop-servers');
  });

  it('may be a service, a resource type or a condition key, each with its actions', async () => {
    const service = await explain('ecs');
    expect(service.code).toBe(0);
    expect(service.text).toContain('testcloud  Elastic Cloud Server · 5 operations · 7 actions');
    expect((await explain('ecs:instance')).text).toMatch(
      /testcloud {2}1 action can be narrowed to it\n {2}actions {4}ecs:cloudServers:stop/,
    );
    const key = await explain('g:RequestTag/team');
    expect(key.code).toBe(0);
    expect(key.text).toContain('a global condition key, of every service: string, in policies of 5.0');
  });

  it('may be a rule, which is told by its page', async () => {
    const { code, text } = await explain('missing-action');
    expect(code).toBe(0);
    expect(text).toMatch(/^# missing-action\n/);
  });
});

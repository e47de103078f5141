import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/calls/calls.js';
import type { CallsOptions } from '../../../src/commands/calls/calls.js';
import { run as runGenerate } from '../../../src/commands/generate/generate.js';
import { writeText } from '../../../src/files.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'calls-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function given(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) writeText(join(cwd, name), content);
}

interface Found {
  readonly cloud?: string;
  readonly calls: readonly {
    readonly api: string;
    readonly origins: readonly { readonly file: string; readonly confidence: string }[];
  }[];
  readonly unplaced: readonly { readonly file: string; readonly reason: string }[];
  readonly passed: readonly { readonly file: string; readonly text: string; readonly reason: string }[];
  readonly unread: readonly {
    readonly client: string;
    readonly service?: string;
    readonly files: readonly string[];
  }[];
}

async function calls(options: Partial<CallsOptions> = {}) {
  const io = memoryIo(cwd);
  const code = await run(io, { paths: ['.'], policies: [], format: 'json', ...options });
  return { code, record: JSON.parse(io.out()) as Found, err: io.err() };
}

async function generate(options: Parameters<typeof runGenerate>[1] = {}) {
  const io = memoryIo(cwd);
  const code = await runGenerate(io, { paths: ['.'], ...options });
  return { code, out: io.out(), err: io.err() };
}

const DELETE = text`
  package main

  import ecs "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2"

  func tidy(c *ecs.EcsClient) { c.DeleteServers(r) }
`;
const LIST = DELETE.replace('DeleteServers', 'ListServersDetails');

describe('where nothing calls these clouds', () => {
  it('calls says so and ends with 2, and generate writes nothing', async () => {
    given({ 'main.go': 'package main\n' });
    const { code, err } = await calls();
    expect(code).toBe(2);
    expect(err).toContain('no client of these clouds was seen');
    const generated = await generate();
    expect(generated).toMatchObject({ code: 1, out: '' });
    expect(generated.err).toContain('no call was read, so it is not known what is needed');
    expect(generated.err).not.toContain('need no permission');
  });
});

describe('tests, mocks and examples', () => {
  it.each([
    'app_test.go',
    'test_app.py',
    'app.spec.ts',
    'src/test/java/AppTest.java',
    'AppTest.java',
    'examples/main.go',
    'mocks/app.go',
    'testdata/main.tf',
  ])('are left out by the conventions of their language: %s', async (path) => {
    given({ 'main.go': LIST, [path]: path.endsWith('.go') ? DELETE : '' });
    const { record, err } = await calls();
    expect(record.calls.map(({ origins }) => origins[0]?.file)).toEqual(['main.go']);
    expect(err).toContain('left out: 1 file of tests, mocks and examples (--include-tests counts it)');
  });

  it('count where they are asked for: by the option, by name, or as the folder that is searched', async () => {
    given({ 'test/main.go': DELETE });
    expect((await calls({ includeTests: true })).record.calls).toHaveLength(1);
    expect((await calls({ paths: ['test/main.go'] })).record.calls).toHaveLength(1);
    expect((await calls({ paths: ['test'] })).record.calls).toHaveLength(1);
    expect((await calls()).record.calls).toHaveLength(0);
  });

  it('need nothing of a policy', async () => {
    given({ 'main.go': LIST, 'main_test.go': DELETE });
    expect((await generate()).out).not.toContain('delete');
    expect((await generate({ includeTests: true })).out).toContain('ecs:cloudServers:delete');
  });
});

describe('a copy of an SDK in the repository', () => {
  it('is no source of calls itself, and is told', async () => {
    const root = 'third/huaweicloud-sdk-go-v3/services/ecs/v2';
    given({
      'main.go': LIST.replace('github.com/huaweicloud', 'example.org/app/third'),
      [`${root}/ecs_client.go`]: text`
        package v2
        func (c *EcsClient) ListServersDetails(r *R) {}
      `,
      [`${root}/model/a.go`]: 'package model\n',
    });
    const { record, err } = await calls();
    expect(record.calls.map(({ origins }) => origins[0]?.file)).toEqual(['main.go']);
    expect(err).toContain('2 files of copied libraries');
  });
});

describe('a script that a tool put together', () => {
  const CLIENT = text`
    import { EcsClient } from '@huaweicloud/huaweicloud-sdk-ecs';
    const client = EcsClient.newBuilder().build();
    client.listServersDetails({});
  `;
  const many = (line: (index: number) => string): string =>
    Array.from({ length: 600 }, (_, i) => line(i)).join('');
  const squeezed = CLIENT.replaceAll('\n', ' ') + many((i) => `function f${i}(a,b){return a+b*${i}};`);
  const bundled = `function __nccwpck_require__(id) {}\n${CLIENT}${many((i) => `function f${i}(a, b) {\n  return a + ${i};\n}\n`)}`;
  const byHand = CLIENT + many((i) => `function f${i}(a, b) {\n  return a + ${i};\n}\n`);

  it.each([
    ['one that was minified', squeezed],
    ['a bundle', bundled],
  ])('is left out and told: %s', async (_, script) => {
    given({ 'main.go': LIST, 'dist/index.js': script });
    const { record, err } = await calls();
    expect(record.calls.map(({ origins }) => origins[0]?.file)).toEqual(['main.go']);
    expect(err).toContain('left out: 1 bundle or minified script; its calls are read from the sources');
  });

  it('is read where it is named', async () => {
    given({ 'dist/index.js': bundled });
    const { record, err } = await calls({ paths: ['dist/index.js'] });
    expect(record.calls).toHaveLength(1);
    expect(err).not.toContain('left out');
  });

  it('is not worth a word where it holds no client, and one of the same length that people wrote is read', async () => {
    given({ 'dist/index.js': bundled.replaceAll(CLIENT, ''), 'src/app.js': byHand });
    const { record, err } = await calls();
    expect(record.calls).toHaveLength(1);
    expect(err).not.toContain('left out');
  });
});

describe('methods of the application that are called as operations are', () => {
  const WRAPPER = text`
    package wrapper

    import elb "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/elb/v2"

    type Shared struct{ c *elb.ElbClient }

    func (s *Shared) CreatePool(name string) error {
      _, err := s.c.CreatePool(nil)
      return err
    }
  `;
  const MAIN = text`
    package main

    import (
      "example.org/app/wrapper"
      v2 "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/elb/v2/model"
      v3 "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/elb/v3/model"
    )

    type app struct{ shared *wrapper.Shared }

    func (a *app) run(x *v2.PoolResp, y *v3.Pool) error { return a.shared.CreatePool("p") }
  `;

  it('are no calls of the SDK: their bodies were read', async () => {
    given({ 'main.go': MAIN, 'wrapper/elb.go': WRAPPER });
    const { record } = await calls();
    expect(record.calls.map(({ origins }) => origins.map(({ file }) => file))).toEqual([['wrapper/elb.go']]);
    expect(record.unplaced).toEqual([]);
  });

  it('are kept in the file that declares the method: it may be what the method itself calls', async () => {
    given({
      'store.go': text`
        package store
        import "github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"
        func ListObjects(c *Config) (*obs.ListObjectsOutput, error) {
          client, err := makeClient(c)
          return client.ListObjects(&obs.ListObjectsInput{})
        }
      `,
    });
    const { record } = await calls();
    expect(record.calls).toHaveLength(1);
  });

  it('are listed where no such method was read, until the manifest declares one of the calls', async () => {
    given({ 'main.go': MAIN });
    const { record } = await calls();
    expect(record.unplaced.map(({ reason }) => reason)).toEqual([
      'it may be elb/v2 CreatePool or elb/v3 CreatePool; say which in the manifest',
    ]);
    expect(record.unread).toMatchObject([{ service: 'elb', files: ['main.go:11'] }]);
    given({
      'app.apis.yaml': text`
        cloud: opentelekomcloud
        apis:
          - elb/v2 CreatePool
      `,
    });
    const again = await calls({ manifest: 'app.apis.yaml' });
    expect(again.record.unplaced).toEqual([]);
    expect(again.record.unread).toEqual([]);
  });
});

describe('a call of what only other files import', () => {
  it('is listed, beside the calls of what the file itself imports', async () => {
    given({
      'make.py': text`
        from obs import ObsClient
        def make(): return ObsClient()
      `,
      'use.py': text`
        from huaweicloudsdkecs.v2 import EcsClient
        def run(session, ecs: EcsClient):
          ecs.list_servers_details(r)
          session.client('obs').getBucketPolicy('b')
      `,
    });
    const { record } = await calls();
    expect(record.calls.map(({ api }) => api)).toEqual(['GET /v1/{project_id}/cloudservers/detail']);
    expect(record.unplaced).toMatchObject([
      {
        file: 'use.py',
        reason: expect.stringContaining('obs/v1 GetBucketPolicy, but the file does not import it') as string,
      },
    ]);
  });
});

describe('a service of a connection that another file makes', () => {
  it('is called where one of its methods is named, and listed where that is not known', async () => {
    given({
      'plugins/module_utils/otc.py': text`
        from otcextensions import sdk
        class Base:
          def __init__(self): self.conn = sdk.connect()
      `,
      'plugins/modules/groups.py': text`
        from ..module_utils.otc import Base
        class Groups(Base):
          def run(self):
            self.conn.auto_scaling.groups()
            self.conn.network.find_router('edge')
            self.conn.auto_scaling.brand_new()
            self.shop.orders.create(1)
      `,
    });
    const { record } = await calls();
    expect(record.calls.map(({ api, origins }) => [api, origins[0]?.confidence])).toEqual([
      ['GET /autoscaling-api/v1/{project_id}/scaling_group', 'likely'],
      ['GET /v2.0/routers', 'likely'],
      ['GET /v2.0/routers/{router_id}', 'likely'],
    ]);
    expect(record.unplaced).toMatchObject([
      {
        file: 'plugins/modules/groups.py',
        line: 6,
        reason: expect.stringContaining('"brand_new"') as string,
      },
    ]);
    expect(record.cloud).toBe('opentelekomcloud');
  });
});

describe('a client that is made and never seen to call', () => {
  it('is listed as not read', async () => {
    given({
      'main.go': text`
        package main
        import ecs "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2"
        func run() { handOver(ecs.NewEcsClient(hc)) }
      `,
    });
    const { code, record } = await calls();
    expect(code).toBe(0);
    expect(record.unread).toEqual([
      { client: 'huaweicloud-sdk ecs/v2', service: 'ecs', files: ['main.go:3'], listed: false },
    ]);
    expect((await generate()).code).toBe(1);
  });
});

describe('the cloud', () => {
  const OTC = 'resource "opentelekomcloud_vpc_v1" "net" {}\n';

  it.each([
    ['main.tf', OTC],
    [
      'main.go',
      text`
        package main
        import "github.com/opentelekomcloud/gophertelekomcloud/openstack/vpc/v1/bandwidths"
        func run() { bandwidths.List(c, o) }
      `,
    ],
    [
      'main.py',
      text`
        import requests
        requests.get("https://vpc.eu-de.otc.t-systems.com/v1/p/vpcs")
      `,
    ],
    ['main.sh', 'curl https://vpc.eu-de.otc.t-systems.com/v1/p/vpcs\n'],
  ])('is the one that the sources call, and stands in a new manifest: %s', async (path, source) => {
    given({ [path]: source });
    const { record } = await calls();
    expect(record.cloud).toBe('opentelekomcloud');
    const io = memoryIo(cwd);
    await run(io, { paths: ['.'], policies: [], format: 'yaml' });
    expect(io.out()).toMatch(/^cloud: opentelekomcloud$/m);
  });

  it('is the one that is named, before all; what is another cloud’s is passed over, and said', async () => {
    given({ 'a.tf': OTC, 'b.tf': 'resource "huaweicloud_vpc" "net" {}\n' });
    const { record } = await calls({ cloud: 'huaweicloud' });
    expect(new Set(record.calls.flatMap(({ origins }) => origins.map(({ file }) => file)))).toEqual(
      new Set(['b.tf']),
    );
    expect(record.passed[0]).toMatchObject({
      file: 'a.tf',
      reason: expect.stringContaining('scan it by itself with --cloud opentelekomcloud') as string,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { findInCode, isCode } from '../../src/calls/code/find-in-code.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { text as lines } from '../text.js';

/** `line operation confidence` of each call, in the order of lines. */
async function callsIn(path: string, text: string): Promise<string[]> {
  const { found, problems } = await findInCode(path, text, sdkFacts());
  expect(problems).toEqual([]);
  return found
    .map(({ api, origin }) => ({ api, ...origin }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ api, line, confidence }) => `${String(line)} ${api} ${confidence}`);
}

async function unplacedIn(path: string, text: string): Promise<string[]> {
  const { unplaced } = await findInCode(path, text, sdkFacts());
  return unplaced.map(({ line, text: excerpt, reason }) => `${String(line)} ${excerpt}: ${reason}`);
}

/** The same programs in each language. */
interface Sample {
  readonly path: string;
  readonly renamed: string;
  readonly typed: string;
  readonly untyped: string;
  readonly inText: string;
  readonly field: string;
  readonly made: string;
  readonly versions: string;
  readonly dynamic: string;
  readonly computed: string;
  readonly misspelt: string;
  readonly unsent: string;
  readonly handedOn: string;
}

const TS =
  "import { EcsClient, ListServersDetailsRequest } from '@huaweicloud/huaweicloud-sdk-ecs/v2/public-api';\n";
const PY = 'from huaweicloudsdkecs.v2 import EcsClient, ListServersDetailsRequest\n';
const GO = lines`
  package a
  import (ecs "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2"; "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2/model")
`;
const JAVA = lines`
  import com.huaweicloud.sdk.ecs.v2.EcsClient;
  import com.huaweicloud.sdk.ecs.v2.model.*;
`;

const SAMPLES: Readonly<Record<string, Sample>> = {
  TypeScript: {
    path: 'a.ts',
    renamed:
      "import { EcsClient as E } from '@huaweicloud/huaweicloud-sdk-ecs/v2/public-api';\nconst c = E.newBuilder().withCredential(x).build();\nawait c.listServersDetails({});",
    typed: `${TS}async function f(c: EcsClient | undefined) {\n  return await c!.listServersDetails(r);\n}`,
    untyped: `${TS}const f = (c) =>\n  c.listServersDetails(new ListServersDetailsRequest());`,
    inText: `${TS}// c.listServersDetails(r)\nconst s = "client.listServersDetails(r)"; /* c.deleteServers() */`,
    field: `${TS}class A { constructor(private readonly client: EcsClient) {}\n f() { return this.client.listServersDetails(r); } }`,
    made: `${TS}function make() { return EcsClient.newBuilder().build(); }\nmake().listServersDetails(r);`,
    versions:
      "import { VpcClient } from '@huaweicloud/huaweicloud-sdk-vpc/v2/public-api';\nimport { VpcClient as Vpc3 } from '@huaweicloud/huaweicloud-sdk-vpc/v3/public-api';\nnew VpcClient(h).listVpcs(r);\nnew Vpc3(h).listVpcs(r);",
    dynamic: `${TS}const name = 'listServersDetails';\nnew EcsClient(h)[name](r);`,
    computed: `${TS}new EcsClient(h)[name](r);`,
    misspelt: `${TS}new EcsClient(h).listServerDetails(r);`,
    unsent: `${TS}const r = new ListServersDetailsRequest();`,
    handedOn: `${TS}const c = new EcsClient(h);\nretry(c.listServersDetails.bind(c));`,
  },
  Python: {
    path: 'a.py',
    renamed: lines`
      from huaweicloudsdkecs.v2 import EcsClient as E
      c = E.new_builder().with_credentials(x).build()
      c.list_servers_details(r)
    `,
    typed: `${PY}def f(c: "EcsClient" = None):\n  return c.list_servers_details(r)\n`,
    untyped: `${PY}def f(c):\n  return c.list_servers_details(ListServersDetailsRequest())\n`,
    inText: `${PY}# c.list_servers_details(r)\ns = "client.list_servers_details(r)"\n`,
    field: `${PY}class A:\n  def __init__(self): self.client = EcsClient.new_builder().build()\n  def f(self): return self.client.list_servers_details(r)\n`,
    made: `${PY}def make(): return EcsClient.new_builder().build()\nmake().list_servers_details(r)\n`,
    versions: lines`
      import huaweicloudsdkvpc.v2 as two
      from huaweicloudsdkvpc.v3 import VpcClient
      two.VpcClient().list_vpcs(r)
      VpcClient().list_vpcs(r)
    `,
    dynamic: `${PY}name = "list_servers_details"\ngetattr(EcsClient(), name)(r)\n`,
    computed: `${PY}getattr(EcsClient(), name)(r)\n`,
    misspelt: `${PY}EcsClient().list_server_details(r)\n`,
    unsent: `${PY}r = ListServersDetailsRequest()\n`,
    handedOn: `${PY}c = EcsClient()\nretry(c.list_servers_details, r)\n`,
  },
  Go: {
    path: 'a.go',
    renamed:
      'package a\nimport vm "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2"\nfunc f() { vm.NewEcsClient(h).ListServersDetails(r) }',
    typed: `${GO}func f(c *ecs.EcsClient) {\n c.ListServersDetails(r)\n}`,
    untyped: `${GO}func f(c lister) {\n c.ListServersDetails(&model.ListServersDetailsRequest{})\n}`,
    inText: `${GO}// c.ListServersDetails(r)\nvar s = "client.ListServersDetails(r)"`,
    field: `${GO}type A struct { client *ecs.EcsClient }\nfunc (a *A) f() { a.client.ListServersDetails(r) }`,
    made: `${GO}func make() (*ecs.EcsClient, error) { return nil, nil }\nfunc f() { c, err := make(); if err == nil { c.ListServersDetails(r) } }`,
    versions:
      'package a; import two "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/vpc/v2"\nimport "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/vpc/v3"\nfunc f(a *two.VpcClient, b *v3.VpcClient) { a.ListVpcs(r)\nb.ListVpcs(r) }',
    dynamic: `${GO}func f(c *ecs.EcsClient) {\n reflect.ValueOf(c).MethodByName("ListServersDetails").Call(r)\n}`,
    computed: `${GO}func f(c *ecs.EcsClient) { reflect.ValueOf(c).MethodByName(name) }`,
    misspelt: `${GO}func f(c *ecs.EcsClient) { c.ListServerDetails(r) }`,
    unsent: `${GO}var r = &model.ListServersDetailsRequest{}`,
    handedOn: `${GO}func f(c *ecs.EcsClient) {\nretry(c.ListServersDetails)\n}`,
  },
  Java: {
    path: 'A.java',
    renamed:
      '\n\nclass A { void f() { com.huaweicloud.sdk.ecs.v2.EcsClient.newBuilder().build().listServersDetails(r); } }',
    typed: `${JAVA}class A { void f(EcsClient c) { c.listServersDetails(r); } }`,
    untyped: `${JAVA}class A { void f(Lister c) { c.listServersDetails(new ListServersDetailsRequest().withLimit(1)); } }`,
    inText: `${JAVA}class A { String s = "client.listServersDetails(r)"; /* c.listServersDetails(r) */ }`,
    field: `${JAVA}class A { private EcsClient client; void f() { this.client.listServersDetails(r); } }`,
    made: `${JAVA}class A { EcsClient make() { return null; } void f() { make().listServersDetails(r); } }`,
    versions:
      'import com.huaweicloud.sdk.vpc.v2.VpcClient;\nclass A { void f(VpcClient a, com.huaweicloud.sdk.vpc.v3.VpcClient b) {\na.listVpcs(r);\nb.listVpcs(r); } }',
    dynamic: `${JAVA}class A { void f(EcsClient c) { c.getClass().getMethod("listServersDetails", t); } }`,
    computed: `${JAVA}class A { void f(EcsClient c) { EcsClient.class.getMethod(name); } }`,
    misspelt: `${JAVA}class A { void f(EcsClient c) { c.listServerDetails(r); } }`,
    unsent: `${JAVA}class A { Object r = new ListServersDetailsRequest(); }`,
    handedOn: `${JAVA}class A { void f(EcsClient c) { retry(c::listServersDetails); } }`,
  },
};

describe.each(Object.entries(SAMPLES))('a call in %s', (_language, sample) => {
  const of = (part: keyof Sample): Promise<string[]> => callsIn(sample.path, sample[part]);
  const said = (confidence: string): unknown[] => [
    expect.stringMatching(new RegExp(`^\\d+ ecs/v2 ListServersDetails ${confidence}$`)),
  ];

  it('is found on a client under another name, with its line', async () => {
    expect(await of('renamed')).toEqual(['3 ecs/v2 ListServersDetails certain']);
  });

  it('is found on a parameter that is declared as a client', async () => {
    expect(await of('typed')).toEqual(said('certain'));
  });

  it('is likely on something unknown that gets the right request', async () => {
    expect(await of('untyped')).toEqual(said('likely'));
  });

  it('is none in a comment or in a text', async () => {
    expect(await of('inText')).toEqual([]);
  });

  it('is found on a field, and on what a function returns', async () => {
    expect(await of('field')).toEqual(said('certain'));
    expect(await of('made')).toEqual(said('certain'));
  });

  it('is of the version that the import names', async () => {
    expect(await of('versions')).toEqual(['3 vpc/v2 ListVpcs certain', '4 vpc/v3 ListVpcs certain']);
  });

  it('is likely by a method whose name is a text, and listed where the name is not known', async () => {
    expect(await of('dynamic')).toEqual(said('likely'));
    expect(await of('computed')).toEqual([]);
    expect(await unplacedIn(sample.path, sample.computed)).toEqual([
      expect.stringContaining('worked out at run time'),
    ]);
  });

  it('is listed with near names where the SDK has no such operation', async () => {
    expect(await of('misspelt')).toEqual([]);
    expect(await unplacedIn(sample.path, sample.misspelt)).toEqual([
      expect.stringContaining('"ecs/v2 ListServersDetails"'),
    ]);
  });

  it('is doubtful where a request is made and nobody is seen to send it', async () => {
    expect(await of('unsent')).toEqual(said('doubtful'));
  });

  it('is likely where the method is handed on', async () => {
    expect(await of('handedOn')).toEqual(said('likely'));
  });
});

describe('a call', () => {
  it('on something unknown, by no more than its name, is doubtful; of two services it is listed', async () => {
    expect(await callsIn('a.py', `${PY}def f(c): c.list_servers_details(r)\n`)).toEqual([
      '2 ecs/v2 ListServersDetails doubtful',
    ]);
    const both = lines`
      from huaweicloudsdkvpc.v2 import VpcClient as A
      from huaweicloudsdkvpc.v3 import VpcClient as B
      def f(c): c.list_vpcs(r)
    `;
    expect(await callsIn('a.py', both)).toEqual([]);
    expect(await unplacedIn('a.py', both)).toEqual([
      expect.stringContaining('vpc/v2 ListVpcs or vpc/v3 ListVpcs'),
    ]);
  });

  it('is found by import * in Python, Java and Go', async () => {
    expect(
      await callsIn(
        'a.py',
        lines`
          from huaweicloudsdkecs.v2 import *
          EcsClient().list_servers_details(r)
        `,
      ),
    ).toEqual(['2 ecs/v2 ListServersDetails certain']);
    expect(
      await callsIn(
        'A.java',
        'import com.huaweicloud.sdk.ecs.v2.*;\nclass A { void f(EcsAsyncClient c) { c.listServersDetailsAsync(r); } }',
      ),
    ).toEqual(['2 ecs/v2 ListServersDetails certain']);
    expect(
      await callsIn(
        'a.go',
        'package a\nimport . "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2"\nfunc f() { NewEcsClient(h).ListServersDetails(r) }',
      ),
    ).toEqual(['3 ecs/v2 ListServersDetails certain']);
  });

  it('is found through require, a namespace, destructuring, inheritance and JSX', async () => {
    expect(
      await callsIn(
        'a.js',
        "const { EcsClient: E } = require('@huaweicloud/huaweicloud-sdk-ecs/v2/public-api');\nlet c;\nfunction init() { c = new E(h); }\nfunction f() { const { listServersDetails } = c; }",
      ),
    ).toEqual(['4 ecs/v2 ListServersDetails likely']);
    expect(
      await callsIn(
        'a.tsx',
        `import * as ecs from '@huaweicloud/huaweicloud-sdk-ecs';\nclass C extends ecs.v2.EcsClient { f() { this.listServersDetails(r); return <div/>; } }`,
      ),
    ).toEqual(['2 ecs/v2 ListServersDetails certain']);
    expect(await callsIn('a.ts', `${TS}const c = <EcsClient>x;\nc\n  .listServersDetails(r);`)).toEqual([
      '4 ecs/v2 ListServersDetails certain',
    ]);
  });

  it("on a name that an inner function uses for something else is that one's", async () => {
    expect(
      await callsIn(
        'a.py',
        `${PY}c = EcsClient()\nclass Own:\n  def list_servers_details(self): pass\ndef f():\n  c = Own()\n  c.list_servers_details()\n`,
      ),
    ).toEqual([]);
  });
});

describe('a source file', () => {
  it('is told by its ending', () => {
    expect(['a.ts', 'b.tsx', 'c.mjs', 'd.py', 'e.go', 'F.java'].every(isCode)).toBe(true);
    expect(['a.json', 'b.tf', 'c.rb', 'ts'].some(isCode)).toBe(false);
  });

  it('that does not parse is a problem with its place, and what stands around the place is read', async () => {
    const { found, problems } = await findInCode(
      'a.py',
      `${PY}EcsClient().list_servers_details(r)\ndef f(:\n`,
      sdkFacts(),
    );
    expect(problems).toMatchObject([{ code: 'file', where: { file: 'a.py', line: 3 } }]);
    expect(found.map(({ api }) => api)).toEqual(['ecs/v2 ListServersDetails']);
  });

  it('may be nested, chained or circular without bound', async () => {
    const chain = `${TS}new EcsClient(h)${'.x()'.repeat(20_000)};`;
    const nested = `${TS}${'f('.repeat(5_000)}${')'.repeat(5_000)};`;
    const circular = `${TS}let a = b; let b = a; a.listServersDetails(r);\n${Array.from({ length: 60 }, (_, n) => `function f${String(n)}() { if (x) return f${String(n + 1)}(); return f${String(n + 1)}(); }`).join('\n')}\nf0().listVolumes(r);`;
    expect(await callsIn('a.ts', circular)).toEqual(['2 ecs/v2 ListServersDetails doubtful']);
    for (const text of [chain, nested])
      await expect(findInCode('a.ts', text, sdkFacts())).resolves.toBeDefined();
  });
});

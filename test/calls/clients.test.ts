import { describe, expect, it } from 'vitest';
import { findInCode } from '../../src/calls/code/find-in-code.js';
import { findInShell } from '../../src/calls/code/shell-script.js';
import { unreadClientsIn } from '../../src/calls/clients/unread-clients.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { text } from '../text.js';

/** `line api confidence` of each call, with its service where the endpoint alone does not say it. */
async function callsIn(path: string, source: string): Promise<string[]> {
  const { found, problems } = await findInCode(path, source, sdkFacts());
  expect(problems).toEqual([]);
  return found.map(({ api, service, possible, origin: { line, confidence } }) =>
    [line, service, api, confidence, possible ? 'possible' : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

async function unplacedIn(path: string, source: string): Promise<string[]> {
  const { unplaced } = await findInCode(path, source, sdkFacts());
  return unplaced.map(({ line, text: excerpt, reason }) => `${String(line)} ${excerpt}: ${reason}`);
}

async function unreadIn(path: string, source: string): Promise<string[]> {
  const { unread = [] } = await findInCode(path, source, sdkFacts());
  return unread.map(({ line, client, service }) => `${String(line)} ${client} ${service ?? ''}`.trim());
}

describe('the SDKs of OBS', () => {
  it.each([
    [
      'a.py',
      text`
        from obs import ObsClient
        store = ObsClient(access_key_id=key, server="https://obs.eu-de.otc.t-systems.com")
        store.createBucket("pantry")
        store.uploadFile("pantry", "jam", "/tmp/jam")
      `,
      3,
    ],
    [
      'A.java',
      text`
        import com.obs.services.ObsClient;
        class A { void run(ObsClient store) {
          store.createBucket("pantry");
          store.uploadFile(request);
        } }
      `,
      3,
    ],
    [
      'a.js',
      text`
        const ObsClient = require('esdk-obs-nodejs');
        const store = new ObsClient({ server });
        store.createBucket({ Bucket: 'pantry' });
        store.uploadFile({ Bucket: 'pantry' });
      `,
      3,
    ],
    [
      'a.ts',
      text`
        import ObsClient from 'esdk-obs-browserjs';
        const store = new ObsClient({ server });
        store.createBucket({ Bucket: 'pantry' });
        store.uploadFile({ Bucket: 'pantry' });
      `,
      3,
    ],
    [
      'a.go',
      text`
        package a
        import "github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"
        func run() {
          store, _ := obs.New(ak, sk, endpoint)
          store.CreateBucket(&obs.CreateBucketInput{})
          store.UploadFile(&obs.UploadFileInput{})
        }
      `,
      5,
    ],
  ])('are read in %s, and a method that makes several calls shows them all', async (path, source, line) => {
    const calls = await callsIn(path, source);
    expect(calls).toContain(`${String(line)} obs/v1 CreateBucket certain`);
    const upload = calls.filter((call) => call.startsWith(`${String(line + 1)} `));
    expect(upload.map((call) => call.split(' ')[2])).toEqual(
      expect.arrayContaining(['InitiateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload']),
    );
  });

  it('are there without an import in a page that loads them', async () => {
    expect(
      await callsIn('page.js', 'const store = new ObsClient({});\nstore.getObject({ Bucket: "b" });\n'),
    ).toEqual(['2 obs/v1 GetObject certain']);
    expect(
      await callsIn(
        'own.js',
        text`
          class ObsClient {}
          new ObsClient().getObject({});
        `,
      ),
    ).toEqual([]);
  });

  it('have methods that call nothing, and list those that are not known', async () => {
    const source = text`
      from obs import ObsClient
      store = ObsClient()
      store.close()
      store.createSignedUrl("GET")
    `;
    expect(await callsIn('a.py', source)).toEqual([]);
    expect(await unplacedIn('a.py', source)).toEqual([
      '4 store.createSignedUrl: it is not known what "createSignedUrl" of the OBS SDK calls; list it by hand',
    ]);
  });
});

describe('libraries of Go that come from gophercloud', () => {
  const source = text`
    package a
    import (
      golangsdk "github.com/opentelekomcloud/gophertelekomcloud"
      "github.com/opentelekomcloud/gophertelekomcloud/openstack"
      "github.com/opentelekomcloud/gophertelekomcloud/openstack/rds/v3/instances"
      gw "github.com/opentelekomcloud/gophertelekomcloud/openstack/dcaas/v2/virtual-gateway"
      "github.com/opentelekomcloud/gophertelekomcloud/openstack/brand/v1/things"
    )
    func run(p *golangsdk.ProviderClient) {
      c, _ := openstack.NewRDSV3(p, nil)
      instances.List(c, instances.ListOpts{})
      gw.List(c, gw.ListOpts{})
      things.List(c)
      c.Post(c.ServiceURL("things"), body, nil, nil)
    }
  `;

  it('are read by package and function, with the service that is asked', async () => {
    expect(await callsIn('a.go', source)).toEqual([
      '11 rds GET /v3/{project_id}/instances certain',
      '12 dcaas GET /v2.0/dcaas/virtual-gateways certain',
    ]);
  });

  it('list packages that nothing is known of, and what the service client sends as it is given', async () => {
    expect(await unreadIn('a.go', source)).toEqual(['7 gophertelekomcloud brand/v1/things']);
    expect(await unplacedIn('a.go', source)).toEqual([
      '14 c.Post: method and path are worked out; list what it calls by hand',
    ]);
  });

  it('list functions that are newer than the facts, and pass over what only makes or reads data', async () => {
    const newer = source.replace(
      'instances.List(c, instances.ListOpts{})',
      'instances.ListBrandNew(c, opts)',
    );
    expect(await unplacedIn('a.go', newer)).toContain(
      '11 instances.ListBrandNew: what "ListBrandNew" of rds/v3/instances calls is not known; list it by hand',
    );
    const data = source.replace(
      'instances.List(c, instances.ListOpts{})',
      'instances.ExtractInstances(page)',
    );
    expect((await unplacedIn('a.go', data)).join()).not.toContain('Extract');
  });

  it.each([
    ['github.com/huaweicloud/golangsdk', 'certain'],
    ['github.com/chnsz/golangsdk', 'certain'],
    ['example.org/fork/golangsdk', 'likely'],
  ])('are told by their path: %s', async (root, confidence) => {
    const go = text`
      package a
      import "${root}/openstack/evs/v2/cloudvolumes"
      func run(c client) { cloudvolumes.Get(c, id) }
    `;
    expect(await callsIn('a.go', go)).toEqual([`3 evs GET /v2/{project_id}/cloudvolumes/{id} ${confidence}`]);
  });

  it('say which cloud is called', async () => {
    const { found } = await findInCode('a.go', source, sdkFacts());
    expect(new Set(found.map(({ cloud }) => cloud))).toEqual(new Set(['opentelekomcloud']));
  });
});

describe('openstacksdk', () => {
  it('is read by the services of a connection, and by its own methods', async () => {
    const source = text`
      import openstack
      from otcextensions import sdk
      conn = openstack.connect(cloud='otc')
      sdk.register_otc_extensions(conn)
      conn.rds.instances()
      conn.compute.start_server(server)
      conn.compute.brand_new(server)
    `;
    const calls = await callsIn('a.py', source);
    expect(calls).toContain('5 rds GET /v3/{project_id}/instances certain');
    expect(calls.some((call) => call.startsWith('6 ecs POST '))).toBe(true);
    expect(await unplacedIn('a.py', source)).toEqual([
      '7 conn.compute.brand_new: it is not known what "brand_new" of openstacksdk calls; list it by hand',
    ]);
  });

  it('is likely where the connection comes from elsewhere', async () => {
    const source = text`
      import openstack
      def run(conn):
        return conn.rds.instances()
    `;
    expect(await callsIn('a.py', source)).toEqual(['3 rds GET /v3/{project_id}/instances likely']);
  });
});

describe('a copy of an SDK', () => {
  it.each([
    [
      'a.go',
      text`
        package a
        import as "example.org/scaler/third/huaweicloud-sdk-go-v3/services/as/v1"
        func run(c *as.AsClient) { c.ListScalingGroups(r) }
      `,
    ],
    [
      'a.go',
      text`
        package a
        import as "example.org/scaler/internal/cloud/services/as/v1"
        func run(c *as.AsClient) { c.ListScalingGroups(r) }
      `,
    ],
    [
      'a.ts',
      text`
        import { AsClient } from '@shop/huaweicloud-sdk-as/v1/public-api';

        AsClient.newBuilder().build().listScalingGroups(r);
      `,
    ],
    [
      'a.py',
      text`
        from third.huaweicloudsdkas.v1 import AsClient

        AsClient.new_builder().build().list_scaling_groups(r)
      `,
    ],
    [
      'A.java',
      text`
        import org.shop.shaded.huaweicloud.sdk.as.v1.AsClient;

        class A { void run(AsClient c) { c.listScalingGroups(r); } }
      `,
    ],
  ])('is told by the tail of its path: %s', async (path, source) => {
    expect(await callsIn(path, source)).toEqual(['3 as/v1 ListScalingGroups likely']);
  });

  it('of which only a folder called services tells is not complained of', async () => {
    const source = text`
      package a
      import iam "example.org/shop/internal/services/iam/v3"
      func run(c *iam.Client) { c.LoginCustomer(r) }
    `;
    expect(await unplacedIn('a.go', source)).toEqual([]);
    expect(await unreadIn('a.go', source)).toEqual([]);
  });
});

describe('what the SDK does not have', () => {
  const head =
    'from huaweicloudsdkecs.v2 import BrandNewOperationRequest, ListBrandNewRequest, ServerRequest\n';

  it('is listed by the request that a method of its name is given', async () => {
    expect(await unplacedIn('a.py', `${head}c.brand_new_operation(BrandNewOperationRequest())\n`)).toEqual([
      '2 c.brand_new_operation: the SDK of ecs/v2 has no such operation',
    ]);
  });

  it('is listed by a request that begins as operations do, and nothing else is', async () => {
    expect(await unplacedIn('a.py', `${head}r = ListBrandNewRequest()\nb = ServerRequest()\n`)).toEqual([
      '2 ListBrandNewRequest(): the SDK of ecs/v2 has no such operation',
    ]);
  });

  it('is listed once where it is a whole service or version', async () => {
    expect(
      await unreadIn(
        'a.py',
        text`
          from huaweicloudsdkbrandnew.v7 import ListThingsRequest
          r = ListThingsRequest()
        `,
      ),
    ).toEqual(['1 huaweicloud-sdk brandnew/v7 brandnew']);
  });
});

describe('requests written by hand', () => {
  it.each([
    [
      'a.py',
      text`
        import requests
        BASE = "https://ecs.{}.otc.t-systems.com".format(region)
        requests.get(f"{BASE}/v1/{project}/cloudservers/detail", headers=h)
      `,
    ],
    [
      'a.py',
      text`
        import httpx
        url = "https://ecs.%s.otc.t-systems.com/v1/%s/cloudservers/detail" % (region, project)
        httpx.request("GET", url)
      `,
    ],
    [
      'a.ts',
      text`
        const host = 'https://ecs.eu-de.otc.t-systems.com';

        await fetch(host + '/v1/' + project + '/cloudservers/detail');
      `,
    ],
    [
      'a.js',
      text`
        import axios from 'axios';

        axios({ method: 'get', url: \`https://ecs.\${region}.otc.t-systems.com/v1/\${project}/cloudservers/detail\` });
      `,
    ],
    [
      'a.go',
      text`
        package a
        func run() {
          http.NewRequest(http.MethodGet, fmt.Sprintf("https://ecs.%s.otc.t-systems.com/v1/%s/cloudservers/detail", r, p), nil)
        }
      `,
    ],
    [
      'A.java',
      text`
        class A { void run() {
          String url = "https://ecs.eu-de.otc.t-systems.com/v1/" + project + "/cloudservers/detail";
          HttpRequest.newBuilder().uri(URI.create(url)).GET().build();
        } }
      `,
    ],
  ])('are likely where method and path are literal, or nearly: %s', async (path, source) => {
    expect(await callsIn(path, source)).toEqual([
      expect.stringMatching(/^3 ecs GET \/v1\/\{value\}\/cloudservers\/detail likely$/),
    ]);
    const { found } = await findInCode(path, source, sdkFacts());
    expect(found[0]?.cloud).toBe('opentelekomcloud');
  });

  it('are listed where the path is worked out, and where the host is all that is known', async () => {
    expect(
      await unplacedIn(
        'a.py',
        text`
          import requests
          requests.post("https://ecs.eu-de.otc.t-systems.com" + path)
        `,
      ),
    ).toEqual([expect.stringContaining('the path of the request is worked out at run time')]);
    expect(
      await unplacedIn(
        'a.py',
        text`
          import requests
          HOST = "ecs.eu-de.otc.t-systems.com"
          requests.get(url(HOST))
        `,
      ),
    ).toEqual([expect.stringMatching(/^2 .*what is asked of this host is worked out elsewhere/)]);
  });

  it('through a client that nobody has heard of are listed, the host put together from pieces or not', async () => {
    const source = text`
      const message = new sn_ws.RESTMessageV2();
      message.setEndpoint('https://evs.' + this.region + '.myhuaweicloud.com/v2/' + this.project);
      other.setEndpoint(scheme + region + '.otc.t-systems.com');
    `;
    expect(await unplacedIn('a.js', source)).toEqual([
      expect.stringMatching(/^2 'https:\/\/evs\.' \+ this\.region .*is worked out elsewhere/),
      expect.stringMatching(/^3 scheme \+ region .*is worked out elsewhere/),
    ]);
  });

  it('are listed once where their host is put together within the request', async () => {
    const source =
      'fetch("https://ecs." + region + ".otc.t-systems.com/v1/" + project + "/cloudservers/detail")';
    expect(await callsIn('a.ts', source)).toHaveLength(1);
    expect(await unplacedIn('a.ts', source)).toEqual([]);
  });

  it('are not made by what a function is said to do', async () => {
    const source = text`
      import requests
      def endpoint(region):
        """The endpoint, https://iam.eu-de.otc.t-systems.com by default."""
        return region
    `;
    expect(await unplacedIn('a.py', source)).toEqual([]);
  });

  it('are not made by what stands in comments, goes to somebody else, or is no request', async () => {
    const source = text`
      // fetch('https://ecs.eu-de.otc.t-systems.com/v1/p/cloudservers')
      fetch('https://example.org/v1/p/cloudservers');
      fetch('https://docs.otc.t-systems.com/ecs/api');
      settings.put('endpoint', 'https://ecs.eu-de.otc.t-systems.com/v1/p/cloudservers');
    `;
    expect(await callsIn('a.ts', source)).toEqual([]);
  });

  it('to a bucket are for OBS, the bucket before the path', async () => {
    expect(
      await callsIn(
        'a.py',
        text`
          import requests
          requests.put("https://pantry.obs.eu-de.otc.t-systems.com/jam")
        `,
      ),
    ).toEqual(['2 obs PUT /{bucket}/jam likely']);
  });

  it('stand in scripts of the shell, with variables and over several lines', () => {
    const { found, unplaced } = findInShell(
      'a.sh',
      [
        'HOST="https://ecs.$REGION.otc.t-systems.com"',
        '# curl "$HOST/v1/p/none"',
        'curl -s -H "X-Auth-Token: $T" \\',
        '  "$HOST/v1/$PROJECT/cloudservers/detail"',
        'curl -d @body.json "$HOST/v1/${PROJECT}/cloudservers"',
        'curl -X DELETE "$HOST$path"',
      ].join('\n'),
    );
    expect(found.map(({ api, service, origin }) => [origin.line, service, api])).toEqual([
      [3, 'ecs', 'GET /v1/{value}/cloudservers/detail'],
      [5, 'ecs', 'POST /v1/{value}/cloudservers'],
    ]);
    expect(unplaced.map(({ line }) => line)).toEqual([6]);
  });
});

describe('clients of S3', () => {
  const HOST = 'https://obs.eu-de.otc.t-systems.com';

  it.each([
    [
      'a.py',
      text`
      import boto3
      s3 = boto3.client('s3', endpoint_url='${HOST}')
      s3.put_object(Bucket='b')
    `,
    ],
    [
      'a.py',
      text`
        import boto3
        s3 = boto3.session.Session().client('s3', endpoint_url='${HOST}')
        s3.put_object()
      `,
    ],
    [
      'a.ts',
      text`
        import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
        const s3 = new S3Client({ endpoint: '${HOST}' });
        s3.send(new PutObjectCommand({}));
      `,
    ],
    [
      'a.js',
      `const AWS = require('aws-sdk');\nconst s3 = new AWS.S3({ endpoint: '${HOST}' });\ns3.putObject({});\n`,
    ],
    [
      'a.go',
      text`
        package a
        import "github.com/minio/minio-go/v7"
        func run() { c, _ := minio.New("obs.eu-de.otc.t-systems.com", o); c.PutObject(ctx, b) }
      `,
    ],
    [
      'A.java',
      text`
        import software.amazon.awssdk.services.s3.S3Client;
        class A { void run() { S3Client c = S3Client.builder().endpointOverride(URI.create("${HOST}")).build();
        c.putObject(r); } }
      `,
    ],
  ])('that are pointed at OBS are likely calls of OBS: %s', async (path, source) => {
    expect(await callsIn(path, source)).toEqual([expect.stringContaining('3 obs/v1 PutObject likely')]);
  });

  it('are nothing to these clouds where they are not', async () => {
    const source = text`
      import boto3
      s3 = boto3.client('s3')
      s3.put_object(Bucket='b')
    `;
    expect(await callsIn('a.py', source)).toEqual([]);
    expect(await unplacedIn('a.py', source)).toEqual([]);
  });
});

describe('libraries whose calls are not read', () => {
  it.each([
    ['a.cs', 'using HuaweiCloud.SDK.Ecs.V2;', 'huaweicloud-sdk for .NET', 'ecs'],
    ['a.php', 'use HuaweiCloud\\SDK\\Vpc\\V2\\VpcClient;', 'huaweicloud-sdk for PHP', 'vpc'],
    ['a.php', 'use Obs\\ObsClient;', 'the OBS SDK for PHP', 'obs'],
    [
      'a.kt',
      'import com.huaweicloud.sdk.ecs.v2.EcsClient',
      'huaweicloud-sdk in another language of Java',
      'ecs',
    ],
    ['a.c', '#include "eSDKOBS.h"', 'the OBS SDK for C', 'obs'],
    [
      'a.go',
      'import "github.com/gophercloud/gophercloud/openstack/compute/v2/servers"',
      'gophercloud',
      undefined,
    ],
    ['a.sh', 'openstack --os-cloud otc server list', 'the OpenStack command', undefined],
    ['a.sh', 'obsutil cp a obs://b', 'obsutil', 'obs'],
    [
      'a.yml',
      '- opentelekomcloud.cloud.rds_instance:',
      'the Ansible collection opentelekomcloud.cloud',
      undefined,
    ],
  ])('are listed: %s %s', (path, source, client, service) => {
    expect(unreadClientsIn(path, `\n${source}\n`)).toEqual([
      { file: path, line: 2, client, service, cloud: undefined },
    ]);
  });

  it('are not listed for a comment, or for another cloud', () => {
    expect(unreadClientsIn('a.sh', '# openstack server list\naws s3 ls\n')).toEqual([]);
  });
});

it('of several requests in one variable, the one of the method’s name is sent; one that is not known is listed', async () => {
  const source = text`
    from huaweicloudsdkecs.v2 import ListServersDetailsRequest, DeleteServersRequest, BrandNewRequest
    def tidy(manager):
        client = manager.get_client()
        request = ListServersDetailsRequest()
        client.list_servers_details(request)
        request = DeleteServersRequest()
        client.delete_servers(request)
        request = BrandNewRequest()
        client.brand_new(request)
  `;
  expect(await callsIn('a.py', source)).toEqual([
    '5 ecs/v2 ListServersDetails likely',
    '7 ecs/v2 DeleteServers likely',
  ]);
  expect(await unplacedIn('a.py', source)).toEqual([
    expect.stringMatching(/^9 client\.brand_new.*the SDK of ecs\/v2 has no such operation/),
  ]);
});

describe('a client of S3 whose calls cannot be read is listed', () => {
  const ELSEWHERE = 'an S3 client at an endpoint that is not written here';

  it.each([
    ['a.py', `import boto3\ns3 = boto3.client("s3", endpoint_url=os.environ["S3"])\n`, `2 ${ELSEWHERE}`],
    ['a.py', 'from minio import Minio\nc = Minio(settings.host, key, secret)\n', `2 ${ELSEWHERE}`],
    [
      'a.ts',
      `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: config.endpoint });\n`,
      `2 ${ELSEWHERE}`,
    ],
    [
      'a.go',
      'import "github.com/minio/minio-go/v7"\nvar c, _ = minio.New(endpoint, nil)\n',
      `2 ${ELSEWHERE}`,
    ],
    [
      'A.java',
      'import software.amazon.awssdk.services.s3.S3Client;\nvar c = S3Client.builder().endpointOverride(uri).build();\n',
      `2 ${ELSEWHERE}`,
    ],
    [
      'a.py',
      `import boto3\ns3 = boto3.resource("s3", endpoint_url="https://obs.eu-de.otc.t-systems.com")\n`,
      '2 a resource of boto3',
    ],
    [
      'a.go',
      'import "github.com/aws/aws-sdk-go-v2/feature/s3/manager"\nconst host = "https://obs.cn-north-4.myhuaweicloud.com"\n',
      '1 a transfer manager of S3',
    ],
    ['a.py', 'import s3fs\nHOST = "https://obs.eu-de.otc.t-systems.com"\n', '1 botocore and its like'],
  ])('in %s: %s', (path, source, expected) => {
    expect(unreadClientsIn(path, source).map(({ line, client }) => `${String(line)} ${client}`)).toEqual([
      expected,
    ]);
  });

  it.each([
    ['of another cloud', 'a.py', `import boto3\ns3 = boto3.client("s3")\n`],
    [
      'at an endpoint of somebody else',
      'a.py',
      `import boto3\nboto3.client("s3", endpoint_url="http://localhost:9000")\n`,
    ],
    ['that is no client of S3', 'a.ts', `import x from 'x';\nx({ endpoint: config.endpoint });\n`],
  ])('but not one %s', (_, path, source) => {
    expect(unreadClientsIn(path, source)).toEqual([]);
  });

  it('and MinIO’s client in Python is read', async () => {
    const source = text`
      from minio import Minio
      client = Minio("obs.cn-north-4.myhuaweicloud.com", access_key=key, secret_key=secret)
      client.remove_object("pantry", "jam")
    `;
    expect(await callsIn('a.py', source)).toEqual(['3 obs/v1 DeleteObject likely']);
  });
});

describe('requests whose target is only half written', () => {
  it('are listed where a client of HTTP is made for a host, beside others of that host', async () => {
    const source = text`
      const list = await fetch('https://vpc.cn-north-4.myhuaweicloud.com/v1/' + project + '/vpcs');
      const api = axios.create({ baseURL: 'https://vpc.cn-north-4.myhuaweicloud.com' });
      await api.post('/v1/' + project + '/vpcs');
    `;
    expect(await callsIn('a.ts', source)).toEqual(['1 vpc GET /v1/{value}/vpcs likely']);
    expect(await unplacedIn('a.ts', source)).toEqual([
      expect.stringMatching(/^2 .*requests are sent relative to this host; list what they call by hand$/),
    ]);
  });

  it.each([
    ['a.rb', `s3 = Aws::S3::Client.new(endpoint: "https://obs.eu-de.otc.t-systems.com")\n`, ['1 obs']],
    ['a.rs', 'let url = "https://ecs.eu-de.otc.t-systems.com/v1";\n', ['1 ecs']],
    ['a.rb', 'see = "https://docs.otc.t-systems.com/ecs"\n# https://ecs.eu-de.otc.t-systems.com\n', []],
  ])('are listed in a language that is not read: %s, %s', (path, source, expected) => {
    expect(
      unreadClientsIn(path, source).map(({ line, service }) => `${String(line)} ${service ?? ''}`),
    ).toEqual(expected);
  });
});

it('a request that is handed to something unknown is sent, though a method of the file is called the same', async () => {
  const source = text`
    from huaweicloudsdkecs.v2 import ListServersDetailsRequest
    class Servers:
        def __init__(self, session):
            self.client = session.client("ecs")
        def list_servers_details(self):
            request = ListServersDetailsRequest()
            return self.client.list_servers_details(request)
        def names(self):
            return [one.name for one in self.list_servers_details()]
  `;
  expect(await callsIn('a.py', source)).toEqual(['7 ecs/v2 ListServersDetails likely']);
});

it('a service of a connection that is not known is listed', async () => {
  const source = text`
    import openstack
    conn = openstack.connect(cloud="otc")
    conn.brandnew.things()
    conn.config.get_region_name()
    conn.compute.servers()
  `;
  expect(await unplacedIn('a.py', source)).toEqual([
    '3 conn.brandnew.things: it is not known what service "brandnew" of a connection is; list its calls by hand',
  ]);
});

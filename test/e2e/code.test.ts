import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './run.js';
import { runHere } from './run-here.js';
import { text } from '../text.js';

/** The endpoints that the applications below test/fixtures/calls/code call, with the places. */
const APPLICATIONS: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    'DELETE /v2/{project_id}/cloudvolumes/{volume_id} src/clients.mts:22 certain',
    'GET /v1/{project_id}/cloudservers/detail src/main.cjs:7 certain',
    'GET /v2/{project_id}/cloudvolumes/detail src/clients.mts:17 certain',
  ],
  python: [
    'GET /v1/{project_id}/cloudservers/detail src/app.py:21 likely',
    'GET /v2/{project_id}/cloudvolumes/detail src/app.py:16 certain',
  ],
  go: [
    'GET /v1/{project_id}/cloudservers/detail src/main.go:22 certain',
    'GET /v1/{project_id}/vpcs src/main.go:32 certain',
  ],
  java: [
    'GET /v1/{project_id}/cloudservers/detail src/Inventory.java:23 certain',
    'GET /v2/{project_id}/cloudvolumes/detail src/Inventory.java:28 certain',
  ],
};

interface Found {
  readonly calls: readonly {
    readonly api: string;
    readonly origins: readonly {
      readonly file: string;
      readonly line: number;
      readonly confidence: string;
    }[];
  }[];
  readonly unplaced: readonly unknown[];
}

function application(language: string): string {
  const cwd = folder();
  cpSync(join('test/fixtures/calls/code', language), join(cwd, 'src'), { recursive: true });
  return cwd;
}

describe.each(Object.entries(APPLICATIONS))('an application in %s', (language, calls) => {
  it('goes from its source by a manifest to a policy that lints clean', async () => {
    const cwd = application(language);
    const found = JSON.parse((await runHere(['calls', 'src', '--format', 'json'], { cwd })).stdout) as Found;
    expect(
      found.calls.flatMap(({ api, origins }) =>
        origins.map(({ file, line, confidence }) => `${api} ${file}:${String(line)} ${confidence}`),
      ),
    ).toEqual(calls);
    expect(found.unplaced).toEqual([]);

    expect(
      await runHere(['calls', 'src', '-m', 'app.apis.yaml', '--policies', 'app.json'], { cwd }),
    ).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(await runHere(['generate', '-m', 'app.apis.yaml', '-o', 'app.json'], { cwd })).toMatchObject({
      code: 0,
    });
    const { code, stdout } = await runHere(['app.json', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ path: 'app.json', findings: [] }],
      workloads: [{ missing: [], excess: [], unproven: [] }],
    });
  });
});

describe('code and its manifest', () => {
  it('have drifted apart when a call is added or goes; what was written by hand stays', async () => {
    const cwd = application('go');
    const main = readFileSync(join(cwd, 'src/main.go'), 'utf8');
    await runHere(['calls', 'src', '-m', 'app.apis.yaml'], { cwd });
    const manifest = `${readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')}  - GET /v2/{project_id}/cloudvolumes/detail # by a script\n`;
    expect((await runHere(['calls', 'src', '-m', 'app.apis.yaml', '--check'], { cwd })).code).toBe(0);

    const changed = folder({
      'src/main.go': main
        .replace('client.ListVpcs(request)', 'client.ShowVpc(&model.ShowVpcRequest{})')
        .replace('request := ', '_ = '),
      'app.apis.yaml': manifest,
    });
    const { code, stderr } = await runHere(['calls', 'src', '-m', 'app.apis.yaml', '--check'], {
      cwd: changed,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('+ GET /v1/{project_id}/vpcs/{vpc_id}');
    expect((await runHere(['calls', 'src', '-m', 'app.apis.yaml'], { cwd: changed })).code).toBe(0);
    expect(readFileSync(join(changed, 'app.apis.yaml'), 'utf8')).toContain(
      '  - GET /v2/{project_id}/cloudvolumes/detail # by a script\n',
    );
  });

  it('are told of calls that cannot be placed and of files that do not parse; installed packages are not searched', async () => {
    const cwd = folder({
      'src/a.py': text`
        from huaweicloudsdkecs.v2 import EcsClient
        EcsClient().list_servers_details(r)
        getattr(EcsClient(), name)(r)
      `,
      'src/elsewhere.py': text`
        from clients import compute
        compute.delete_servers(request)  # and compute.show_server(r)
        compute.close()
      `,
      'src/broken.py': text`
        import huaweicloudsdkecs.v2
        def f(:
      `,
      'src/vendor/b.py': text`
        from huaweicloudsdkecs.v2 import EcsClient
        EcsClient().delete_servers(r)
      `,
      'src/node_modules/c/index.js':
        "const { EcsClient } = require('@huaweicloud/huaweicloud-sdk-ecs/v2/public-api');\nnew EcsClient(h).deleteServers(r);\n",
    });
    const { code, stdout, stderr } = await runHere(['calls', 'src'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('GET /v1/{project_id}/cloudservers/detail');
    expect(stdout).not.toContain('POST');
    expect(stderr).toContain(
      'src/a.py:3: getattr(EcsClient(), name): the name of the operation is worked out at run time',
    );
    expect(stderr).toMatch(/src\/broken\.py:2:\d+: /);
    expect(stderr).toContain(
      'src/elsewhere.py:2: compute.delete_servers(request)  # and compute.show_server(r): it may be ecs/v2 DeleteServers, but the file does not import it',
    );
    expect(stderr).toContain('not placed: 2; files not read whole: 1');
  });
});

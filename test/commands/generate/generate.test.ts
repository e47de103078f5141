import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/generate/generate.js';
import type { GenerateOptions } from '../../../src/commands/generate/generate.js';
import type { Io } from '../../../src/commands/io/io.js';
import { loadCatalog } from '../../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { text } from '../../text.js';
import { lintFiles } from '../../../src/lint/run/runner.js';

const CATALOG = join(import.meta.dirname, '../../fixtures/generate/catalog');

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'generate-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

async function generate(apis: readonly string[], options: Partial<GenerateOptions> = {}) {
  return generateFrom(`apis:\n${apis.map((api) => `  - ${api}\n`).join('')}`, options);
}

async function generateFrom(manifest: string, options: Partial<GenerateOptions> = {}) {
  writeFileSync(join(cwd, 'app.apis.yaml'), manifest);
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) => ({
    write: (text: string) => void (written[name] += text),
    isTTY: false,
    columns: 80,
    color: false,
  });
  const io: Io = {
    cwd,
    env: {},
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: () => Promise.resolve(new Uint8Array()),
  };
  const code = await run(io, { manifest: 'app.apis.yaml', catalog: CATALOG, ...options });
  return { code, ...written };
}

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const STOP =
  '{ api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-stop-servers, from: [src/stop.ts:12] }';
const USERS = 'GET /v3/users';

describe('generate', () => {
  it('prints the policy of the declared calls', async () => {
    expect(await generate([LIST, STOP])).toEqual({
      code: 0,
      stdout: `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ecs:cloudServers:list",
        "ecs:cloudServers:stop",
        "evs:volumes:get"
      ]
    }
  ]
}
`,
      stderr: '',
    });
  });

  it('is not written over the manifest that it is made from', async () => {
    await expect(
      generate(['GET /v1/{project_id}/cloudservers/detail'], { out: './app.apis.yaml' }),
    ).rejects.toThrow('is what the calls were read from, and would be overwritten; name another file');
    expect(readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')).toContain('apis:');
  });

  it('explains each action in a table on stderr beside JSON', async () => {
    expect((await generate([LIST, STOP], { explain: true })).stderr).toBe(`\
ecs:cloudServers:list  GET /v1/{project_id}/cloudservers/detail (ecs/list-servers-details), ecs/lifecycle.md, table 1, row 2
ecs:cloudServers:stop  POST /v1/{project_id}/cloudservers/action (ecs/batch-stop-servers), src/stop.ts:12, ecs/lifecycle.md, table 1, row 7
evs:volumes:get        POST /v1/{project_id}/cloudservers/action (ecs/batch-stop-servers), src/stop.ts:12, dependency, ecs/lifecycle.md, table 1, row 7
`);
  });

  it('explains each action in a comment in YAML', async () => {
    expect(await generate([LIST], { explain: true, format: 'yaml' })).toEqual({
      code: 0,
      stdout: `\
Version: "1.1"
Statement:
  - Effect: Allow
    Action:
      - ecs:cloudServers:list # GET /v1/{project_id}/cloudservers/detail (ecs/list-servers-details), ecs/lifecycle.md, table 1, row 2
`,
      stderr: '',
    });
  });

  it('explains each action in a comment in a .jsonc file', async () => {
    await generate([LIST], { explain: true, out: 'app.jsonc' });
    expect(readFileSync(join(cwd, 'app.jsonc'), 'utf8')).toContain(
      '        "ecs:cloudServers:list" // GET /v1/{project_id}/cloudservers/detail (ecs/list-servers-details), ecs/lifecycle.md, table 1, row 2\n',
    );
  });

  it('prints several policies as one array, or as one YAML stream', async () => {
    const { stdout, stderr } = await generate([LIST, USERS]);
    expect(JSON.parse(stdout)).toMatchObject([
      { Statement: [{ Action: ['ecs:cloudServers:list'] }] },
      { Statement: [{ Action: ['iam:users:listUsers'] }] },
    ]);
    expect(stderr).toBe('');
    expect((await generate([LIST, USERS], { format: 'yaml' })).stdout.split('---\n')).toHaveLength(2);
  });

  it('writes several policies to files of their own, and says what to name in the manifest', async () => {
    const { stderr } = await generate([LIST, USERS], { out: 'app.json' });
    expect(readdirSync(cwd).sort()).toEqual(['app.apis.yaml', 'app.global.json', 'app.project.json']);
    expect(stderr).toBe(
      text`
        wrote app.project.json and app.global.json
        name them all in the manifest: policies: [app.project.json, app.global.json]
      `,
    );
  });

  it('writes into a folder under the name of the manifest', async () => {
    mkdirSync(join(cwd, 'policies'));
    expect((await generate([LIST], { out: 'policies', format: 'yaml' })).stderr).toBe(
      'wrote policies/app.yaml\n',
    );
    expect(existsSync(join(cwd, 'policies/app.yaml'))).toBe(true);
  });

  it('writes no identity policy of names that identity policies are not known to have', async () => {
    expect(await generate([LIST, USERS], { policyVersion: '5.0' })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `app.apis.yaml:3:5: unproven call "${USERS}": the catalog knows what policies of Version 1.1 must allow for it, and not what identity policies (Version 5.0) must
nothing was written; mend these calls, or write what is proven with --allow-unproven
`,
    });
    const allowed = await generate([LIST, USERS], { policyVersion: '5.0', allowUnproven: true });
    expect(allowed.code).toBe(0);
    expect(JSON.parse(allowed.stdout)).toEqual({
      Version: '5.0',
      Statement: [{ Effect: 'Allow', Action: ['ecs:cloudServers:list'] }],
    });
  });

  it('says where no permission is needed', async () => {
    expect(await generate(['GET /'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'the declared calls need no permission\n',
    });
  });
});

describe('what generate wrote', () => {
  it.each([
    ['one policy', [LIST, STOP], {}],
    ['one policy in YAML, explained', [LIST, STOP], { out: 'app.yaml', explain: true }],
    ['an explained .jsonc', [LIST, STOP], { out: 'app.jsonc', explain: true }],
    ['several policies', [LIST, USERS], {}],
    ['an identity policy', [LIST, STOP], { policyVersion: '5.0' as const }],
  ])('has no findings: %s', async (_name, apis, options) => {
    await generate(apis, { out: 'app.json', ...options });
    const files = readdirSync(cwd).filter((name) => name !== 'app.apis.yaml');
    const manifest = `policies: [${files.join(', ')}]\n${readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')}`;
    const { record, problems } = await lintFiles({
      files: files.map((path) => ({ path, text: readFileSync(join(cwd, path), 'utf8') })),
      manifests: [{ path: 'app.apis.yaml', text: manifest }],
      config: DEFAULT_CONFIG,
      loadCatalog: (cloud) => loadCatalog(cloud, CATALOG),
    });
    expect(problems).toEqual([]);
    expect(
      record.files.flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule}: ${message}`)),
    ).toEqual([]);
    expect(record.workloads).toMatchObject([{ missing: [], excess: [], unproven: [] }]);
    expect(record.summary.checked).toBe(files.length);
  });
});

describe('calls that are not proven', () => {
  const calls = [
    LIST,
    'POST /v1/{project_id}/cloudservers/action',
    'GET /v2/{project_id}/cloudservers/detail',
  ];
  const told = `\
app.apis.yaml:3:5: unproven call "POST /v1/{project_id}/cloudservers/action": 2 operations fit and need different actions; say which with "operation": ecs/batch-start-servers or ecs/batch-stop-servers
app.apis.yaml:4:5: unproven call "GET /v2/{project_id}/cloudservers/detail": the catalog of huaweicloud knows no such endpoint; near: GET /v1/{project_id}/cloudservers/detail
`;

  it('are named, and nothing is written', async () => {
    expect(await generate(calls, { out: 'app.json' })).toEqual({
      code: 1,
      stdout: '',
      stderr: `${told}nothing was written; mend these calls, or write what is proven with --allow-unproven\n`,
    });
    expect(existsSync(join(cwd, 'app.json'))).toBe(false);
  });

  it('are left out on request', async () => {
    const { code, stdout, stderr } = await generate(calls, { allowUnproven: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: told });
    expect(stdout).toContain('"ecs:cloudServers:list"\n');
  });
});

describe('calls that are not read', () => {
  const unread = text`
    unread:
      - client: gophertelekomcloud
        service: rds
        files: [main.go:4]
  `;

  it('are named, and nothing is written', async () => {
    const manifest = `${unread}apis: [${JSON.stringify(LIST)}]\n`;
    const { code, stdout, stderr } = await generateFrom(manifest);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('main.go:4: the calls of gophertelekomcloud are not read; list them');
    expect(stderr).toContain('nothing was written');
    expect(await generateFrom(manifest, { allowUnproven: true })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"ecs:cloudServers:list"') as string,
    });
  });

  it('do not mean that no permission is needed', async () => {
    expect((await generateFrom(unread)).code).toBe(1);
    const { stderr } = await generateFrom(unread, { allowUnproven: true });
    expect(stderr).toContain('no call is proven');
    expect(stderr).not.toContain('no permission');
  });

  it('are settled once they are listed by hand', async () => {
    const listed = unread.replace('service', 'listed: true\n    service');
    const { code, stderr } = await generateFrom(`${listed}apis: [${JSON.stringify(LIST)}]\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('bad input', () => {
  it('is every complaint about the manifest', async () => {
    expect(await generate(['GET v1', '7'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'app.apis.yaml:3:5: expected text, found the number 7; write something like "GET /v1/{project_id}/cloudservers/detail"\n',
    });
  });

  it.each([
    ['a manifest that is not there', { manifest: 'nowhere.apis.yaml' }, 'no such file'],
    ['a cloud without a catalog', { cloud: 'nowhere' }, 'nowhere'],
    ['a file name of another format', { out: 'app.yaml', format: 'json' as const }, 'another format'],
  ])('is %s', async (_name, options, message) => {
    await expect(generate([LIST], options)).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining(message) as string,
    });
  });

  it('cannot break out of a comment', async () => {
    const { stdout } = await generate([`{ api: "${LIST}", from: ["a\\n- iam:*:*"] }`], {
      explain: true,
      format: 'yaml',
    });
    expect(stdout).toContain('a\\n- iam:*:*');
    expect(stdout.split('\n')).toHaveLength(6);
  });
});

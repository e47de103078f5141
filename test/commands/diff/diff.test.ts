import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCatalogs } from '../../../src/catalog/index/compile.js';
import { writeServiceCatalog } from '../../../src/catalog/yaml/write.js';
import { run } from '../../../src/commands/diff/diff.js';
import type { DiffOptions } from '../../../src/commands/diff/diff-options.js';
import { writeText } from '../../../src/files.js';
import { action, operation, service } from '../../catalog/models.js';
import { memoryIo } from '../memory-io.js';
import { text } from '../../text.js';

let cwd: string;
const stop = operation({
  id: 'ecs/stop',
  title: { en: 'Stop servers' },
  endpoints: ['POST /v1/{project_id}/servers/stop'],
  actions: ['ecs:servers:stop'],
});
const old = service(
  'ecs',
  [
    stop,
    operation({ id: 'ecs/list', endpoints: ['GET /v1/{project_id}/servers'], actions: ['ecs:servers:list'] }),
  ],
  { cloud: 'huaweicloud', actions: [action('ecs:servers:stop'), action('ecs:servers:list')] },
);
const fresh = service(
  'ecs',
  [
    { ...stop, dependent_actions: ['ecs:servers:get'] },
    operation({
      id: 'ecs/start',
      endpoints: ['POST /v1/{project_id}/servers/start'],
      actions: ['ecs:servers:start'],
    }),
  ],
  {
    cloud: 'huaweicloud',
    actions: [action('ecs:servers:stop'), action('ecs:servers:start'), action('ecs:servers:get')],
    former_actions: [
      {
        name: 'ecs:servers:list',
        last_documented: '2024-01-01',
        replaced_by: ['ecs:servers:get'],
        sources: [],
      },
    ],
  },
);

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-'));
  writeText(join(cwd, 'old/huaweicloud/ecs.yaml'), writeServiceCatalog(old));
  writeText(join(cwd, 'new/huaweicloud/ecs.yaml'), writeServiceCatalog(fresh));
  writeText(
    join(cwd, 'app.json'),
    '{ "Version": "1.1", "Statement": [ { "Effect": "Allow", "Action": ["ecs:servers:stop"] } ] }\n',
  );
  writeText(
    join(cwd, 'app.apis.yaml'),
    text`
      apis:
        - POST /v1/{project_id}/servers/stop
    `,
  );
  compileCatalogs(join(cwd, 'old'), join(cwd, 'compiled'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function diff(before: string, after: string, options: Partial<DiffOptions> = {}) {
  const io = memoryIo(cwd);
  const code = await run(io, { old: before, new: after, paths: [], format: 'text', ...options });
  return { code, out: io.out(), err: io.err() };
}

it('of a catalog with itself says so, whatever form it is given in', async () => {
  for (const other of [
    'old',
    'old/huaweicloud',
    'old/huaweicloud/ecs.yaml',
    'compiled',
    'compiled/huaweicloud',
  ]) {
    expect(await diff('old', other)).toEqual({ code: 0, out: 'The catalogs say the same.\n', err: '' });
  }
});

it('as text tells what came, went and changed', async () => {
  expect((await diff('old', 'new')).out).toMatchInlineSnapshot(`
    "huaweicloud

    Operations
      + ecs/start  POST /v1/{project_id}/servers/start  ecs/start
      - ecs/list  GET /v1/{project_id}/servers  ecs/list
      ~ ecs/stop  POST /v1/{project_id}/servers/stop  Stop servers
          dependent action: + ecs:servers:get

    Endpoints
      + POST /v1/{project_id}/servers/start
      - GET /v1/{project_id}/servers

    Actions
      + ecs:servers:get
      + ecs:servers:start
      ~ ecs:servers:list → ecs:servers:get

    Operations: 1 added, 1 removed and 1 changed (1 of them in what they need); endpoints: 1 added and 1 removed; actions: 2 added and 1 renamed
    "
  `);
});

it('as Markdown is made for a changelog', async () => {
  expect((await diff('old', 'new', { format: 'markdown' })).out).toMatchInlineSnapshot(`
    "## Catalog of \`huaweicloud\`

    Operations: 1 added, 1 removed and 1 changed (1 of them in what they need); endpoints: 1 added and 1 removed; actions: 2 added and 1 renamed.

    ### What APIs need

    | Operation | Endpoint | No longer | Now |
    | - | - | - | - |
    | \`ecs/stop\` | \`POST /v1/{project_id}/servers/stop\` | | \`ecs:servers:get\` (dependent action) |

    ### New operations

    | Operation | Endpoint | Title |
    | - | - | - |
    | \`ecs/start\` | \`POST /v1/{project_id}/servers/start\` | ecs/start |

    ### Operations that are gone

    | Operation | Endpoint | Title |
    | - | - | - |
    | \`ecs/list\` | \`GET /v1/{project_id}/servers\` | ecs/list |

    ### Actions renamed

    - \`ecs:servers:list\` is now \`ecs:servers:get\`

    ### New actions

    - \`ecs:servers:get\`
    - \`ecs:servers:start\`

    ### New endpoints

    - \`POST /v1/{project_id}/servers/start\`

    ### Endpoints that are gone

    - \`GET /v1/{project_id}/servers\`
    "
  `);
});

it('as JSON holds the same', async () => {
  expect(JSON.parse((await diff('old', 'new', { format: 'json' })).out)).toMatchObject({
    version: 1,
    clouds: [
      {
        cloud: 'huaweicloud',
        operations: {
          added: [{ id: 'ecs/start' }],
          removed: [{ id: 'ecs/list' }],
          changed: [
            {
              id: 'ecs/stop',
              changes: [{ what: 'dependent action', requires: true, added: ['ecs:servers:get'] }],
            },
          ],
        },
        actions: { renamed: [{ from: 'ecs:servers:list', to: ['ecs:servers:get'] }] },
      },
    ],
  });
});

describe('with policies', () => {
  it('tells which of them lack a permission with the new catalog, and why', async () => {
    const { code, out } = await diff('old', 'new', { paths: ['app.json'] });
    expect(code).toBe(1);
    expect(out).toContain(
      '✗ app.apis.yaml\n  now missing: ecs:servers:get — POST /v1/{project_id}/servers/stop (ecs/stop)',
    );
  });

  it('is quiet about those whose verdict stays', async () => {
    const { code, out } = await diff('old', 'old', { paths: ['app.json'] });
    expect(code).toBe(0);
    expect(out).toContain('no verdict changes');
  });

  it('tells it as JSON and Markdown too', async () => {
    expect(JSON.parse((await diff('old', 'new', { paths: ['app.json'], format: 'json' })).out)).toMatchObject(
      {
        impacts: [
          {
            path: 'app.apis.yaml',
            breaks: true,
            changes: [{ kind: 'missing', change: 'new', subject: 'ecs:servers:get' }],
          },
        ],
      },
    );
    expect((await diff('old', 'new', { paths: ['app.json'], format: 'markdown' })).out).toContain(
      '`app.apis.yaml` — **now lacks permissions**',
    );
  });
});

it.each([
  ['gone', 'file'],
  ['.', 'catalog'],
])('of %j ends with a message', async (path, code) => {
  await expect(diff(path, 'new')).rejects.toMatchObject({ code });
});

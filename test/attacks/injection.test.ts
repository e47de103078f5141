import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, policy } from '../e2e/run.js';
import { runHere } from '../e2e/run-here.js';

/** Clears a screen, colours, rings, turns the direction of text, ends a line, gives GitHub a command, is Markdown and HTML. */
const EVIL =
  '\u001b[2J\u001b[31m\u0007\u202e\u009b31m\r\n::set-output name=a::b\n<script>alert(1)</script>[x](javascript:alert(1))';

/** All but line feeds. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const COMMAND = /^::/m;

const quoted = JSON.stringify(EVIL);
const ecs = readFileSync(join(CATALOG, 'huaweicloud', 'ecs.yaml'), 'utf8');

/** A catalog, a manifest, a policy and sources of calls, hostile in every text that they have. */
const FILES = {
  'old/huaweicloud/ecs.yaml': ecs,
  'new/huaweicloud/ecs.yaml': ecs
    .replaceAll(/title: \{ en: [^}]+\}/g, `title: { en: ${quoted} }`)
    .replaceAll('ecs/batch.md', '"ecs/b\\u001b[31m\\u202e<b>.md"')
    .replace(
      'scenarios: []',
      `scenarios: [{ when: ${quoted}, actions: [ecs:cloudServers:start], dependent_actions: [] }]`,
    )
    .replace('actions: [ecs:cloudServers:list]', 'actions: []'),
  'app.apis.yaml': `apis:\n  - ${quoted}\n  - api: GET /v1/{project_id}/cloudservers/detail\n    from: [${JSON.stringify(`${EVIL}.ts:3`)}]\n  - { api: "POST /v1/{project_id}/cloudservers/action", operation: ${quoted} }\n`,
  'good.apis.yaml': `apis:\n  - api: GET /v1/{project_id}/cloudservers/detail\n    from: [${JSON.stringify(`${EVIL}.ts:3`)}]\n`,
  'app.json': policy('ecs:cloudServers:list', EVIL),
  'main.ts': `import { EcsClient } from '@huaweicloud/huaweicloud-sdk-ecs';\nconst client = new EcsClient();\nclient[${quoted}]();\nclient.nothing\u202elike\u001b[31mthis();\nclient.listServersDetails();\n`,
  'main.tf': `resource "huaweicloud_compute_instance" "\u001b[31m\u202ex" {}\nresource "huaweicloud_\u001b[2J" "y" {}\n`,
  'traces.json': JSON.stringify([
    { trace_name: EVIL, service_type: EVIL, trace_type: 'ApiCall', time: EVIL, request: EVIL },
    {
      trace_name: 'createVolume',
      service_type: 'EVS',
      trace_type: 'ApiCall',
      time: '2026-10-20',
      user: { name: EVIL },
    },
  ]),
  'access.log': `10.0.0.1 - - [02/Oct/2026:10:00:00 +0000] "GET /v1/\u001b[31m\u202e/cloudservers HTTP/1.1" 200 0\n\u001b]0;title\u0007 no line\n`,
  'openapi.yaml': `openapi: 3.0.0\npaths:\n  ${quoted}: { get: { operationId: ${quoted} } }\n  /v9/x: { get: { operationId: ${quoted} }, ${quoted}: {} }\n  /y: { $ref: ${quoted} }\n`,
  'page.html':
    '<html><body><h1>\u001b[31m\u202e</h1><table><tr><th>API</th><th>Action</th></tr><tr><td>GET /v1/\u001b[2J</td><td>ecs:\u202ea:b</td></tr><tr><td>\u0007</td><td>\u009b</td></tr></table></body></html>',
} as const;

const COMMANDS: readonly (readonly string[])[] = [
  ['explain', EVIL, '--catalog', 'new'],
  [
    'explain',
    'ecs:cloudServers:start',
    'POST /v1/{project_id}/cloudservers/action',
    'ecs/list-servers',
    'ecs:*:*',
    '--catalog',
    'new',
  ],
  ['explain', 'huaweicloud_\u001b[31m', 'EcsClient.\u202elist'],
  ['diff', 'old', 'new', 'app.json', '-m', 'good.apis.yaml'],
  ['diff', 'old', 'new', '-m', 'app.apis.yaml', '-f', 'markdown'],
  ['diff', 'old', EVIL],
  ['calls', 'main.ts', 'main.tf', 'traces.json', 'access.log', 'openapi.yaml'],
  ['calls', 'main.ts', 'main.tf', 'traces.json', 'access.log', 'openapi.yaml', '--format', 'json'],
  ['calls', 'main.ts', '--manifest', 'app.apis.yaml', '--check'],
  ['calls', 'access.log', '--log-pattern', EVIL],
  ['calls', EVIL],
  ['generate', '--manifest', 'good.apis.yaml', '--explain', '--catalog', 'new'],
  ['generate', '--manifest', 'app.apis.yaml', '--allow-unproven', '--explain', '--catalog', 'new'],
  ['generate', 'main.ts', 'main.tf', 'openapi.yaml', '--explain', '--allow-unproven'],
  ['migrate', 'app.json', EVIL, '--to', '5.0', '--catalog', 'new'],
  ['extract', 'page.html'],
  ['extract', 'page.html', '--format', 'json'],
  ['extract', EVIL],
  ['lint', '.', '--catalog', 'new', '--verbose'],
  ['lint', '.', '--catalog', EVIL],
  ['lint', '.', '--cloud', EVIL],
  ['lint', '.', '--cache', '--cache-location', EVIL],
  ['lint', '.', '--since', EVIL],
  ['lint', '.', '--config', EVIL],
  ['init', '--dry-run'],
  ['publish', EVIL],
  [EVIL],
  ['--no-such-option\u001b[31m'],
];

describe('no command lets a text that it reads or is given through as it is', () => {
  it.each(
    COMMANDS.map(
      (args) =>
        [
          args.map((arg) => (arg === EVIL ? 'EVIL' : JSON.stringify(arg).slice(1, -1))).join(' '),
          args,
        ] as const,
    ),
  )('%s', async (_, args) => {
    const cwd = folder(FILES);
    renameSync(join(cwd, 'access.log'), join(cwd, 'access\u001b[31m.log'));
    const given = args.map((arg) => (arg === 'access.log' ? 'access\u001b[31m.log' : arg));
    const { code, stdout, stderr } = await runHere(given, { cwd });
    expect(code).toBeLessThan(3);
    expect(stdout + stderr).not.toBe('');
    expect(stdout).not.toMatch(RAW);
    expect(stderr).not.toMatch(RAW);
    expect(stdout).not.toMatch(COMMAND);
    expect(stderr).not.toMatch(COMMAND);
  });

  it('nor into a manifest, a policy or a baseline that it writes', async () => {
    const cwd = folder(FILES);
    await runHere(
      [
        'calls',
        'main.ts',
        'main.tf',
        'traces.json',
        'access.log',
        'openapi.yaml',
        '--manifest',
        'new.apis.yaml',
      ],
      { cwd },
    );
    await runHere(['generate', '--manifest', 'good.apis.yaml', '--out', 'least.json', '--catalog', 'new'], {
      cwd,
    });
    await runHere(['app.json', '--catalog', 'new', '--write-baseline', 'base.json', '--reason', EVIL], {
      cwd,
    });
    for (const file of ['new.apis.yaml', 'least.json', 'base.json']) {
      const text = readFileSync(join(cwd, file), 'utf8');
      expect(text).not.toMatch(RAW);
      expect(text).not.toMatch(COMMAND);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { CATALOG, folder, manifest, policy, run } from './run.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';
const numbers = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, '0'));

/** Enough policies for several batches, each with something to say, and all that a run keeps track of across files. */
const files = {
  ...Object.fromEntries(
    numbers.flatMap((number) => [
      [`p${number}.json`, policy('ecs:cloudServers:list', `ecs:things:${number}`)],
      [`p${number}.apis.yaml`, manifest(LIST, SHOW)],
    ]),
  ),
  'broken.json': '{ "Statement": [ ',
  'none.json': '{ "hello": true }',
  'bad.apis.yaml': 'apis: 5\n',
  'shared.apis.yaml': `policies: [p03.json, p41.json]\n${manifest(LIST)}`,
  'lint-policies.config.yaml': [
    'suppressions:',
    '  - { rule: unknown-action, files: [p07.json, p58.json], reason: known }',
    '  - { rule: unknown-action, files: [absent.json], reason: of no use }',
    '  - { rule: missing-action, files: [p10.json], reason: long ago, expires: 2020-01-01 }',
    '',
  ].join('\n'),
};

describe('a run in several threads', () => {
  it.each(['text', 'json', 'sarif'])('prints what one thread prints, byte for byte: %s', (format) => {
    const cwd = folder(files);
    const lint = (threads: string) =>
      run(['--catalog', CATALOG, '--format', format, '--concurrency', threads], { cwd });
    const alone = lint('off');
    expect(alone.code).toBe(2);
    expect(alone.stdout).toContain('p59.json');
    expect(alone.stderr).toContain('bad.apis.yaml');
    for (const threads of ['2', '4']) expect(lint(threads)).toEqual(alone);
  });

  it('finds the same after a baseline was written in several threads', () => {
    const cwd = folder({ ...files, 'bad.apis.yaml': manifest(LIST) });
    const write = (threads: string, file: string) =>
      run(
        [
          '--catalog',
          CATALOG,
          '--write-baseline',
          file,
          '--reason',
          'there before',
          '--concurrency',
          threads,
        ],
        { cwd },
      );
    expect(write('3', 'baseline.json')).toMatchObject({ code: 0 });
    const lint = (threads: string) =>
      run(
        ['--catalog', CATALOG, '--baseline', 'baseline.json', '--format', 'json', '--concurrency', threads],
        { cwd },
      );
    expect(lint('3')).toEqual(lint('off'));
  });

  it('goes on as one thread does where a catalog is not there', () => {
    const cwd = folder({ ...files, 'p50.apis.yaml': `cloud: nowhere\n${manifest(LIST)}` });
    const lint = (threads: string) => run(['--catalog', CATALOG, '--concurrency', threads], { cwd });
    const alone = lint('off');
    expect(alone.stdout).toContain('p50.apis.yaml:1:8 error syntax');
    expect(alone.stdout).toContain('nowhere');
    expect(lint('3')).toEqual(alone);
  });

  it('is refused for what is no number of threads', () => {
    expect(run(['--concurrency', '0'], { cwd: folder(files) })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('from 1 on, auto or off') as string,
    });
  });
});

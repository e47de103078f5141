import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { installPacked } from './installed.js';
import { folder, manifest, policy } from './run.js';
import { text } from '../text.js';

/** An empty project with the packed package installed. */
function project(files: Readonly<Record<string, string>>): string {
  const cwd = folder(files);
  installPacked(cwd);
  return cwd;
}

describe('the packed package', () => {
  it('finds app.apis.yaml beside app.json and gives every report', () => {
    const cwd = project({
      'app.json': policy('evs:volumes:*'),
      'app.apis.yaml': manifest(
        'GET /v2/{project_id}/cloudvolumes/detail',
        'GET /v1/{project_id}/cloudservers/{server_id}/block_device',
      ),
    });
    const lint = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string } =>
      spawnSync('npx', ['--no-install', 'lint-policies', 'app.json', ...args], { cwd, encoding: 'utf8' });

    const { status, stdout } = lint('--format', 'json');
    const record = JSON.parse(stdout) as LintRecord;
    expect(status).toBe(1);
    expect(record.files).toMatchObject([{ path: 'app.json', checked: true }]);
    expect(record.workloads).toMatchObject([
      {
        manifest: 'app.apis.yaml',
        policies: ['app.json'],
        calls: 2,
        missing: [{ action: 'ecs:cloudServers:listServerBlockDevices' }],
        excess: [{ pattern: 'evs:volumes:*', needed: ['evs:volumes:list'] }],
      },
    ]);

    expect(lint('--format', 'markdown').stdout).toMatch(
      /^❌ \*\*1 error and 1 warning in 1 file: 1 action missing and 1 grant in excess\.\*\*[^]*\n\n### <a id="lint-policies-1"><\/a>`app\.apis\.yaml` · `app\.json`\n/,
    );
    expect(lint('--format', 'sarif').stdout).toContain('"markdown": "# missing-action');
    expect(
      readFileSync(join(cwd, 'node_modules/lint-policies/dist/schemas/lint-record.json'), 'utf8'),
    ).toContain('"title": "lint-policies lint record"');
  });

  it('gives its plugin to the ESLint of a team', () => {
    const cwd = project({
      'policies/app.json': policy('evs:volumes:*'),
      'policies/app.apis.yaml': manifest('GET /v2/{project_id}/cloudvolumes/detail'),
      'eslint.config.mjs': text`
        import iam from 'lint-policies/eslint-plugin';

        export default [{ files: ['policies/**'], ...iam.configs.recommended }];
      `,
    });
    symlinkSync(resolve('node_modules/eslint'), join(cwd, 'node_modules/eslint'));
    const { status, stdout } = spawnSync(
      process.execPath,
      ['node_modules/eslint/bin/eslint.js', '--format', 'json', 'policies'],
      { cwd, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    const results = JSON.parse(stdout) as readonly {
      readonly filePath: string;
      readonly messages: readonly { readonly ruleId: string }[];
    }[];
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      'iam/excess-action',
    ]);
  });

  it('holds no source, no test and nothing of the machine it was made on', () => {
    const [{ files, unpackedSize }] = JSON.parse(
      execFileSync('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as readonly [{ readonly files: readonly { readonly path: string }[]; readonly unpackedSize: number }];
    expect(unpackedSize).toBeLessThan(26e6);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'README.md',
        'dist/cli.js',
        'dist/catalog/huaweicloud/index.json',
        'dist/schemas/manifest.json',
      ]),
    );
    expect(
      paths.filter((path) => /^(?:src|test|scripts|bench)\//.test(path) || path.endsWith('.tmp')),
    ).toEqual([]);
    expect(readFileSync('dist/cli.js', 'utf8')).not.toContain(process.cwd());
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitlabJob } from '../../src/commands/init/init-files.js';
import { installPacked } from '../e2e/installed.js';
import { manifest, policy } from '../e2e/run.js';

const GUIDE = readFileSync('src/reference/guides/ci.md', 'utf8');
const CLEAN = policy('ecs:cloudServers:list');
const CALLS = manifest('GET /v1/{project_id}/cloudservers/detail');

let cwd: string;
let base: string;

describe('the recipes of the guide', () => {
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'recipes-'));
    writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
    writeFileSync(join(cwd, '.gitignore'), 'node_modules\n*.tgz\n');
    writeFileSync(join(cwd, 'app.json'), CLEAN);
    writeFileSync(join(cwd, 'app.apis.yaml'), CALLS);
    installPacked(cwd);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=base');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    base = git('rev-parse', 'HEAD').trim();
    return () => {
      rmSync(cwd, { recursive: true, force: true });
    };
  });

  beforeEach(() => {
    writeFileSync(join(cwd, 'app.json'), CLEAN);
  });

  it('for GitLab give both artifacts, and fail where the policy breaks', () => {
    const jobs = parse(block('yaml', '# .gitlab-ci.yml')) as Readonly<
      Record<
        string,
        {
          readonly script: readonly [string];
          readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
        }
      >
    >;
    const { script, artifacts } = jobs['lint-policies'] ?? { script: [''], artifacts: { reports: {} } };
    expect(script).toHaveLength(1);
    expect(shell(script[0])).toBe(0);
    breakPolicy();
    expect(shell(script[0])).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, artifacts.reports['codequality'] ?? ''), 'utf8'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ check_name: 'missing-action' })]),
    );
    expect(readFileSync(join(cwd, artifacts.reports['junit'] ?? ''), 'utf8')).toContain(
      '<failure type="error"',
    );
  });

  it('for GitLab say where their artifacts are also in what init writes', () => {
    expect(parse(gitlabJob({ isStrict: true }))).toMatchObject({
      'lint-policies': {
        artifacts: { reports: { codequality: 'gl-code-quality-report.json', junit: 'lint-policies.xml' } },
      },
    });
  });

  it('for a shell compare with where the branch began', () => {
    const line = block('sh', 'npx');
    expect(shell(line)).toBe(0);
    breakPolicy();
    expect(shell(line)).toBe(1);
    expect(existsSync(join(cwd, 'policies.html'))).toBe(true);
  });

  it('for npm are scripts that npm runs', () => {
    const { scripts } = JSON.parse(block('json', '{')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true, scripts }));
    expect(Object.keys(scripts).map((name) => shell(`npm run --silent ${name}`))).toEqual([0, 0]);
    breakPolicy();
    expect(shell('npm run --silent lint:policies')).toBe(1);
  });

  it('for pre-commit name hooks that there are, and that judge what is committed', () => {
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly {
      readonly id: string;
      readonly entry: string;
      readonly files: string;
      readonly pass_filenames: boolean;
    }[];
    const used = (
      parse(block('yaml', '# .pre-commit-config.yaml')) as {
        readonly repos: readonly [{ readonly hooks: readonly { readonly id: string }[] }];
      }
    ).repos[0].hooks.map(({ id }) => id);
    expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(used));
    breakPolicy();
    for (const { entry, files, pass_filenames: passed } of hooks) {
      expect(
        ['app.json', 'main.tf', 'app.apis.yaml', 'README.md'].map((name) => new RegExp(files).test(name)),
      ).toEqual([true, true, true, false]);
      // As pre-commit runs a hook: the entry, and nothing else where file names are not passed.
      expect(passed).toBe(false);
      expect(shell(entry)).toBe(1);
    }
    writeFileSync(join(cwd, 'app.json'), CLEAN);
    expect(hooks.map(({ entry }) => shell(entry))).toEqual([0, 0]);
  });
});

/** The fenced block of the guide that begins so. */
function block(language: string, start: string): string {
  const blocks = [...GUIDE.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) =>
    name === language && text.startsWith(start) ? [text] : [],
  );
  expect(blocks).toHaveLength(1);
  return blocks[0] ?? '';
}

function breakPolicy(): void {
  writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:delete'));
}

/** Runs a line as CI does. `npx` finds the installed package, so nothing is downloaded. */
function shell(line: string): number | null {
  const env = {
    PATH: [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    HOME: process.env['HOME'],
    npm_config_offline: 'true',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
  };
  return spawnSync('bash', ['-eo', 'pipefail', '-c', line], { cwd, env, encoding: 'utf8' }).status;
}

function git(...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false', ...args],
    { cwd, encoding: 'utf8' },
  );
}

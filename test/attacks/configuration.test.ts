import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, policy, run } from '../e2e/run.js';
import { text as lines } from '../text.js';

/** Code that leaves a trace when it is run. */
const code = (trace: string): string =>
  lines`
    import { writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(trace)}, 'x');
    export default {};
    export const rules = [];
  `;
const NAMES = [
  'lint-policies.config.js',
  'lint-policies.config.mjs',
  'lint-policies.config.ts',
  'lint-policies.config.mts',
];

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', args, {
    cwd,
    stdio: 'pipe',
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.test',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.test',
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
  });
}

describe('a configuration that is code', () => {
  it('is run where it is that of the working directory', () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:list') });
    writeFileSync(join(cwd, 'lint-policies.config.mjs'), code(join(cwd, 'trace')));
    run(['--catalog', CATALOG], { cwd });
    expect(existsSync(join(cwd, 'trace'))).toBe(true);
  });

  it('is never run from a folder that is searched, above or below the working directory', () => {
    const outer = folder({
      'inner/app.json': policy('ecs:cloudServers:list'),
      'inner/below/app.json': policy('ecs:cloudServers:list'),
    });
    const traces: string[] = [];
    for (const place of ['.', 'inner/below', 'inner/node_modules', 'inner/.hidden']) {
      for (const name of [...NAMES, 'eslint.config.js', 'index.js', 'rules.js']) {
        const trace = join(outer, `trace-${traces.length}`);
        traces.push(trace);
        execFileSync('mkdir', ['-p', join(outer, place)]);
        writeFileSync(join(outer, place, name), code(trace));
      }
    }
    for (const args of [['.'], ['below/app.json'], ['calls', '.']])
      run([...args, '--catalog', CATALOG], { cwd: join(outer, 'inner') });
    expect(traces.filter((trace) => existsSync(trace))).toEqual([]);
  });

  it('is never run from another revision, nor are the plugins that a configuration there names', () => {
    for (const [name, text] of [
      ['lint-policies.config.mjs', undefined],
      ['lint-policies.config.json', '{ "plugins": ["./plugin.mjs"] }'],
    ] as const) {
      const cwd = folder({ 'app.json': policy('ecs:cloudServers:list') });
      const trace = join(cwd, 'trace');
      writeFileSync(join(cwd, name), text ?? code(trace));
      writeFileSync(join(cwd, 'plugin.mjs'), code(trace));
      git(cwd, 'init', '--quiet');
      git(cwd, 'add', '--all');
      git(cwd, 'commit', '--quiet', '--message=hostile');
      git(cwd, 'rm', '--quiet', name, 'plugin.mjs');
      git(cwd, 'commit', '--quiet', '--message=clean');
      expect(run(['--since', 'HEAD~1', '--catalog', CATALOG], { cwd }).stderr).toBe('');
      expect(existsSync(trace)).toBe(false);
    }
  });

  it('of the working directory is the measure of a revision whose own is code', () => {
    const cwd = folder({
      'app.json': policy('*:*:*'),
      'lint-policies.config.mjs': 'export default { rules: { "full-wildcard": "off" } };\n',
    });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message=first');
    writeFileSync(
      join(cwd, 'lint-policies.config.mjs'),
      'export default { rules: { "full-wildcard": "error" } };\n',
    );
    const { stdout } = run(['--since', 'HEAD', '--format', 'json', '--catalog', CATALOG], { cwd });
    expect(
      (JSON.parse(stdout) as { changes: { findings: { introduced: number } } }).changes.findings.introduced,
    ).toBe(0);
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRevision } from '../../../src/commands/lint/revision.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'revision-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', cwd, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    stdio: 'ignore',
  });
}

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = join(folder, 'repository');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main', cwd);
  commit(cwd);
  return cwd;
}

function commit(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'a commit');
}

describe('the commit that two branches have in common', () => {
  it('cannot be found in a clone that was cut off, which is said with the remedy', async () => {
    const cwd = repository({ 'app.json': '{}' });
    git(cwd, 'checkout', '--quiet', '-b', 'topic');
    commit(cwd);
    const clone = join(folder, 'clone');
    git(folder, 'clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${cwd}`, clone);
    git(clone, 'checkout', '--quiet', 'topic');
    await expect(openRevision(clone, 'origin/main...', [])).rejects.toThrow(
      '--since origin/main...: there is no common ancestor in this shallow clone; fetch the history (in CI: fetch-depth: 0, GIT_DEPTH: 0)',
    );
  });

  it('is missing where two histories have nothing to do with each other', async () => {
    const cwd = repository({ 'app.json': '{}' });
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'another beginning');
    await expect(openRevision(cwd, 'main...', [])).rejects.toThrow(
      '--since main...: it and HEAD have no common ancestor; name a revision that HEAD comes from',
    );
  });
});

describe('a sparse checkout', () => {
  it('leaves out of the comparison what it leaves out of the work tree, and names it', async () => {
    const cwd = repository({ 'app.json': '{}', 'x/other.json': '{}', 'x/code.ts': '' });
    git(cwd, 'sparse-checkout', 'set', '--no-cone', '/app*');
    const revision = await openRevision(cwd, 'HEAD', []);
    expect(readdirSync(revision.cwd).sort()).toEqual(['.git', 'app.json']);
    expect(revision.notCompared).toEqual(['x/other.json']);
    revision.close();
  });

  it('says nothing of a file that git is only told not to look at', async () => {
    const cwd = repository({ 'app.json': '{}' });
    git(cwd, 'update-index', '--skip-worktree', 'app.json');
    const revision = await openRevision(cwd, 'HEAD', []);
    expect(readdirSync(revision.cwd).sort()).toEqual(['.git', 'app.json']);
    expect(revision.notCompared).toEqual([]);
    revision.close();
  });
});

it('programs that the configuration of the repository names are not started', async () => {
  const cwd = repository({ 'app.json': '{}', '.gitattributes': '*.json filter=bad\n' });
  const program = join(folder, 'program');
  const mark = join(folder, 'started');
  writeFileSync(program, `#!/bin/sh\ntouch ${mark}\ncat\n`);
  chmodSync(program, 0o755);
  for (const name of ['core.fsmonitor', 'filter.bad.clean', 'filter.bad.smudge', 'diff.external'])
    git(cwd, 'config', name, program);
  writeFileSync(join(cwd, 'app.json'), '[]');
  (await openRevision(cwd, 'HEAD', ['app.json'])).close();
  expect(existsSync(mark)).toBe(false);
});

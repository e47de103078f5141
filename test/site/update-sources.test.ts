import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('moves current repositories to their newest commit, and leaves former ones and pinned revisions where they are', () => {
  const git = (...parameters: string[]) =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...parameters],
      { encoding: 'utf8' },
    ).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('commit', '--quiet', '--allow-empty', '--message=one');
  const head = git('rev-parse', 'HEAD');
  const old = 'a'.repeat(40);
  const repository = (name: string) =>
    `{ name: ${name}, url: '${folder}', commit: ${old}, folder: x, pages: [docs] }`;
  const sources = join(folder, 'sources.yaml');
  const text = (first: string) => `# Why it is so.
schema: 1
clouds:
  huaweicloud:
    generations:
      - name: now
        role: current
        repositories:
          - name: owner/docs
            url: '${folder}'
            commit: ${first}
            folder: x
            pages: [docs]
          - ${repository('owner/docs@then')}
      - name: before
        role: former
        repositories:
          - ${repository('owner/old')}
`;
  writeFileSync(sources, text(old));
  const run = () =>
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/update-sources.ts', '--sources', sources], {
      encoding: 'utf8',
    });
  expect(run()).toContain('1 of the repositories moved');
  const after = readFileSync(sources, 'utf8');
  expect(after.replaceAll(/\s/g, '')).toBe(text(head).replaceAll(/\s/g, ''));
  expect(run()).toContain('0 of the repositories moved');
  expect(readFileSync(sources, 'utf8')).toBe(after);
});

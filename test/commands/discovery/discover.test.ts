import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../../src/commands/discovery/discover.js';
import { createGlob } from '../../../src/lint/config/glob.js';
import { formatProblem } from '../../../src/problem.js';
import { text } from '../../text.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'discover-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function tree(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(join(cwd, dirname(file)), { recursive: true });
    writeFileSync(join(cwd, file), '{}');
  }
}

function paths(...patterns: readonly string[]): readonly string[] {
  return discover(patterns, { cwd }).files.map(({ path }) => path);
}

describe('searching a folder', () => {
  it('takes the files that may hold a policy, in a stable order', () => {
    tree('b.json', 'a.yaml', 'z/c.tf', 'm/d.jsonc', 'm/e.yml', 'readme.md', 'code.ts', 'B.JSON');
    expect(paths('.')).toEqual(['B.JSON', 'a.yaml', 'b.json', 'm/d.jsonc', 'm/e.yml', 'z/c.tf']);
  });

  it('skips hidden files and folders and those of vendors', () => {
    tree(
      'app.json',
      '.hidden.json',
      '.git/x.json',
      '.terraform/x.json',
      'node_modules/p/x.json',
      'lib/vendor/x.json',
    );
    expect(paths('.')).toEqual(['app.json']);
  });

  it('respects .gitignore files, the nearest first, up to the root of the repository', () => {
    tree('app.json', 'out/x.json', 'kept.gen.json', 'deep/a.gen.json', 'deep/b.json', 'deep/sub/c.json');
    mkdirSync(join(cwd, '.git'));
    writeFileSync(
      join(cwd, '.gitignore'),
      text`
        /out/
        *.gen.json
        !kept.gen.json
        sub
      `,
    );
    writeFileSync(join(cwd, 'deep/.gitignore'), '!a.gen.json\n');
    expect(paths('.')).toEqual(['app.json', 'kept.gen.json', 'deep/a.gen.json', 'deep/b.json']);
    expect(discover(['.'], { cwd: join(cwd, 'deep') }).files.map(({ path }) => path)).toEqual([
      'a.gen.json',
      'b.json',
    ]);
  });

  it('survives loops of links and follows none out of the tree', () => {
    tree('a/app.json', 'outside.json');
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync(join(cwd, 'outside.json'), join(cwd, 'a/link.json'));
    symlinkSync('nowhere', join(cwd, 'a/broken.json'));
    expect(paths('a')).toEqual(['a/app.json']);
  });

  it('goes on where a folder cannot be read', () => {
    tree('open/app.json', 'shut/x.json');
    chmodSync(join(cwd, 'shut'), 0);
    expect(paths('.')).toContain('open/app.json');
    chmodSync(join(cwd, 'shut'), 0o755);
  });

  it('takes and leaves what the configuration says', () => {
    tree('policies/a.json', 'policies/old/b.json', 'data/c.json');
    expect(
      discover(['.'], {
        cwd,
        accept: createGlob(['policies/**']),
        ignore: createGlob(['**/old/**']),
      }).files.map(({ path }) => path),
    ).toEqual(['policies/a.json']);
  });
});

describe('naming files', () => {
  it('takes a named file whatever it is called and wherever it lies', () => {
    tree('.hidden.json', 'node_modules/x.json', 'policy.txt', 'gone.json');
    writeFileSync(join(cwd, '.gitignore'), 'gone.json');
    expect(paths('.hidden.json', 'node_modules/x.json', 'policy.txt', 'gone.json')).toEqual([
      '.hidden.json',
      'node_modules/x.json',
      'policy.txt',
      'gone.json',
    ]);
  });

  it('takes a file once, as named where it is named', () => {
    tree('a.json', 'b.json');
    expect(discover(['.', 'b.json', './a.json', '.'], { cwd }).files).toEqual([
      { path: 'a.json', named: true },
      { path: 'b.json', named: true },
    ]);
  });

  it('follows a link that is named', () => {
    tree('real.json');
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect(paths('link.json')).toEqual(['link.json']);
  });

  it('says which path is not there, and takes the others', () => {
    tree('a.json');
    const { files, problems } = discover(['absent.json', 'a.json'], { cwd });
    expect(problems.map(formatProblem)).toEqual(['absent.json: no such file or folder; check the path']);
    expect(files).toEqual([{ path: 'a.json', named: true }]);
  });
});

describe('globs', () => {
  it('match below their fixed part, also files of other endings', () => {
    tree('policies/a.json', 'policies/b.txt', 'policies/deep/c.json', 'other/d.json');
    expect(paths('policies/**/*.json')).toEqual(['policies/a.json', 'policies/deep/c.json']);
    expect(paths('policies/*.{txt,json}')).toEqual(['policies/a.json', 'policies/b.txt']);
    expect(paths('*/[ad].json')).toEqual(['other/d.json', 'policies/a.json']);
    expect(paths(join(cwd, 'policies/*.json'))).toEqual(['policies/a.json']);
  });

  it('leave out what is ignored, and hidden folders unless they name one', () => {
    tree('a/x.json', '.github/y.json', 'node_modules/z.json');
    expect(paths('**/*.json')).toEqual(['a/x.json']);
    expect(paths('.github/*.json')).toEqual(['.github/y.json']);
  });

  it('are file names where a file of that name is there', () => {
    tree('a[1].json', 'a1.json');
    expect(paths('a[1].json')).toEqual(['a[1].json']);
  });

  it('that match nothing are a mistake', () => {
    expect(discover(['none/**/*.json'], { cwd }).problems.map(formatProblem)).toEqual([
      'no file matches "none/**/*.json"; check the pattern and its quotes',
    ]);
  });

  it('with many stars cannot take for ever', () => {
    expect(discover(['*a*a*a*a*a*a*a*.json'], { cwd }).problems.map(formatProblem)).toEqual([
      expect.stringContaining('stars in one segment'),
    ]);
  });
});

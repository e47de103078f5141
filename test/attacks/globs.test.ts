import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIgnoreRules } from '../../src/commands/discovery/ignore-rules.js';
import { createGlob, literalGlob } from '../../src/lint/config/glob.js';
import { folder, policy } from '../e2e/run.js';
import { runHere } from '../e2e/run-here.js';

const BOMBS: readonly (readonly [pattern: string, said: string])[] = [
  ['*a*a*a*a*a*a*a*a*b', '9 stars in one segment; use at most 3'],
  ['**/a/**/a/**/a/**/a/**/b', '5 times "**"; use at most 3'],
  ['(a+)+b', 'a round bracket; list what is meant as {a,b}'],
  ['+(a|aa)+(a|aa)b', 'a round bracket'],
  ['+(a*)+(a*)b', 'a round bracket'],
  ['[a]+[a]+[a]+[a]+b', '4 stars in one segment'],
  [`${'{a,aa}'.repeat(24)}b`, '24 times "{"; use at most 6'],
  ['a'.repeat(1001), '1001 characters; use at most 1000'],
];

describe('a glob that would take years', () => {
  it.each(BOMBS)('%s is refused with what to write instead', (pattern, said) => {
    expect(() => createGlob([pattern])).toThrow(said);
    expect(() => createGlob(['*.json', `!${pattern}`])).toThrow(said);
  });

  it.each(['files', 'ignores', 'overrides', 'suppressions'])(
    'is refused in the configuration, with its place: %s',
    async (key) => {
      const entries: Readonly<Record<string, unknown>> = {
        files: '(a+)+b',
        ignores: [{ files: '(a+)+b', reason: 'x' }],
        overrides: [{ files: '(a+)+b', rules: {} }],
        suppressions: [{ rule: 'full-wildcard', files: '(a+)+b', reason: 'x' }],
      };
      const cwd = folder({
        'app.json': policy('ecs:cloudServers:list'),
        'lint-policies.config.json': JSON.stringify({ [key]: entries[key] }, undefined, 1),
      });
      const { code, stderr } = await runHere([], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^lint-policies\.config\.json:\d+:\d+: .*round bracket/);
    },
  );

  it('is refused on the command line', async () => {
    expect(await runHere(['*a*a*a*a*a*.json'], { cwd: folder() })).toMatchObject({ code: 2 });
  });

  it('ignores nothing in a .gitignore, and the other lines count', () => {
    const name = `${'a'.repeat(200)}.json`;
    const cwd = folder({
      '.gitignore': '*a*a*a*a*a*a*a*a*a*b\n**/a/**/a/**/a/**/a/**/a/x\nold.json\n',
      '.git/HEAD': '',
    });
    const rules = createIgnoreRules();
    expect(
      [name, 'old.json', `${'a/'.repeat(60)}y`].map((path) => rules.ignored(join(cwd, path), false)),
    ).toEqual([false, true, false]);
  });
});

describe('what people write', () => {
  it.each([
    ['**/policies/**/*.json', 'infra/policies/a/b.json'],
    ['{a,b}/**/*.{json,yaml}', 'b/c/d.yaml'],
    ['night-*-shift-*.json', 'night-a-shift-b.json'],
    ['a\\(old\\).json', 'a(old).json'],
    ['[a-c]?.tf', 'b1.tf'],
    ['a+b.json', 'a+b.json'],
  ])('%s still matches %s', (pattern, path) => {
    expect(createGlob([pattern])(path)).toBe(true);
  });

  it('a folder whose name looks like a pattern is only a name', async () => {
    const path = 'a (old)/{b}/[c]+!x';
    expect(createGlob([`${literalGlob(path)}/*.json`])(`${path}/d.json`)).toBe(true);
    const cwd = folder({ 'a (old)/app.json': policy('ecs:cloudServers:list') });
    expect((await runHere(['a (old)/*.json', '--fail-on', 'never'], { cwd })).code).toBe(0);
  });
});

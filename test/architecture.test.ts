import { readFileSync } from 'node:fs';
import { check, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { offencesIn } from '../scripts/architecture/offences.js';
import type { Rooms } from '../scripts/architecture/offences.js';
import { readSourceTree } from '../scripts/architecture/source-tree.js';

const ROOMS = JSON.parse(readFileSync('scripts/architecture/rooms.json', 'utf8')) as Rooms;

it('the sources are as ARCHITECTURE.md has them', () => {
  expect(offencesIn(readSourceTree('.'), ROOMS)).toEqual([]);
});

it('every folder of src is a room that the table of arrows knows, and knows only rooms', () => {
  const folders = new Set(
    [...readSourceTree('.').keys()].flatMap((path) => /^(?:src\/[^/]+|rules)(?=\/)/.exec(path) ?? []),
  );
  expect(Object.keys(ROOMS).sort()).toEqual([...folders].sort());
  for (const open of Object.values(ROOMS)) expect([...folders]).toEqual(expect.arrayContaining([...open]));
});

describe('the check of the architecture', () => {
  it('names a circle of imports once, its shortest way round, however many files hang on it', () => {
    expect(
      offences({
        'src/catalog/one.ts': `import { two } from './two.js';`,
        'src/catalog/two.ts': `import { three } from './inner/three.js';\nimport { four } from './four.js';`,
        'src/catalog/inner/three.ts': `import { one } from '../one.js';`,
        'src/catalog/four.ts': `import { three } from './inner/three.js';`,
        'src/catalog/above.ts': `import { one } from './one.js';`,
      }),
    ).toEqual([
      'src/catalog/one.ts → src/catalog/two.ts → src/catalog/inner/three.ts → src/catalog/one.ts: ' +
        'a circle of imports; put what they share in a file below them',
    ]);
  });

  it.each([
    ['for a type', `import type { One } from './one.js';`],
    ['for another name', `export { one } from './one.js';`],
    ['when it runs', `export const one = () => import('./one.js');`],
    ['in the place of a type', `export type One = import('./one.js').One;`],
  ])('finds a circle that is closed %s', (_, text) => {
    expect(
      offences({ 'src/catalog/one.ts': `import { two } from './two.js';`, 'src/catalog/two.ts': text }),
    ).toEqual([expect.stringContaining('src/catalog/one.ts → src/catalog/two.ts → src/catalog/one.ts')]);
  });

  it('takes an import that only stands in a comment or a text for none', () => {
    expect(
      offences({
        'src/catalog/one.ts': `import { two } from './two.js';`,
        'src/catalog/two.ts': `// import { one } from './one.js';\nexport const two = "from './one.js'";`,
      }),
    ).toEqual([]);
  });

  it('names an import against the arrows, of a room and of what stands beside the rooms', () => {
    expect(
      offences({
        'src/catalog/one.ts': `import type { Policy } from '../policy/policy-view.js';`,
        'src/policy/policy-view.ts': `import { span } from '../span.js';`,
        'src/span.ts': `import { hcl } from './hcl/read-hcl.js';`,
        'src/hcl/read-hcl.ts': '',
        'src/commands/lint/lint.ts': `import type { Policy } from '../../policy/policy-view.js';`,
        'src/index.ts': `export * from './catalog/one.js';`,
      }),
    ).toEqual([
      'src/catalog/one.ts imports src/policy/policy-view.ts: src/catalog does not know src/policy',
      'src/span.ts imports src/hcl/read-hcl.ts: what stands beside the rooms does not know src/hcl',
    ]);
  });

  it('names two files of one name, in whatever rooms they are, but for the sentences that one of them says', () => {
    expect(
      offences({ 'src/calls/find.ts': '', 'rules/shared/find.ts': '', 'src/wording/en/find.ts': '' }),
    ).toEqual([
      'src/calls/find.ts and rules/shared/find.ts: two files of one name; say in each what it holds',
    ]);
  });

  it('names a folder with more files than a reader takes in, but for the list of the rules', () => {
    const files = (folder: string, count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${folder}/${folder}-${index}.ts`, '']),
      );
    expect(offences({ ...files('src', 16), ...files('rules', 30) })).toEqual([]);
    expect(offences({ ...files('src', 17) })).toEqual([
      'src: 17 files side by side; make rooms of at most 16 in it',
    ]);
  });

  it('names lines that are too many of their width, and one that is beyond all measure', () => {
    const narrow = '// as it should be\n'.repeat(998);
    const line = (width: number): string => '/'.repeat(width);
    expect(offences({ 'src/one.ts': `${narrow}${line(141)}\n${line(140)}` })).toEqual([]);
    expect(offences({ 'src/one.ts': `${narrow}${line(180)}\n${line(141)}\n${line(141)}` })).toEqual([
      '3 of 1001 lines are wider than 140 columns; break some of them: src/one.ts:999, src/one.ts:1000, src/one.ts:1001',
    ]);
    expect(offences({ 'src/one.ts': `${narrow}${line(181)}` })).toEqual([
      'src/one.ts:999: 181 columns wide; break it where its sense does',
    ]);
  });

  it('stands beside a check of the format that an unformatted file does not pass', async () => {
    const options = { ...(await resolveConfig('src/project.ts')), filepath: 'src/project.ts' };
    const text = readFileSync('src/project.ts', 'utf8');
    expect(await check(text, options)).toBe(true);
    expect(await check(text.replace(' = ', '='), options)).toBe(false);
  });

  function offences(files: Readonly<Record<string, string>>): readonly string[] {
    return offencesIn(new Map(Object.entries(files)), ROOMS);
  }
});

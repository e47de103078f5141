import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../../src/lint/run/group.js';

const file = (path: string) => ({ path, text: '{}' });
const manifest = (path: string, ...policies: string[]) => ({
  path,
  text: `${policies.length === 0 ? '' : `policies: [${policies.join(', ')}]\n`}apis: []\n`,
});
const names = (files: Parameters<typeof groupFiles>[0], manifests: Parameters<typeof groupFiles>[1]) =>
  groupFiles(files, manifests).map((group) => [...group.files, ...group.manifests].map(({ path }) => path));

describe('files', () => {
  it('stand alone, or with the manifest of their name', () => {
    expect(names([file('a.json'), file('./sub/b.yaml')], [manifest('sub/b.apis.yaml')])).toEqual([
      ['a.json'],
      ['sub/b.yaml', 'sub/b.apis.yaml'],
    ]);
  });

  it('of manifests that share a policy stay together', () => {
    expect(
      names(
        [file('a.json'), file('b.json'), file('c.json')],
        [manifest('x.apis.yaml', 'a.json', 'b.json'), manifest('y.apis.yaml', 'b.json', 'none.json')],
      ),
    ).toEqual([['a.json', 'b.json', 'x.apis.yaml', 'y.apis.yaml'], ['c.json']]);
  });

  it('that are manifests by their name are taken as such, once', () => {
    expect(
      names([file('a.json'), manifest('a.apis.yaml'), file('a.json')], [manifest('a.apis.yaml')]),
    ).toEqual([['a.json', 'a.apis.yaml']]);
  });

  it('that are read when their text is asked for are not read to group them, whatever their path', () => {
    const read: string[] = [];
    const unread = (path: string) => ({
      path,
      get text() {
        read.push(path);
        return '{}';
      },
    });
    const groups = groupFiles([unread('a.json'), unread('./b.json')], []);
    expect(read).toEqual([]);
    expect(groups.map(({ files }) => files.map(({ path, text }) => `${path} ${text}`))).toEqual([
      ['a.json {}'],
      ['b.json {}'],
    ]);
    expect(read).toEqual(['a.json', './b.json']);
  });

  it('are in exactly one group each, and policies of one manifest in the same', () => {
    const name = fc.integer({ min: 0, max: 12 }).map((number) => `p${number}.json`);
    fc.assert(
      fc.property(
        fc.uniqueArray(name),
        fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        (paths, lists) => {
          const groups = groupFiles(
            paths.map(file),
            lists.map((list, index) => manifest(`m${index}.apis.yaml`, ...list)),
          );
          expect(groups.flatMap(({ files }) => files.map(({ path }) => path)).sort()).toEqual(
            [...paths].sort(),
          );
          for (const [index, list] of lists.entries()) {
            const group = groups.find(({ manifests }) =>
              manifests.some(({ path }) => path === `m${index}.apis.yaml`),
            );
            for (const path of list.filter((one) => paths.includes(one)))
              expect(group?.files.some((one) => one.path === path)).toBe(true);
          }
        },
      ),
    );
  });
});

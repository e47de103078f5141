import { load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { markdownReference } from '../../src/reference/markdown-reference.js';
import type { Output } from '../../src/reference/output.js';
import { fixtureReference } from './fixture.js';

let files: Output;

beforeAll(async () => {
  files = markdownReference(await fixtureReference());
});

describe('pictures', () => {
  it('have a name and a description for those who do not see them', () => {
    const pictures = [...files].filter(([path]) => path.endsWith('.svg'));
    expect(pictures.length).toBeGreaterThan(8);
    for (const [path, text] of pictures) {
      const svg = load(text, { xml: true })('svg');
      expect(svg.attr('role'), path).toBe('img');
      const named = (svg.attr('aria-labelledby') ?? '').split(' ').map((id) => svg.find(`#${id}`).text());
      expect(named, path).toHaveLength(2);
      for (const words of named) expect(words.length, path).toBeGreaterThan(8);
    }
  });

  it('show who needs whom, and the tables below say the same', () => {
    const svg = load(file('huaweicloud/vpc/needs.svg'), { xml: true });
    expect(svg('desc').text()).toBe(
      'APIs of vpc need actions of no other service. Actions of vpc are needed by APIs of ecs (2).',
    );
    expect(file('huaweicloud/vpc/README.md')).toContain(
      '| Actions of vpc are needed by APIs of | APIs |\n| - | -: |\n| [ecs](../ecs/README.md) | 2 |',
    );
    expect(svg('path.flow-in')).toHaveLength(1);
    expect(svg('path.flow-out')).toHaveLength(0);
  });

  it('show actions by access level, and say which are inferred', () => {
    const svg = load(file('huaweicloud/ecs/access.svg'), { xml: true });
    expect(svg('desc').text()).toBe(
      'Actions by access level: List 1, Read 2, Write 4, Write (inferred) 1. APIs by method: GET 3, POST 5, No endpoint 1.',
    );
    expect(file('huaweicloud/ecs/README.md')).toContain('| Write | 4 |');
  });

  it('compare the clouds', () => {
    expect(load(file('overview.svg'), { xml: true })('desc').text()).toBe(
      'Huawei Cloud: ecs 9, hostile 2, vpc 3. Open Telekom Cloud: ecs 3, hostile 0, vpc 0.',
    );
  });

  it('carry their colours for light and dark along', () => {
    expect(file('overview.svg')).toContain('prefers-color-scheme: dark');
  });
});

function file(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
}

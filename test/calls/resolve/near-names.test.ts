import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../../src/calls/resolve/name-index.js';
import { nearNames, nearNamesIn } from '../../../src/calls/resolve/near-names.js';

/** Names as a large cloud has them: 4,000 of them. */
const MANY = [
  'list',
  'get',
  'create',
  'delete',
  'update',
  'start',
  'stop',
  'attach',
  'reset',
  'show',
].flatMap((verb) => Array.from({ length: 400 }, (_, index) => `${verb}-${words(index)}`));

function words(index: number): string {
  const parts = [
    'servers',
    'volume',
    'subnet',
    'backup',
    'cluster',
    'tag',
    'route',
    'quota',
    'policy',
    'key',
  ];
  return [index % 10, Math.floor(index / 10) % 10, Math.floor(index / 100)].map((at) => parts[at]).join('-');
}

describe('names near a misspelt one', () => {
  it('are found for two letters swapped in a short word', () => {
    expect(nearNames('lsit', ['list', 'get', 'stop'])).toEqual(['list']);
    expect(nearNames('strat', ['stop', 'start'])).toEqual(['start']);
    expect(nearNames('gte', ['get', 'set'])[0]).toBe('get');
  });

  it('are found below full-width punctuation and letters', () => {
    expect(
      nearNames('ｅｃｓ：cloudServers：lsit，', ['ecs:cloudServers:list', 'ecs:cloudServers:stop'])[0],
    ).toBe('ecs:cloudServers:list');
  });

  it('come nearest first, equally near ones of the first list before those of the next', () => {
    const own = createNameIndex(['vpc:ports:list', 'vpc:ports:lost']);
    const other = createNameIndex(['vpc:ports:last', 'vpc:port:list']);
    expect(nearNamesIn('vpc:ports:list', [other, own])).toEqual([
      'vpc:ports:list',
      'vpc:port:list',
      'vpc:ports:last',
    ]);
    expect(nearNamesIn('vpc:ports:lxst', [own, other], 2)).toEqual(['vpc:ports:list', 'vpc:ports:lost']);
  });

  it('are the same of a great many as if each were compared', () => {
    const index = createNameIndex(MANY);
    for (const name of [
      'lsit-volume-backup-tag',
      'create-cluster-quota-servers',
      'atach-key-key-subnet',
      'stopp-tag-tag-tag',
    ])
      expect(index.near(name, 1)).toEqual(
        MANY.flatMap((candidate) => createNameIndex([candidate]).near(name))
          .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
          .slice(0, 1),
      );
  });

  it('of many names among many take seconds, not minutes', () => {
    const index = createNameIndex(MANY);
    for (let asked = 0; asked < 300; asked += 1) index.near(`unknown-${String(asked)}-${MANY[asked] ?? ''}`);
  }, 30_000);
});

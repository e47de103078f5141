import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalCover } from '../../../src/policy/grants/cover.js';
import { expand } from '../../../src/policy/grants/pattern.js';

const UNIVERSE = ['servers', 'volumes', 'tags']
  .flatMap((type) =>
    ['get', 'getTags', 'list', 'listDetails', 'create', 'delete'].map(
      (operation) => `ecs:${type}:${operation}`,
    ),
  )
  .concat('vpc:vpcs:get', 'vpc:vpcs:list', 'ecs:servers:getter');

describe('the smallest set of patterns', () => {
  it('stands for exactly what is wanted, and is never longer', () => {
    fc.assert(
      fc.property(fc.subarray([...UNIVERSE, 'ecs:unknown:thing', 'nosuch:a:b']), (wanted) => {
        const cover = minimalCover(wanted, UNIVERSE);
        expect(cover.length).toBeLessThanOrEqual(wanted.length);
        expect(
          [
            ...new Set(
              cover.flatMap((pattern) => expand(pattern, [...UNIVERSE, 'ecs:unknown:thing', 'nosuch:a:b'])),
            ),
          ]
            .filter((action) => UNIVERSE.includes(action))
            .sort(),
        ).toEqual(wanted.filter((action) => UNIVERSE.includes(action)).sort());
        expect(wanted.every((action) => cover.some((pattern) => expand(pattern, [action]).length > 0))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string[], string[]]>([
    ['a whole service', UNIVERSE.filter((action) => action.startsWith('vpc:')), ['vpc:vpcs:*']],
    ['a whole type', UNIVERSE.filter((action) => action.startsWith('ecs:volumes:')), ['ecs:volumes:*']],
    [
      'one operation of every type',
      ['ecs:servers:list', 'ecs:volumes:list', 'ecs:tags:list'],
      ['ecs:*:list'],
    ],
    [
      'words, not letters',
      [
        'ecs:volumes:get',
        'ecs:volumes:getTags',
        'ecs:tags:get',
        'ecs:tags:getTags',
        'ecs:servers:get',
        'ecs:servers:getTags',
      ],
      ['ecs:*:get', 'ecs:*:getTags'],
    ],
    ['what stands alone', ['ecs:servers:create', 'VPC:vpcs:GET'], ['ecs:servers:create', 'vpc:vpcs:get']],
  ])('%s', (_, wanted, expected) => {
    expect(minimalCover(wanted, UNIVERSE)).toEqual(expected);
  });

  it.each<[string, string[], string[], string[]]>([
    [
      'says the words that all of them share',
      ['ecs:tags:listByKeyOne', 'ecs:tags:listByKeyTwo'],
      ['ecs:tags:listAll', 'ecs:ports:listByKeyOne'],
      ['ecs:tags:listByKey*'],
    ],
    [
      'cuts between words, also of underscores',
      ['ecs:tags:list_by_key', 'ecs:tags:list_by_name'],
      ['ecs:tags:listed'],
      ['ecs:tags:list_by*'],
    ],
    [
      'prefers one star to two, and more words to fewer',
      ['ecs:tags:getOne', 'ecs:tags:getTwo'],
      [],
      ['ecs:tags:get*'],
    ],
    [
      'prefers the pattern that takes the most',
      ['ecs:tags:get', 'ecs:tags:getAll', 'ecs:ports:get', 'ecs:ports:getAll'],
      ['ecs:tags:delete', 'ecs:ports:delete'],
      ['ecs:*:get*'],
    ],
    [
      'is a whole service where all of it is wanted',
      ['ecs:tags:get', 'ecs:ports:list'],
      ['vpc:ports:list'],
      ['ecs:*:*'],
    ],
    [
      'takes no wildcard for a single action that is left',
      ['ecs:servers:get', 'ecs:servers:list', 'ecs:tags:list'],
      ['ecs:tags:get'],
      ['ecs:servers:*', 'ecs:tags:list'],
    ],
    ['keeps the spelling of the universe', ['ECS:Servers:getTags'], [], ['ECS:Servers:getTags']],
    [
      'leaves names of other than three segments as they are',
      ['ecs:a:b:c', 'ecs:a:b:d', 'rds:x', 'rds:y', 'odd', 'even'],
      [],
      ['ecs:a:b:c', 'ecs:a:b:d', 'even', 'odd', 'rds:x', 'rds:y'],
    ],
  ])('%s', (_, wanted, others, expected) => {
    expect(minimalCover(wanted, [...wanted, ...others])).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { actionsOf } from '../../src/analysis/standing/catalog-actions.js';
import { catalogOf } from '../calls/catalog.js';

const catalog = catalogOf([
  {
    id: 'ecs/a',
    endpoints: ['GET /a'],
    actions: ['ecs:servers:list', 'ecs:Servers:Get', 'ecs:servers:start'],
  },
  { id: 'vpc/b', endpoints: ['GET /b'], actions: ['vpc:ports:get', 'vpc:*:list*'] },
]);

describe('the actions of a catalog', () => {
  it('are sorted whatever their case, and none is a wildcard', () => {
    expect(actionsOf(catalog, '1.1').names).toEqual([
      'ecs:Servers:Get',
      'ecs:servers:list',
      'ecs:servers:start',
      'vpc:ports:get',
    ]);
  });

  it('are what a pattern stands for, of any service or of one, also where there is none', () => {
    const { expand } = actionsOf(catalog, '1.1');
    expect(expand('*:*:GET')).toEqual(['ecs:Servers:Get', 'vpc:ports:get']);
    expect(expand('ECS:*:*')).toEqual(['ecs:Servers:Get', 'ecs:servers:list', 'ecs:servers:start']);
    expect(expand('xyz:*:*')).toEqual([]);
  });

  it('stay the same after thousands of patterns', () => {
    const { expand } = actionsOf(catalog, '1.1');
    for (let index = 0; index < 2_100; index += 1) expect(expand(`ecs:x${index}:*`)).toEqual([]);
    expect(expand('ecs:*:list')).toEqual(['ecs:servers:list']);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { contains } from '../../src/policy/grants/pattern.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { exampleCatalog } from '../rules/example-catalog.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());

/** A policy of one line, as a program writes it. */
function oneLine(statements: readonly object[]): string {
  return JSON.stringify({ Version: '1.1', Statement: statements });
}

function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

// Each took minutes once: the time grew with the third power of the number of items. A test that hangs fails by its time limit.
describe('a policy far larger than any cloud takes is linted in seconds, its fixes included:', () => {
  it.each([
    ['wildcards', [{ Effect: 'Allow', Action: times(1500, (index) => `ecs:*:get${index}*`) }]],
    ['wildcards in each place', [{ Effect: 'Allow', Action: times(1500, (index) => `*${index}*:*:*`) }]],
    ['the same action again and again', [{ Effect: 'Allow', Action: times(1500, () => 'ecs:servers:get') }]],
    [
      'statements',
      times(1500, (index) => ({
        Effect: index % 2 === 0 ? 'Allow' : 'Deny',
        Action: [`ecs:servers:get${index}`],
      })),
    ],
    [
      'resources',
      [
        {
          Effect: 'Allow',
          Action: ['obs:*:*'],
          Resource: times(1500, (index) => `obs:*:*:bucket:a*${index}?b*`),
        },
      ],
    ],
    [
      'condition values',
      [
        {
          Effect: 'Allow',
          Action: ['obs:*:*'],
          Condition: { StringMatch: { 'g:UserName': times(1500, (index) => `a*${index}*`) } },
        },
      ],
    ],
    [
      'stars in one action',
      [{ Effect: 'Allow', Action: times(4, (index) => `${'*a'.repeat(3000)}${index}`) }],
    ],
  ])('%s', async (_, statements) => {
    const { record, errors } = await lintFiles({
      files: [{ path: 'app.json', text: oneLine(statements) }],
      config: { ...DEFAULT_CONFIG, preset: 'strict' },
      loadCatalog: () => Promise.resolve(catalog),
    });
    expect(errors).toEqual([]);
    expect(record.files[0]?.findings.some(({ rule }) => rule === 'policy-too-large')).toBe(true);
  });
});

describe('a pattern of a great many stars', () => {
  it('is compared by its text where its spellings are too many', () => {
    const bomb = '*a'.repeat(10_000);
    expect(contains('*', bomb)).toBe(true);
    expect(contains(bomb, bomb)).toBe(true);
    expect(contains('ecs:*:*', bomb)).toBe(false);
  });
});

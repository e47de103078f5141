import { describe, expect, it } from 'vitest';
import { readOverrides } from '../../../src/catalog/model/override-schema.js';
import { applyOverrides } from '../../../src/catalog/change/overrides.js';
import type { ServiceCatalog } from '../../../src/catalog/model/model.js';
import { text } from '../../text.js';
import { action, operation, service } from '../models.js';

const catalog: readonly ServiceCatalog[] = [
  service('as', [operation({ id: 'as/list-logs', actions: ['as:acivityLogs:list'], scenarios: [] })], {
    actions: [action('as:acivityLogs:list')],
  }),
  service(
    'ecs',
    [
      operation({
        id: 'ecs/list',
        actions: ['ecs:servers:list'],
        scenarios: [{ when: 'x', actions: ['as:acivityLogs:list'], dependent_actions: [] }],
      }),
    ],
    { actions: [action('ecs:servers:list')] },
  ),
];
const HEAD = text`
  schema: 1
  overrides:
`;
const REASON = text`
  cloud: testcloud
  reason: the page is wrong
  source: a better page
`;
const read = (entry: string) =>
  readOverrides(`${HEAD}  - ${`${entry}\n${REASON}`.replaceAll('\n', '\n    ')}\n`, 'overrides.yaml');
const apply = (entry: string) => applyOverrides('testcloud', catalog, read(entry));

describe('an override', () => {
  it('sets facts of an operation, and says why and what stood there', () => {
    const { services, idle } = apply('operation: ecs/list\nset: { dependent_actions: [vpc:ports:get] }');
    expect(idle).toEqual([]);
    expect(services[1]?.operations[0]).toMatchObject({
      actions: ['ecs:servers:list'],
      dependent_actions: ['vpc:ports:get'],
      doubts: [
        {
          kind: 'override',
          confidence: 'likely',
          note: 'the page is wrong (a better page)',
          was: 'dependent_actions: []',
        },
      ],
    });
  });

  it('sets facts of an action', () => {
    expect(apply('action: ecs:servers:list\nset: { access_level: list }').services[1]?.actions).toMatchObject(
      [{ access_level: 'list', doubts: [{ was: 'access_level: absent' }] }],
    );
  });

  it('renames an action wherever a row names it, whatever its case', () => {
    const { services } = apply('action: AS:acivitylogs:list\nrename: as:activityLogs:list');
    expect(services[0]).toMatchObject({
      operations: [{ actions: ['as:activityLogs:list'] }],
      actions: [{ name: 'as:activityLogs:list' }],
    });
    expect(services[1]?.operations[0]?.scenarios[0]?.actions).toEqual(['as:activityLogs:list']);
  });

  it('that renames to an action that is there leaves one of them', () => {
    const both = [
      service('as', [], {
        actions: [action('as:activityLogs:list', { access_level: 'list' }), action('as:acivityLogs:list')],
      }),
    ];
    const { services } = applyOverrides(
      'testcloud',
      both,
      read('action: as:acivityLogs:list\nrename: as:activityLogs:list'),
    );
    expect(services[0]?.actions).toEqual([action('as:activityLogs:list', { access_level: 'list' })]);
  });

  it.each([
    [
      'sets what stands there already',
      'operation: ecs/list\nset: { actions: [ecs:servers:list] }',
      'the override of ecs/list (testcloud) no longer changes anything: the documentation says the same now; remove it',
    ],
    [
      'is about nothing',
      'operation: ecs/gone\nset: { actions: [] }',
      'the override of ecs/gone (testcloud) applies to nothing: the catalog has no such operation; correct or remove it',
    ],
    [
      'renames what nobody names',
      'action: ecs:servers:halt\nrename: ecs:servers:stop',
      'the override of ecs:servers:halt (testcloud) applies to nothing: the catalog has no such action; correct or remove it',
    ],
  ])('that %s is told', (_, entry, sentence) => {
    const { services, idle } = apply(entry);
    expect(idle).toEqual([sentence]);
    expect(services).toBe(catalog);
  });

  it('of another cloud is left alone', () => {
    expect(applyOverrides('othercloud', catalog, read('operation: ecs/gone\nset: { actions: [] }'))).toEqual({
      services: catalog,
      idle: [],
    });
  });

  it.each([
    ['without a reason', `${HEAD}  - { cloud: c, operation: a/b, set: { actions: [] }, source: x }\n`],
    ['that sets nothing', `${HEAD}  - { cloud: c, operation: a/b, set: {}, reason: r, source: x }\n`],
    [
      'that sets an unknown fact',
      `${HEAD}  - { cloud: c, operation: a/b, set: { colour: red }, reason: r, source: x }\n`,
    ],
    [
      'that would change an id',
      `${HEAD}  - { cloud: c, operation: a/b, set: { id: a/c }, reason: r, source: x }\n`,
    ],
  ])('%s is refused with its place', (_, yaml) => {
    expect(() => readOverrides(yaml, 'overrides.yaml')).toThrow(
      expect.objectContaining({
        code: 'catalog',
        where: { file: 'overrides.yaml', line: 3, column: expect.any(Number) as unknown },
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readServiceCatalog } from '../../../src/catalog/yaml/read-catalog.js';
import { catalogJsonSchema } from '../../../src/catalog/model/catalog-schema.js';
import { ordered } from '../../../src/catalog/model/order.js';
import { writeServiceCatalog } from '../../../src/catalog/yaml/write.js';
import { ProblemList } from '../../../src/catalog/yaml/catalog-yaml.js';
import { formatProblem } from '../../../src/problem.js';
import { text as lines } from '../../text.js';
import { serviceCatalog } from '../arbitrary.js';

const HEAD = lines`
  schema: 1
  cloud: testcloud
  service: ecs
`;

describe('a catalog written as YAML', () => {
  it('reads back as the same facts, hostile strings included', () => {
    fc.assert(
      fc.property(serviceCatalog('ecs'), (catalog) => {
        expect(readServiceCatalog(writeServiceCatalog(catalog), 'ecs.yaml')).toEqual(ordered(catalog));
      }),
    );
  });

  it('is the same bytes whatever order the facts came in', () => {
    fc.assert(
      fc.property(serviceCatalog('ecs'), (catalog) => {
        const turned = {
          ...catalog,
          operations: catalog.operations.toReversed(),
          actions: catalog.actions.toReversed(),
        };
        expect(writeServiceCatalog(turned)).toBe(writeServiceCatalog(catalog));
      }),
    );
  });

  it('looks like the example of the design', () => {
    const yaml = writeServiceCatalog({
      schema: 1,
      cloud: 'huaweicloud',
      service: 'ecs',
      operations: [
        {
          id: 'ecs/batch-stop-servers',
          title: { 'zh-cn': '批量关闭云服务器', en: 'Stopping ECSs in a batch' },
          endpoints: ['POST /v1/{project_id}/cloudservers/action'],
          actions: ['ecs:cloudServers:stop'],
          dependent_actions: [],
          scenarios: [],
          scope: { project: true, enterprise_project: false },
          sources: [{ page: 'a.md', table: 1, row: 7, line: 63, sha256: 'ab'.repeat(32) }],
        },
      ],
      actions: [
        {
          name: 'ecs:cloudServers:stop',
          access_level: 'write',
          aliases: [],
          resources: [],
          condition_keys: [],
        },
      ],
    });
    expect(yaml).toMatchInlineSnapshot(`
      "schema: 1
      cloud: huaweicloud
      service: ecs
      operations:
        - id: ecs/batch-stop-servers
          title: { zh-cn: 批量关闭云服务器, en: Stopping ECSs in a batch }
          endpoints:
            - POST /v1/{project_id}/cloudservers/action
          actions:
            - ecs:cloudServers:stop
          dependent_actions: []
          scenarios: []
          scope: { project: true, enterprise_project: false }
          sources:
            - { page: a.md, table: 1, row: 7, line: 63, sha256: abababababababababababababababababababababababababababababababab }
      actions:
        - { name: ecs:cloudServers:stop, access_level: write, aliases: [], resources: [], condition_keys: [] }
      "
    `);
  });
});

describe('a catalog read from YAML', () => {
  const complaints = (text: string): string[] => {
    try {
      readServiceCatalog(text, 'ecs.yaml');
      return [];
    } catch (error) {
      if (!(error instanceof ProblemList)) throw error;
      return error.problems.map(formatProblem);
    }
  };
  const operation = (lines: string) =>
    `${HEAD}operations:\n  - id: ecs/stop\n    title: { en: Stop }\n${lines}`;

  it.each([
    [
      'another schema version',
      lines`
        schema: 2
        cloud: testcloud
        service: ecs
      `,
      'ecs.yaml:1:9: schema: expected schema version 1',
    ],
    [
      'a service whose name leads out of its folder',
      lines`
        schema: 1
        cloud: testcloud
        service: ../up
      `,
      'ecs.yaml:3:10: service: ',
    ],
    [
      'a cloud whose name leads out of its folder',
      lines`
        schema: 1
        cloud: a/../../up
        service: ecs
      `,
      'ecs.yaml:2:8: cloud: ',
    ],
    [
      'an unknown key',
      `${HEAD}colour: red\n`,
      'ecs.yaml:4:1: unknown key "colour"; remove it or correct its spelling',
    ],
    [
      'an unknown key of an operation',
      operation('    action: [ecs:a:b]\n'),
      'ecs.yaml:7:5: unknown key "action"',
    ],
    ['a duplicate key', `${HEAD}cloud: other\n`, 'ecs.yaml:4:1: the same key stands twice'],
    [
      'a duplicate id',
      operation('  - id: ecs/stop\n    title: { en: Again }\n'),
      'ecs.yaml:7:9: operations.1: "ecs/stop" stands twice',
    ],
    [
      'the same action in two spellings',
      `${HEAD}actions:\n  - name: ecs:a:b\n  - name: ecs:A:b\n`,
      'ecs.yaml:6:11: actions.1: "ecs:a:b" stands twice',
    ],
    [
      'an action of two parts',
      operation('    actions: [ecs:stop]\n'),
      'ecs.yaml:7:15: operations.0.actions.0: expected an action "service:resourceType:operation"',
    ],
    [
      'an endpoint without a method',
      operation('    endpoints: [/v1/servers]\n'),
      'ecs.yaml:7:17: operations.0.endpoints.0: expected an endpoint "METHOD /path/{param}"',
    ],
    [
      'a number where a text belongs',
      `${HEAD}operations:\n  - id: ecs/stop\n    title: { en: 12 }\n`,
      'ecs.yaml:6:18: operations.0.title.en: expected string, received number; put it in quotes',
    ],
    [
      'an id of another service',
      `${HEAD}operations:\n  - id: evs/stop\n    title: { en: Stop }\n`,
      'ecs.yaml:5:9: operations.0: the id "evs/stop" must begin with "ecs/"',
    ],
    [
      'scenarios beside actions',
      operation('    actions: [ecs:a:b]\n    scenarios: [{ when: x, actions: [ecs:a:c] }]\n'),
      'ecs.yaml:7:14: operations.0: both actions and scenarios',
    ],
    [
      'an alias',
      `${HEAD}operations: &a []\nactions: *a\n`,
      'ecs.yaml:5:10: the alias *a is not allowed here; write the value out',
    ],
    ['broken YAML', `${HEAD}operations: [\n`, 'ecs.yaml:5:1: not valid YAML'],
    ['a list instead of a mapping', '- 1\n', 'ecs.yaml:1:1: the file: expected object, received array'],
    ['nothing at all', '', 'ecs.yaml:1:1: the file'],
    ['nesting of 20,000 levels', `${HEAD}title: ${'['.repeat(20_000)}`, 'ecs.yaml'],
  ])('complains about %s, says where and what to do', (_, text, expected) => {
    expect(complaints(text)[0]).toContain(expected);
  });

  it('names every complaint of a file, not only the first', () => {
    expect(complaints(operation('    action: 1\n    endpoints: [x]\n'))).toHaveLength(2);
  });
});

it('the JSON Schema names every key of the model', () => {
  const schema = catalogJsonSchema() as { properties: object; required: string[] };
  expect(Object.keys(schema.properties)).toEqual([
    'schema',
    'cloud',
    'service',
    'title',
    'coverage',
    'operations',
    'actions',
    'former_actions',
    'resources',
    'condition_keys',
  ]);
  expect(schema.required).toEqual(['schema', 'cloud', 'service']);
});

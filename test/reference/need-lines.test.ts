import { describe, expect, it } from 'vitest';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';
import { markdownReference } from '../../src/reference/markdown-reference.js';
import { createReference } from '../../src/reference/reference-facts.js';

const facts = { resources: [], condition_keys: [] };

/** What the page of APIs says of one operation. */
function linesOf(operation: Partial<Operation>): readonly string[] {
  const catalog: ServiceCatalog = {
    schema: 1,
    cloud: 'huaweicloud',
    service: 'kiln',
    operations: [
      {
        id: 'kiln/fire',
        title: { en: 'Fire' },
        endpoints: ['POST /v1/firings'],
        actions: [],
        dependent_actions: [],
        scenarios: [],
        scope: {},
        sources: [],
        ...operation,
      },
    ],
    actions: [
      { name: 'kiln:firings:add', versions: ['1.1'], aliases: [], ...facts },
      { name: 'kiln:kilns:keep', versions: ['1.1', '5.0'], aliases: [], ...facts },
      { name: 'kiln:firings:create', versions: ['5.0'], aliases: ['kiln:firings:add'], ...facts },
    ],
  };
  const page = markdownReference(createReference([catalog])).get('huaweicloud/kiln/apis.md') ?? '';
  const entry = page.slice(page.indexOf('POST /v1/firings'));
  return entry
    .replaceAll(/\]\([^)]*\)/g, ']')
    .split('\n')
    .filter((line) => /^\s*- /.test(line))
    .map((line) => line.replaceAll(/[[\]`]/g, ''));
}

const scenario = (when: string, actions: readonly string[], dependent_actions: readonly string[] = []) => ({
  when,
  actions,
  dependent_actions,
});

describe('what the reference says that an operation needs', () => {
  it('is one of several sets where each case is a use of its own', () => {
    const scenarios = [scenario('start', ['kiln:firings:start']), scenario('stop', ['kiln:firings:stop'])];
    expect(linesOf({ scenarios })).toEqual([
      '- **Needs one of these**',
      '  - start',
      '    - **Needs** kiln:firings:start',
      '  - stop',
      '    - **Needs** kiln:firings:stop',
    ]);
  });

  it('is its own action, and more when a case arises', () => {
    const own = ['kiln:kilns:keep'];
    const scenarios = [
      scenario('with gas', own, ['gas:*:*']),
      scenario('with power', own, ['grid:lines:get']),
    ];
    expect(linesOf({ scenarios })).toEqual([
      '- **Needs** kiln:kilns:keep',
      '- **In some cases also** with gas: gas:*:*',
      '- **In some cases also** with power: grid:lines:get',
    ]);
  });

  it('is said of identity policies where a page tells it, dependencies included', () => {
    const identity = {
      actions: ['kiln:kilns:keep'],
      dependent_actions: ['kiln:firings:create'],
      scenarios: [],
      sources: [],
    };
    expect(linesOf({ actions: ['kiln:kilns:keep'], identity })).toEqual([
      '- **Needs** kiln:kilns:keep',
      '- **Identity policies need** kiln:kilns:keep, depends on kiln:firings:create',
    ]);
    expect(linesOf({ identity })).toEqual([
      '- The documentation names no action of policies of Version 1.1',
      '- **Identity policies need** kiln:kilns:keep, depends on kiln:firings:create',
    ]);
  });

  it('is derived from what the names are called there, as likely; a name that was kept is not said twice', () => {
    expect(linesOf({ actions: ['kiln:firings:add'] })).toEqual([
      '- **Needs** kiln:firings:add',
      '- **Identity policies need** kiln:firings:create (likely: as the actions are called there)',
    ]);
    expect(linesOf({ actions: ['kiln:kilns:keep'] })).toEqual(['- **Needs** kiln:kilns:keep']);
  });

  it('keeps the cases that pages about identity policies tell', () => {
    const plain = { actions: [], dependent_actions: [], sources: [] };
    const uses = [scenario('add', ['kiln:firings:create']), scenario('keep', ['kiln:kilns:keep'])];
    expect(linesOf({ actions: ['kiln:kilns:keep'], identity: { ...plain, scenarios: uses } })).toEqual([
      '- **Needs** kiln:kilns:keep',
      '- **Identity policies need** add: kiln:firings:create',
      '- **Identity policies need** keep: kiln:kilns:keep',
    ]);
    const own = ['kiln:firings:create'];
    const cases = [scenario('otherwise', own), scenario('with gas', own, ['gas:pipes:get'])];
    expect(linesOf({ identity: { ...plain, scenarios: cases } }).slice(1)).toEqual([
      '- **Identity policies need** kiln:firings:create',
      '- **Identity policies in some cases also** with gas: gas:pipes:get',
    ]);
  });

  it('is no permission of identity policies only as likely as that the API is attached to them', () => {
    const identity = {
      actions: [],
      dependent_actions: [],
      scenarios: [],
      no_permission: true as const,
      sources: [],
    };
    expect(linesOf({ actions: ['kiln:kilns:keep'], identity })).toContain(
      '- **Identity policies need** no permission (likely: the API may not be attached to identity policies yet)',
    );
  });
});

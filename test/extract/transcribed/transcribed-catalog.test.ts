import { describe, expect, it } from 'vitest';
import type { Operation, ServiceCatalog } from '../../../src/catalog/model/model.js';
import { assembleCatalog } from '../../../src/extract/assemble/assemble.js';
import type { SourcePage } from '../../../src/extract/assemble/source-page.js';
import { withoutSuperseded } from '../../../src/extract/transcribed/supersede.js';
import { transcribedPages } from '../../../src/extract/transcribed/transcribed-pages.js';
import type { TranscribedRow } from '../../../src/extract/transcribed/transcript.js';
import { page } from '../pages.js';
import { transcribed } from './rows.js';

const LIST = { endpoint: 'GET /v1/{project_id}/vases', kind: 'policy-table', actions: 'vase:vases:list' };
const LIST_NOW = {
  endpoint: 'GET /v1/{project_id}/vases',
  title: '查询花瓶 - ListVases',
  actions: 'vase:vase:list',
};

function catalogOf(rows: readonly TranscribedRow[], others: readonly SourcePage[] = []): ServiceCatalog {
  const { pages } = transcribedPages(rows, others, { newest: 0, oldest: 2 });
  const [service] = assembleCatalog('testcloud', [...pages, ...others], []).services;
  if (service === undefined) throw new Error('no service came of it');
  return service;
}

function onlyOperation(rows: readonly TranscribedRow[], others: readonly SourcePage[] = []): Operation {
  const [operation, ...more] = catalogOf(rows, others).operations;
  if (operation === undefined || more.length > 0) throw new Error('expected one operation');
  return operation;
}

describe('what was transcribed of an operation', () => {
  it('tells its needs under both kinds of policies, each with its source', () => {
    const operation = onlyOperation(
      transcribed(
        { ...LIST, url: 'https://docs.example.com/api-vase/policies.html', updated: '2025-03-01' },
        { ...LIST_NOW, aliases: 'vase:vases:list' },
      ),
    );
    expect(operation.actions).toEqual(['vase:vases:list']);
    expect(operation.sources).toMatchObject([
      { page: 'https://docs.example.com/api-vase/policies.html', transcribed: true, updated: '2025-03-01' },
    ]);
    expect(operation.identity?.actions).toEqual(['vase:vase:list']);
    expect(operation.identity?.sources).toMatchObject([{ transcribed: true }]);
  });

  it('under identity policies alone says nothing of policies 1.1', () => {
    const operation = onlyOperation(transcribed(LIST_NOW));
    expect(operation.actions).toEqual([]);
    expect(operation.no_permission).toBeUndefined();
    expect(operation.identity?.actions).toEqual(['vase:vase:list']);
  });

  it('is likely where the definition of the API says it, and not its page', () => {
    const [definition, page] = [
      {
        ...LIST_NOW,
        kind: 'api-definition',
        url: 'https://docs.example.com/ListVases.json',
        dependencies: '?',
      },
      { ...LIST, url: 'https://docs.example.com/api-vase/policies.html' },
    ];
    const { identity } = onlyOperation(transcribed(definition, page));
    expect(identity?.actions).toEqual(['vase:vase:list']);
    expect(identity?.doubts).toContainEqual({
      kind: 'transcribed',
      confidence: 'likely',
      note: 'The machine-readable definition of the API names these actions; its page was not read.',
    });
  });

  it('is likely while one page says it, and certain once another names the same action', () => {
    expect(onlyOperation(transcribed(LIST)).doubts).toMatchObject([
      { kind: 'transcribed', confidence: 'likely' },
    ]);
    const twin = { ...LIST, url: 'https://docs.example.com/en/api-vase/policies.html' };
    expect(onlyOperation(transcribed(LIST, twin)).doubts).toBeUndefined();
  });

  it('is not taken where it is in doubt and nothing else confirms it', () => {
    const doubtful = { ...LIST, note: '?' };
    const { pages, leftOut } = transcribedPages(transcribed(doubtful), [], { newest: 0, oldest: 1 });
    expect([pages, leftOut.map(({ line }) => line)]).toEqual([[], [2]]);
    const other = page('vase.md', [{ endpoints: [LIST.endpoint], actions: [LIST.actions] }]);
    expect(transcribedPages(transcribed(doubtful), [other], { newest: 0, oldest: 1 }).leftOut).toEqual([]);
  });

  it('is not the whole where the copy lost the dependencies: another page tells them, or a doubt says so', () => {
    const cut = { ...LIST, dependencies: '?' };
    expect(onlyOperation(transcribed(cut)).doubts?.map(({ note }) => note)).toContain(
      'The dependencies could not be read whole.',
    );
    const whole = page('vase.md', [
      { endpoints: [LIST.endpoint], actions: [LIST.actions], dependencies: ['vpc:ports:get'] },
    ]);
    expect(onlyOperation(transcribed(cut), [{ ...whole, generation: 1 }]).dependent_actions).toEqual([
      'vpc:ports:get',
    ]);
  });

  it('in one case each is one operation with its cases', () => {
    const each = { ...LIST, title: '启停花瓶', endpoint: 'POST /v1/{project_id}/vases/action' };
    const operation = onlyOperation(
      transcribed(
        { ...each, actions: 'vase:vases:start', note: 'when: 启用' },
        { ...each, actions: 'vase:vases:stop', note: 'when: 停用' },
      ),
    );
    expect(operation.scenarios.map(({ when, actions }) => [when, ...actions])).toEqual([
      ['启用', 'vase:vases:start'],
      ['停用', 'vase:vases:stop'],
    ]);
  });

  it('of one of its cases for identity policies says nothing of the others', () => {
    const each = { ...LIST, title: '启停花瓶', endpoint: 'POST /v1/{project_id}/vases/action' };
    const { identity } = onlyOperation(
      transcribed(
        { ...each, actions: 'vase:vases:start', note: 'when: 启用' },
        { ...each, actions: 'vase:vases:stop', note: 'when: 停用' },
        { ...LIST_NOW, title: '停用花瓶 - StopVase', endpoint: each.endpoint, actions: 'vase:vases:stop' },
      ),
    );
    expect(identity).toMatchObject({
      actions: [],
      scenarios: [{ when: '停用', actions: ['vase:vases:stop'] }],
      doubts: [{ kind: 'transcribed' }, { note: expect.stringContaining('tell one') as string }],
    });
  });

  it('as needing nothing gives way to a page that names an action', () => {
    const { identity } = onlyOperation(
      transcribed(
        { ...LIST_NOW, actions: 'none', updated: '2025-01-01' },
        { ...LIST_NOW, url: `${TWIN}.md` },
      ),
    );
    expect(identity).toMatchObject({ actions: ['vase:vase:list'] });
    expect(identity?.no_permission).toBeUndefined();
  });
});

const TWIN = 'https://docs.example.com/api-vase/vase_01';

describe('what was transcribed of an action', () => {
  it('is its level, resource types, condition keys and other names', () => {
    const { actions } = catalogOf(
      transcribed({
        kind: 'identity-table',
        actions: 'vase:vase:update',
        access_level: 'write',
        resource_types: 'vase*',
        condition_keys: 'g:EnterpriseProjectId',
        aliases: 'vase:vases:put',
      }),
    );
    expect(actions).toMatchObject([
      {
        name: 'vase:vase:update',
        access_level: 'write',
        resources: [{ type: 'vase', required: true, condition_keys: ['g:EnterpriseProjectId'] }],
        aliases: ['vase:vases:put'],
        versions: ['5.0'],
      },
    ]);
  });

  it('is known to be incomplete where a list could not be read', () => {
    const row = { kind: 'identity-table', actions: 'vase:vase:update', aliases: '?' };
    expect(catalogOf(transcribed(row)).actions).toMatchObject([{ unread: ['aliases'] }]);
    const whole = { ...row, url: `${TWIN}.md`, aliases: 'vase:vases:put' };
    const [action] = catalogOf(transcribed(row, whole)).actions;
    expect([action?.aliases, action?.unread]).toEqual([['vase:vases:put'], undefined]);
  });
});

describe('a page that was read itself', () => {
  const read = page('vase_01.md', [{ endpoints: [LIST.endpoint], actions: ['vase:vase:list'] }]);

  it('takes the place of the rows of its address, and of its twin', () => {
    const rows = transcribed({ url: `${TWIN}.html` }, { url: `${TWIN}.md` }, { url: `${TWIN}2.html` });
    const { rows: kept, superseded } = withoutSuperseded(rows, [read], () => `${TWIN}.md`);
    expect(kept.map(({ url }) => url)).toEqual([`${TWIN}2.html`]);
    expect(superseded).toEqual([{ page: `${TWIN}.md`, rows: 2 }]);
  });

  it('does not where its twin is about another service', () => {
    const rows = transcribed({ url: `${TWIN}.html`, service: 'shelf', actions: 'shelf:shelf:get' });
    expect(withoutSuperseded(rows, [read], () => `${TWIN}.md`).rows).toHaveLength(1);
  });
});

describe('operations of one endpoint that need the same actions, one of them case by case', () => {
  it('keep their ids in a refresh', () => {
    const endpoint = 'POST /v1/{project_id}/vases/action';
    const rows = transcribed(
      { ...LIST, endpoint, title: '重启或删除', actions: 'vase:vases:restart', note: 'when: 重启' },
      { ...LIST, endpoint, title: '重启或删除', actions: 'vase:vases:delete', note: 'when: 删除' },
      {
        ...LIST,
        endpoint,
        title: '重启或删除',
        url: 'https://docs.example.com/api-jug/policies.html',
        actions: 'vase:vases:restart,vase:vases:delete',
      },
    );
    const { pages } = transcribedPages(rows, [], { newest: 0, oldest: 2 });
    const first = assembleCatalog('testcloud', pages, []).services;
    expect(first[0]?.operations).toHaveLength(2);
    expect(assembleCatalog('testcloud', pages, first).services).toEqual(first);
  });
});

describe('what a service rests on', () => {
  const read = page('vase.md', [{ endpoints: [LIST.endpoint], actions: [LIST.actions] }]);

  it('is how many pages, how many of them were copied row by row, and the dates that they bear', () => {
    const rows = transcribed(
      { ...LIST_NOW, updated: '2025-03-01' },
      { ...LIST_NOW, url: `${TWIN}2.html`, updated: '2026-01-08' },
    );
    expect(catalogOf(rows, [read]).coverage).toMatchObject({
      pages: 3,
      transcribed: 2,
      updated: { from: '2025-03-01', to: '2026-01-08' },
    });
  });

  it('is partial for the version of which some names are known from copied rows alone', () => {
    expect(catalogOf(transcribed(LIST_NOW), [read]).coverage?.partial).toEqual(['5.0']);
    expect(catalogOf(transcribed(LIST, LIST_NOW)).coverage?.partial).toEqual(['1.1', '5.0']);
    expect(catalogOf([], [read]).coverage).toEqual({ pages: 1, transcribed: 0, partial: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/extract/transcribed/transcript.js';
import { transcribed, transcript } from './rows.js';

describe('a transcribed row', () => {
  it('holds what its cells say, lists item by item', () => {
    const [row] = transcribed({
      updated: '2026-01-08',
      endpoint: 'GET /v1/{project_id}/vases/{id}',
      dependencies: 'kms:cmk:get, kms:cmk:list',
      resource_types: 'vase*,shelf',
      scope: 'p,e',
    });
    expect(row).toMatchObject({
      updated: '2026-01-08',
      endpoints: ['GET /v1/{project_id}/vases/{id}'],
      actions: ['vase:vase:get'],
      dependencies: ['kms:cmk:get', 'kms:cmk:list'],
      resourceTypes: ['vase*', 'shelf'],
      scope: ['p', 'e'],
      none: false,
      line: 2,
    });
  });

  it('says "none" where the page says that no permission is needed', () => {
    expect(transcribed({ actions: 'none' })).toMatchObject([{ actions: [], none: true }]);
  });

  it('marks a cell that holds more than could be read, wholly or behind what could', () => {
    const [row] = transcribed({ aliases: '?', condition_keys: 'g:EnterpriseProjectId,?', scope: '?' });
    expect([...(row?.unread ?? [])]).toEqual(['condition_keys', 'aliases', 'scope']);
    expect(row).toMatchObject({ aliases: [], conditionKeys: ['g:EnterpriseProjectId'], scope: undefined });
  });

  it('has a note of which some parts are read, and the others are for people', () => {
    const [row] = transcribed({ note: 'older; copied from a table without heads; when: body start; ?' });
    expect(row?.note).toMatchObject({ older: true, when: 'body start', doubtful: true });
  });
});

describe('a transcript that is not of the form is refused with its line', () => {
  it.each([
    ['no address', { url: 'docs/vase' }, 'the first cell is the address of a page, without a fragment'],
    ['no date', { updated: '8 Jan' }, 'the second cell is a date, YYYY-MM-DD, or empty'],
    ['another kind', { kind: 'page' }, 'the kind is one of policy-table'],
    ['no action', { actions: '' }, 'names no action; write "none" where the page says that none is needed'],
    ['too many cells', { note: 'a\tb' }, 'has 15 cells; a row has 14, parted by tabs'],
  ])('%s', (_, cells, message) => {
    expect(() => transcribed({}, cells)).toThrow(message);
    expect(() => transcribed({}, cells)).toThrow(
      expect.objectContaining({ where: { file: 'vase.tsv', line: 3 } }),
    );
  });

  it('other columns', () => {
    expect(() => readTranscript(transcript([]).replace('url', 'page'), 'vase.tsv')).toThrow(
      'expected the columns url,',
    );
  });
});

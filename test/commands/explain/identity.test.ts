import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/commands/explain/explain-answer.js';
import { explainText } from '../../../src/commands/explain/explain-text.js';
import { catalogOf } from '../../calls/catalog.js';
import type { OperationSketch } from '../../calls/catalog.js';

const bare = { resources: [], condition_keys: [] };

/** What `explain` says of one operation from the line on identity policies. */
function identityOf(operation: Partial<OperationSketch>, version: '1.1' | '5.0' = '5.0'): readonly string[] {
  const catalog = catalogOf(
    [{ id: 'kiln/fire', endpoints: ['POST /fire'], ...operation }],
    [
      {
        service: 'kiln',
        actions: [
          {
            name: 'kiln:fires:create',
            versions: [version],
            access_level: 'write',
            aliases: ['kiln:fires:add'],
            resources: [{ type: 'kiln', required: true, condition_keys: ['g:ResourceTag/<tag-key>'] }],
            condition_keys: ['g:EnterpriseProjectId'],
            unread: ['aliases'],
          },
          { ...bare, name: 'kiln:fires:add', versions: ['1.1'], aliases: [] },
        ],
      },
    ],
  );
  const lines = explainText([explain('POST /fire', [catalog])], false).split('\n');
  const first = lines.findIndex((line) => line.startsWith('  identity'));
  return first === -1 ? [] : lines.slice(first).flatMap((line) => (line === '' ? [] : line.slice(13)));
}

const none = { dependent_actions: [], scenarios: [], sources: [] };

describe('what explain says of identity policies', () => {
  it('is what they must grant, dependencies included, and what narrows each action', () => {
    const identity = { ...none, actions: ['kiln:fires:create'], dependent_actions: ['gas:pipes:get'] };
    expect(identityOf({ identity })).toEqual([
      'kiln:fires:create',
      'gas:pipes:get (dependency)',
      'kiln:fires:create: write; resources kiln (required) by g:ResourceTag/<tag-key>; keys g:EnterpriseProjectId; also called kiln:fires:add; and what could not be read',
    ]);
  });

  it('is likely where only the names tell it', () => {
    expect(identityOf({ actions: ['kiln:fires:add'] }).slice(0, 2)).toEqual([
      'kiln:fires:create',
      '(likely: no page tells it; as the names are called there)',
    ]);
  });

  it('is what each case needs besides', () => {
    const own = ['kiln:fires:create'];
    const scenarios = [
      { when: 'otherwise', actions: own, dependent_actions: [] },
      { when: 'with gas', actions: own, dependent_actions: ['gas:*:*'] },
    ];
    expect(identityOf({ identity: { ...none, actions: [], scenarios } }).slice(0, 3)).toEqual([
      'kiln:fires:create',
      'with gas:',
      '  gas:*:* (dependency)',
    ]);
  });

  it('says that it is not known, where the cloud has such policies', () => {
    const unknown = { actions: ['kiln:old:get'] };
    expect(identityOf(unknown)).toEqual([
      'not known: no page that was read tells what identity policies must grant',
    ]);
    expect(identityOf(unknown, '1.1')).toEqual([]);
  });

  it('says that an API which needs none may not be attached to them yet', () => {
    expect(identityOf({ identity: { ...none, actions: [], no_permission: true } })).toEqual([
      'no permission (likely: the API may not be attached to identity policies yet)',
    ]);
  });
});

describe('a name of policies 1.1 that is an alias', () => {
  it('is told what it stands for, and who needs that', () => {
    const catalog = catalogOf(
      [
        {
          id: 'evs/list-volumes',
          endpoints: ['GET /volumes'],
          identity: { ...none, actions: ['evs:volumes:list'] },
        },
      ],
      [
        {
          service: 'evs',
          actions: [
            { ...bare, name: 'evs:volumes:list', versions: ['5.0'], aliases: ['evs:volumes:listDetails'] },
          ],
        },
      ],
    );
    const text = explainText([explain('evs:volumes:listDetails', [catalog])], false);
    expect(text).toContain('needed by 1 operation');
    expect(text).toContain('  stands for evs:volumes:list\n');
    expect(text).toContain('as its own action, in identity policies, as evs:volumes:list\n');
  });
});

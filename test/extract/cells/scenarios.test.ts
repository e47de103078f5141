import { describe, expect, it } from 'vitest';
import { readActions } from '../../../src/extract/cells/action-cell.js';
import { pairScenarios } from '../../../src/extract/cells/scenarios.js';
import { cellOf } from '../read.js';

const groups = (html: string) => readActions(cellOf(html), new Set()).groups;
const scenarios = (actions: string, dependencies: string) =>
  pairScenarios(groups(actions), groups(dependencies));

describe('labels in the cells of a row', () => {
  it('say when more is needed: without any of the cases the own action is enough', () => {
    expect(
      scenarios(
        'rules:assignments:create',
        `To use a predefined policy:<br>rules:definitions:get<br>
         To use a function:<br>functions:function:invoke<br>iam:agencies:list`,
      ),
    ).toEqual([
      { when: 'otherwise', actions: ['rules:assignments:create'], dependencies: [] },
      {
        when: 'To use a predefined policy',
        actions: ['rules:assignments:create'],
        dependencies: ['rules:definitions:get'],
      },
      {
        when: 'To use a function',
        actions: ['rules:assignments:create'],
        dependencies: ['functions:function:invoke', 'iam:agencies:list'],
      },
    ]);
  });

  it('keep what all cases need in the case that none of them is', () => {
    const [first] = scenarios(
      'stack:stacks:create',
      'stack:stacks:list<br>With a private template:<br>stack:templates:get<br>With an agency:<br>iam:agencies:list',
    );
    expect(first).toEqual({
      when: 'otherwise',
      actions: ['stack:stacks:create'],
      dependencies: ['stack:stacks:list'],
    });
  });

  it('leave the own action beside a single case', () => {
    expect(scenarios('cert:certs:push', 'To push to the CDN, add:<br>cdn:configuration:get')).toEqual([
      { when: 'otherwise', actions: ['cert:certs:push'], dependencies: [] },
      {
        when: 'To push to the CDN, add',
        actions: ['cert:certs:push'],
        dependencies: ['cdn:configuration:get'],
      },
    ]);
  });

  it('name all cases where one of them needs no more than the others share', () => {
    expect(
      scenarios(
        'disk:volumes:get<br>Empty disk: disk:volumes:create<br>From an image: disk:volumes:create, image:images:get',
        '',
      ).map(({ when }) => when),
    ).toEqual(['Empty disk', 'From an image']);
  });

  it('are all the cases there are where each needs an action of its own', () => {
    expect(scenarios('Restart: queue:instance:restart<br>Delete: queue:instance:delete', '')).toEqual([
      { when: 'Restart', actions: ['queue:instance:restart'], dependencies: [] },
      { when: 'Delete', actions: ['queue:instance:delete'], dependencies: [] },
    ]);
  });

  it('leave no way around what is joined by "or"', () => {
    expect(
      scenarios('disk:volumes:attach<br>disk:volumes:get or disk:volumes:list', '').map(
        ({ actions }) => actions,
      ),
    ).toEqual([
      ['disk:volumes:attach', 'disk:volumes:get'],
      ['disk:volumes:attach', 'disk:volumes:list'],
    ]);
  });

  it('are no cases where they only name the service', () => {
    expect(scenarios('ECS: ecs:servers:create<br>VPC: vpc:ports:get', '')).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import type { Operation } from '../../src/catalog/model/model.js';
import { loadSyntax } from '../../src/policy/syntax/parse-policy.js';
import { buildOutput } from '../../src/reference/builder/build-output.js';
import { judgeText } from '../../src/reference/builder/judge-text.js';
import { verdictRows } from '../../src/reference/builder/verdict-rows.js';
import { text } from '../text.js';
import { fixtureCatalogs } from './fixture.js';

let catalog: Catalog;
beforeAll(async () => {
  const services = (await fixtureCatalogs()).filter(({ cloud }) => cloud === 'huaweicloud');
  catalog = createCatalog('huaweicloud', services);
  await loadSyntax('yaml');
});

describe('the verdict on a pasted policy', () => {
  it('says why, line by line', () => {
    const policy = text`
      Version: "1.1"
      Statement:
        - Effect: Allow
          Action: ["ecs:cloudServers:get", "evs:volumes:get", "vpc:*:*", "ims:images:list"]
        - Effect: Allow
          Action: ["ecs:cloudServers:stop"]
          Condition: { StringEquals: { "g:UserName": [someone] } }
        - Effect: Deny
          Action: ["evs:volumes:get"]
    `;
    expect(rowsOf(policy, 'ecs/delete-servers', 'ecs/show-server', 'ecs/batch-stop-servers'))
      .toMatchInlineSnapshot(`
      [
        "denied evs:volumes:get: denied, and needed by 查询云服务器详情 · Querying details about an ECS (as a dependency)",
        "missing ecs:cloudServers:delete: needed by 删除云服务器 · Deleting ECSs",
        "conditional ecs:cloudServers:stop: granted with a condition; needed by 批量关闭云服务器 · Stopping ECSs in a batch",
        "excess vpc:*:*: grants 4 actions today, 1 needed: vpc:vpcs:get",
        "unproven ims:images:list: the catalog of huaweicloud does not know the service "ims"",
      ]
    `);
  });

  it('says what is no policy', () => {
    expect(judgeText('{ "name": "lint-policies" }', catalog, []).status).toBe('no-policy');
    expect(judgeText(' ', catalog, [])).toEqual({ status: 'empty' });
  });
});

describe('what the builder builds', () => {
  it('comes with notes on what a reader should know', () => {
    expect(notesOf('1.1', 'ecs/create-servers')).toMatchInlineSnapshot(`
      [
        "In some cases 创建云服务器 · Creating ECSs needs more, which is not granted: “Assigning a new EIP” needs vpc:publicIps:create.",
      ]
    `);
    expect(notesOf('1.1', 'ecs/batch-stop-servers')).toEqual([]);
    expect(notesOf('1.1', 'ecs/show-server')).toMatchInlineSnapshot(`
      [
        "The documentation gives “vpc:*:get*” as a dependency of ecs/show-server, which is more than anybody can be said to need: it is not granted.",
      ]
    `);
    expect(notesOf('5.0', 'ecs/batch-reboot-servers')).toMatchInlineSnapshot(`
      [
        "Left out: ecs/batch-reboot-servers, the catalog knows what policies of Version 1.1 must allow for it, and not what identity policies (Version 5.0) must.",
      ]
    `);
  });
});

function rowsOf(policy: string, ...ids: readonly string[]): string[] {
  const judgement = judgeText(policy, catalog, operations(ids));
  if (judgement.status !== 'judged') throw new Error(judgement.status);
  return verdictRows(judgement.verdict).map(({ state, subject, detail }) => `${state} ${subject}: ${detail}`);
}

function notesOf(version: '1.1' | '5.0', ...ids: readonly string[]): readonly string[] {
  return buildOutput({ catalog, operations: operations(ids), version }).notes;
}

function operations(ids: readonly string[]): Operation[] {
  return ids.flatMap((id) => catalog.operation(id) ?? []);
}

import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index/memory.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import type { UserConfig } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { catalogOf } from '../calls/catalog.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { text } from '../text.js';

const example = createCatalog('huaweicloud', exampleCatalog());

/** Lints policies with their manifests, and answers the findings and the fixed texts. */
async function fix(
  files: Readonly<Record<string, string>>,
  catalog: Catalog = example,
  rules: UserConfig['rules'] = {},
) {
  const entries = Object.entries(files).map(([path, content]) => ({ path, text: content }));
  const manifests = entries.filter(({ path }) => path.endsWith('.apis.yaml'));
  const { record, fixed, problems } = await lintFiles({
    files: entries.filter((entry) => !manifests.includes(entry)),
    manifests,
    config: { ...DEFAULT_CONFIG, rules: { ...DEFAULT_CONFIG.rules, ...rules } },
    fix: true,
    loadCatalog: () => Promise.resolve(catalog),
  });
  return {
    problems,
    findings: record.files.flatMap((file) => file.findings.map(({ rule }) => `${file.path}: ${rule}`)),
    fixed: Object.fromEntries(fixed),
  };
}

describe('a fix', () => {
  it('keeps what any scenario of a call needs, whichever is granted anyway', async () => {
    const catalog = catalogOf([
      { id: 'vpc/list', endpoints: ['GET /v1/eips'], actions: ['vpc:eips:list'] },
      {
        id: 'ecs/create',
        endpoints: ['POST /v1/servers'],
        scenarios: [
          { when: 'a new EIP', actions: ['ecs:servers:create', 'vpc:eips:create'], dependent_actions: [] },
          { when: 'a known EIP', actions: ['ecs:servers:create', 'vpc:eips:update'], dependent_actions: [] },
        ],
      },
    ]);
    const needed = ['ecs:servers:create', 'vpc:eips:create', 'vpc:eips:update'];
    for (const wildcard of ['*:*:*', '*:eips:*']) {
      for (const actions of [
        [wildcard, ...needed],
        [...needed, wildcard],
      ]) {
        const { fixed } = await fix(
          {
            'app.json': JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] }),
            'app.apis.yaml': 'apis: [POST /v1/servers]\n',
          },
          catalog,
        );
        const policy = JSON.parse(fixed['app.json'] ?? '{}') as { Statement: { Action: string[] }[] };
        expect(policy.Statement.flatMap(({ Action }) => Action).sort()).toEqual(needed);
      }
    }
  });

  it('leaves no statement without an action, whatever stands between those that go', async () => {
    const { fixed, findings } = await fix({
      'app.yaml': text`
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action:
              - ecs:cloudServers:list
          - Effect: Allow
            Action:
              - ecs:cloudServers:stop
              # why

              - ecs:cloudServers:start
      `,
      'app.apis.yaml': 'apis: ["GET /v1/{project_id}/cloudservers/detail"]\n',
    });
    expect(findings).toEqual([]);
    expect(fixed['app.yaml']).toBe(text`
      Version: "1.1"
      Statement:
        - Effect: Allow
          Action:
            - ecs:cloudServers:list
    `);
  });

  it('removes from a policy of two workloads what one of them denies and neither needs', async () => {
    const policy = (effect: string, ...actions: string[]) =>
      JSON.stringify({ Version: '1.1', Statement: [{ Effect: effect, Action: actions }] });
    const manifest = (policies: string) =>
      text`
        policies: [${policies}]
        apis: ["GET /v1/{project_id}/cloudservers/detail"]
      `;
    const { fixed } = await fix({
      'shared.json': policy('Allow', 'ecs:cloudServers:list', 'ecs:cloudServers:stop'),
      'deny.json': policy('Deny', 'ecs:cloudServers:stop'),
      'one.apis.yaml': manifest('shared.json'),
      'two.apis.yaml': manifest('shared.json, deny.json'),
    });
    expect(fixed['shared.json']).toBe(policy('Allow', 'ecs:cloudServers:list'));
  });

  it('keeps in a policy of two workloads what a call of one of them may need', async () => {
    const { findings, fixed } = await fix({
      'shared.json': JSON.stringify({
        Version: '1.1',
        Statement: [{ Effect: 'Allow', Action: ['ecs:cloudServers:list', 'ecs:cloudServers:stop'] }],
      }),
      'one.apis.yaml': text`
        policies: [shared.json]
        apis: ["GET /v1/{project_id}/cloudservers/detail"]
      `,
      'two.apis.yaml': text`
        policies: [shared.json]
        apis: ["EcsClient.meltServers"]
      `,
    });
    expect(fixed).toEqual({});
    expect(findings).not.toContain('shared.json: excess-action');
  });

  it('adds in one run all that is missing, so that a second run changes nothing', async () => {
    const actions = Array.from({ length: 12 }, (_, index) => `ecs:things:act${String(index)}`);
    const catalog = catalogOf([{ id: 'ecs/all', endpoints: ['GET /all'], actions }]);
    const files = {
      'app.json': JSON.stringify({
        Version: '1.1',
        Statement: [{ Effect: 'Allow', Action: ['ecs:others:*'] }],
      }),
      'app.apis.yaml': 'apis: [GET /all]\n',
    };
    const rules: UserConfig['rules'] = { 'missing-action': ['error', { fix: true }] };
    const { fixed, findings } = await fix(files, catalog, rules);
    expect(findings.filter((finding) => finding.includes('missing'))).toEqual([]);
    for (const action of actions) expect(fixed['app.json']).toContain(`"${action}"`);
    expect((await fix({ ...files, ...fixed }, catalog, rules)).fixed).toEqual({});
  });
});

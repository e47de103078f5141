import { beforeAll, describe, expect, it } from 'vitest';
import { sidesOf } from '../../src/analysis/needs/needs.js';
import { synthesise } from '../../src/analysis/synthesis/synthesise.js';
import type { Generation } from '../../src/analysis/generation.js';
import type { Call } from '../../src/calls/call.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { loadCatalog } from '../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { callOf } from '../calls/catalog.js';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog('huaweicloud');
});

function generate(calls: readonly (string | Partial<Call>)[], generation: Generation = '1.1') {
  const resolved = calls.map((call) => resolveCall(callOf(call), catalog));
  const { policies, remarks, unproven } = synthesise(resolved, catalog, generation);
  const actions = policies.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action));
  return { actions, remarks, unproven };
}

async function lint(actions: readonly string[], apis: string, version: Generation = '1.1') {
  const { record } = await lintFiles({
    files: [
      {
        path: 'app.json',
        text: JSON.stringify({ Version: version, Statement: [{ Effect: 'Allow', Action: actions }] }),
      },
    ],
    manifests: [{ path: 'app.apis.yaml', text: `policies: [app.json]\napis:\n  - ${apis}\n` }],
    config: { ...DEFAULT_CONFIG, cloud: 'huaweicloud' },
    loadCatalog: () => Promise.resolve(catalog),
  });
  return { findings: record.files.flatMap(({ findings }) => findings), workload: record.workloads[0] };
}

describe('creating a server without a public address', () => {
  const create = 'POST /v1.1/{project_id}/cloudservers';

  it('is granted by its own action; what either way to an address needs is told and not missing', async () => {
    const { findings, workload } = await lint(['ecs:cloudServers:createServers'], create);
    expect(findings).toEqual([]);
    expect(workload).toMatchObject({ missing: [], excess: [], moreInCases: 1 });
    const [judged] = workload?.judged ?? [];
    expect(judged?.cases?.map(({ needs }) => needs.map(({ action, status }) => [action, status]))).toEqual([
      [['vpc:publicIps:create', 'missing']],
      [['vpc:publicIps:update', 'missing']],
    ]);
  });

  it('gets no right to make public addresses from generate, which says when one is needed', () => {
    const { actions, remarks } = generate([create]);
    expect(actions).toEqual(['ecs:cloudServers:createServers']);
    expect(remarks).toMatchObject([
      { kind: 'cases', cases: [{ needs: [{ action: 'vpc:publicIps:create' }] }, {}] },
    ]);
  });

  it('needs it where the manifest says that one is made', async () => {
    const inCase = `{ api: "${create}", when: 创建云服务器时新创建弹性公网IP }`;
    const { findings } = await lint(['ecs:cloudServers:createServers'], inCase);
    expect(findings.map(({ rule, data }) => [rule, data['action']])).toEqual([
      ['missing-dependency', 'vpc:publicIps:create'],
    ]);
  });
});

describe('deleting a shared file system', () => {
  const remove = 'DELETE /v1/{project_id}/sfs-turbo/shares/{share_id}';

  it('does not grant a whole service that the page lists as a dependency, and says so', () => {
    const { actions, remarks } = generate([remove]);
    expect(actions).toEqual(['sfsturbo:shares:deleteShare']);
    expect(remarks).toMatchObject([{ kind: 'cases', cases: [{ needs: [{ action: 'vpc:*:*' }] }, {}] }]);
  });

  it('does not either where the manifest says that the case arises', () => {
    const { actions, remarks } = generate([{ api: remove, when: ['删除SFS Turbo实例时'] }]);
    expect(actions).toEqual(['sfsturbo:shares:deleteShare']);
    expect(remarks).toMatchObject([{ kind: 'wildcard', action: 'vpc:*:*' }]);
  });
});

describe('an identity policy for calls', () => {
  it('is written by names of identity policies alone; what is not known of them is unproven', () => {
    const known = catalog.services.flatMap((name) => catalog.service(name)?.model.operations ?? []);
    const classicOnly = known.find((operation) => {
      const sides = sidesOf(catalog, operation);
      return sides['1.1']?.noPermission === false && sides['5.0'] === undefined;
    });
    const { actions, unproven } = generate(
      ['KmsClient.createKey', { operation: classicOnly?.id ?? 'none' }],
      '5.0',
    );
    expect(unproven).toHaveLength(1);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(catalog.versionsOf(action), action).toContain('5.0');
  });
});

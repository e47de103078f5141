import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import { text } from '../../text.js';

beforeAll(() => loadSyntax('hcl'));

/** A role in the provider of a cloud, with an action that only one of the catalogs knows. */
const role = (type: string, action: string): string => text`
  resource "${type}" "pantry" {
    display_name = "pantry"
    statement {
      effect = "Allow"
      action = ["${action}"]
    }
  }
`;
const policy = (type: string, action: string): string => text`
  resource "${type}" "pantry" {
    policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["${action}"] }] })
  }
`;

async function unknownActions(files: Readonly<Record<string, string>>, cloud = 'huaweicloud') {
  const { record } = await lintFiles({
    files: Object.entries(files).map(([path, content]) => ({ path, text: content })),
    config: { ...DEFAULT_CONFIG, cloud },
    loadCatalog: (name) => loadCatalog(name),
  });
  return record.files.map(({ path, cloud: judged, findings }) => [
    path,
    judged,
    findings.filter(({ rule }) => rule === 'unknown-action').length,
  ]);
}

// Open Telekom Cloud documents the one, Huawei Cloud the other.
const OTC_ONLY = 'obs:bucket:GetBucketLocation';
const HUAWEI_TYPE = 'huaweicloud_identity_role';
const OTC_TYPE = 'opentelekomcloud_identity_role_v3';

describe('the cloud that a Terraform file is judged by', () => {
  it('is the one of its resource types, whatever is configured', async () => {
    expect(await unknownActions({ 'main.tf': role(OTC_TYPE, OTC_ONLY) })).toEqual([
      ['main.tf', 'opentelekomcloud', 0],
    ]);
    expect(
      await unknownActions({ 'main.tf': policy(HUAWEI_TYPE, 'obs:bucket:Nowhere') }, 'opentelekomcloud'),
    ).toEqual([['main.tf', 'huaweicloud', 1]]);
    expect(await unknownActions({ 'main.tf': role(OTC_TYPE, 'dds:bla:bla') })).toEqual([
      ['main.tf', 'opentelekomcloud', 1],
    ]);
  });

  it('is told for each file of a mixed repository', async () => {
    const judged = await unknownActions({
      'a.tf': role(OTC_TYPE, OTC_ONLY),
      'b.tf': policy(HUAWEI_TYPE, 'obs:bucket:Nowhere'),
    });
    expect(judged[0]).toEqual(['a.tf', 'opentelekomcloud', 0]);
    // Where two are in play, each says its own.
    expect(judged[1]).toEqual(['b.tf', 'huaweicloud', 1]);
  });

  it('is told for each policy of a file with resources of both', async () => {
    const { record } = await lintFiles({
      files: [
        {
          path: 'main.tf',
          text:
            role(OTC_TYPE, OTC_ONLY) +
            policy(HUAWEI_TYPE, 'obs:bucket:Nowhere') +
            role(OTC_TYPE, 'dds:bla:bla'),
        },
      ],
      config: DEFAULT_CONFIG,
      loadCatalog: (name) => loadCatalog(name),
    });
    const judged = record.files
      .flatMap(({ findings }) => findings)
      .map(({ rule, line, cloud }) => [rule, line, cloud]);
    expect(judged).toEqual([
      ['unknown-action', 9, 'huaweicloud'],
      ['unknown-action', 15, 'opentelekomcloud'],
    ]);
  });

  it('is told by the API group of a Crossplane resource', async () => {
    const content = text`
      apiVersion: identity.opentelekomcloud.crossplane.io/v1alpha1
      kind: RoleV3
      spec:
        forProvider:
          statement: [{ effect: Allow, action: ["${OTC_ONLY}"] }]
    `;
    await loadSyntax('yaml');
    expect(await unknownActions({ 'role.yaml': content })).toEqual([['role.yaml', 'opentelekomcloud', 0]]);
  });

  it('that no catalog is there of is a finding of the manifest that names it; the others are judged', async () => {
    const { record } = await lintFiles({
      files: [{ path: 'main.tf', text: policy(HUAWEI_TYPE, 'as:groups:list') }],
      manifests: [
        { path: 'a.apis.yaml', text: 'policies: [main.tf]\ncloud: elsewhere\napis: [GET /v3/users]\n' },
        { path: 'b.apis.yaml', text: 'policies: [main.tf]\napis: [GET /v3/users]\n' },
      ],
      config: DEFAULT_CONFIG,
      loadCatalog: (name) => loadCatalog(name),
    });
    const manifest = record.files.find(({ path }) => path === 'a.apis.yaml');
    expect(manifest?.findings).toMatchObject([
      {
        rule: 'syntax',
        messageId: 'no-catalog',
        line: 2,
        column: 8,
        endColumn: 17,
        data: { cloud: 'elsewhere' },
      },
    ]);
    expect(manifest?.findings[0]?.message).toMatch(
      /^The calls of this manifest were not judged: no catalog of the cloud "elsewhere"/,
    );
    expect(record.workloads.map((workload) => workload.manifest)).toEqual(['b.apis.yaml']);
  });

  it('is that of the policies that a manifest without a cloud names', async () => {
    const clouds: string[] = [];
    await lintFiles({
      observe: ({ workloads }) => {
        for (const { catalog } of workloads) clouds.push(catalog.cloud);
      },
      files: [{ path: 'main.tf', text: role(OTC_TYPE, 'as:groups:list') }],
      manifests: [
        {
          path: 'app.apis.yaml',
          text: text`
            policies: [main.tf]
            apis:
              - GET /autoscaling-api/v1/{project_id}/scaling_group
          `,
        },
      ],
      config: DEFAULT_CONFIG,
      loadCatalog: (name) => loadCatalog(name),
    });
    expect(clouds).toEqual(['opentelekomcloud']);
  });
});

import { describe, expect, it } from 'vitest';
import { text as hcl } from '../text.js';
import { findInPlan, findInTerraform, isPlan } from '../../src/calls/terraform/find-in-terraform.js';

describe('a Terraform file', () => {
  it('asks the object storage for a bucket, and no service whose paths look the same', async () => {
    for (const cloud of ['huaweicloud', 'opentelekomcloud']) {
      const { found } = await findInTerraform('main.tf', `resource "${cloud}_obs_bucket" "pantry" {}\n`);
      const roots = found.filter(({ api }) => /^[A-Z]+ \/?(?:\{[^}]*\})?(?:\?.*)?$/.test(api));
      expect(roots.length).toBeGreaterThan(5);
      expect(new Set(roots.map(({ service }) => service))).toEqual(new Set(['obs']));
    }
  });

  it('shows what the provider may call for its resources and data sources, with their lines', async () => {
    const text = hcl`
      data "huaweicloud_vpc" "main" {
        name = "main"
      }

      resource "huaweicloud_vpc" "other" {}
      resource "aws_vpc" "elsewhere" {}
      # resource "huaweicloud_dns_zone" "no" {}
    `;
    const { found, unplaced, problems } = await findInTerraform('net/main.tf', text);
    expect(problems).toEqual([]);
    expect(unplaced).toEqual([]);
    expect(new Set(found.map(({ origin }) => origin.line))).toEqual(new Set([1, 5]));
    expect(found.filter(({ origin }) => origin.line === 1).every(({ api }) => api.startsWith('GET '))).toBe(
      true,
    );
    expect(found).toContainEqual({
      api: 'POST /v1/{project_id}/vpcs',
      service: 'vpc',
      cloud: 'huaweicloud',
      operation: undefined,
      possible: true,
      origin: { file: 'net/main.tf', line: 5, confidence: 'likely' },
    });
  });

  it('tells which bucket, topic or function a resource is about, where the file names it', async () => {
    const { found } = await findInTerraform(
      'main.tf',
      hcl`
        resource "huaweicloud_obs_bucket" "reports" {
          bucket = "acme-reports"
        }
        resource "huaweicloud_obs_bucket_object" "index" {
          bucket = huaweicloud_obs_bucket.reports.bucket
          key    = "index.html"
        }
        resource "opentelekomcloud_obs_bucket_policy" "given" {
          bucket = var.bucket
        }
        resource "huaweicloud_smn_topic" "alarms" {
          name = "alarms"
        }
        resource "huaweicloud_smn_subscription" "mail" {
          topic_urn = huaweicloud_smn_topic.alarms.id
        }
        resource "huaweicloud_fgs_function" "resize" {
          name = "resize"
          app  = "images"
        }
      `,
    );
    const about = (line: number) => [
      ...new Set(found.flatMap(({ origin, resources = [] }) => (origin.line === line ? resources : []))),
    ];
    const bucket = ['obs:*:*:bucket:acme-reports', 'obs:*:*:object:acme-reports/*'];
    expect(about(1)).toEqual(bucket);
    expect(about(4)).toEqual(bucket);
    expect(about(8)).toEqual([]);
    expect(about(11)).toEqual(['smn:*:*:topic:alarms']);
    expect(about(14)).toEqual(['smn:*:*:topic:alarms']);
    expect(about(17)).toEqual(['functiongraph:*:*:function:images/resize']);
  });

  it('tells it of what is planned', () => {
    const { found } = findInPlan('plan.json', {
      planned_values: {
        root_module: {
          resources: [
            { type: 'huaweicloud_obs_bucket', values: { bucket: 'acme-reports' } },
            { type: 'huaweicloud_obs_bucket', values: { bucket: 'acme-inbox' } },
          ],
        },
      },
    });
    expect(new Set(found.flatMap(({ resources = [] }) => resources[0] ?? []))).toEqual(
      new Set(['obs:*:*:bucket:acme-reports', 'obs:*:*:bucket:acme-inbox']),
    );
  });

  it('lists types that nothing is known of', async () => {
    const { found, unplaced } = await findInTerraform(
      'main.tf',
      hcl`
        resource "huaweicloud_no_such_thing" "a" {}
        resource "flexibleengine_vpc_v1" "b" {}
      `,
    );
    expect(found).toEqual([]);
    expect(unplaced.map(({ line, text }) => [line, text])).toEqual([
      [1, 'resource huaweicloud_no_such_thing'],
      [2, 'resource flexibleengine_vpc_v1'],
    ]);
  });

  it('of Open Telekom Cloud shows what its own provider calls', async () => {
    const { found, unplaced } = await findInTerraform('main.tf', 'resource "opentelekomcloud_vpc_v1" "a" {}');
    expect(unplaced).toEqual([]);
    expect(found.map(({ service, api }) => [service, api])).toContainEqual([
      'vpc',
      'POST /v1/{project_id}/vpcs',
    ]);
  });

  it('that is broken is a problem with its line, and the rest is read', async () => {
    const { found, problems } = await findInTerraform(
      'main.tf',
      hcl`
        resource "huaweicloud_vpc" "a" {}
        resource "x" {{{
      `,
    );
    expect(problems[0]?.where?.line).toBe(2);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('a plan', () => {
  const plan = {
    format_version: '1.2',
    resource_changes: [{ mode: 'managed', type: 'huaweicloud_vpc' }],
    planned_values: {
      root_module: {
        child_modules: [
          {
            resources: [
              { mode: 'data', type: 'huaweicloud_vpc' },
              { mode: 'managed', type: 'huaweicloud_vpc' },
            ],
          },
        ],
      },
    },
  };

  it('shows the resources of all its modules, each type once', () => {
    expect(isPlan(plan)).toBe(true);
    const { found } = findInPlan('plan.json', plan);
    expect(found.filter(({ api }) => api === 'POST /v1/{project_id}/vpcs')).toEqual([
      {
        api: 'POST /v1/{project_id}/vpcs',
        service: 'vpc',
        cloud: 'huaweicloud',
        operation: undefined,
        possible: true,
        origin: { file: 'plan.json', line: undefined, confidence: 'likely' },
      },
    ]);
  });

  it.each([null, [], 'text', { format_version: '1.2' }, { Version: '1.1', Statement: [] }])(
    'is not %j',
    (document) => {
      expect(isPlan(document)).toBe(false);
    },
  );

  it('may hold anything where a resource is expected', () => {
    expect(
      findInPlan('plan.json', {
        format_version: 1,
        resource_changes: [null, 1, { type: ['__proto__'] }, { type: 'constructor' }],
        planned_values: [],
      }),
    ).toEqual({ found: [], unplaced: [], problems: [] });
  });
});

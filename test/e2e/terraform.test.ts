import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { CATALOG, folder, manifest, policy } from './run.js';
import { runHere } from './run-here.js';
import { text } from '../text.js';

const MAIN = text`
  data "huaweicloud_vpc" "shared" {
    name = "shared"
  }

  resource "huaweicloud_vpc" "main" {
    name = "main"
    cidr = "10.0.0.0/8"
  }
`;

async function withPolicy(): Promise<string> {
  const cwd = folder({ 'infra/main.tf': MAIN });
  expect(
    await runHere(['calls', 'infra', '-m', 'infra.apis.yaml', '--policies', 'infra.json'], { cwd }),
  ).toMatchObject({ code: 0, stdout: '' });
  expect(
    (await runHere(['generate', '-m', 'infra.apis.yaml', '-o', 'infra.json', '--allow-unproven'], { cwd }))
      .code,
  ).toBe(0);
  return cwd;
}

describe('from Terraform to a policy', () => {
  it('by a manifest: the policy lints without findings of its own, and what is unproven is said', async () => {
    const cwd = await withPolicy();
    const { code, stdout } = await runHere(['infra.json', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const { files, workloads } = JSON.parse(stdout) as {
      readonly files: { readonly path: string; readonly findings: readonly unknown[] }[];
      readonly workloads: {
        readonly missing: unknown[];
        readonly excess: unknown[];
        readonly unproven: unknown[];
      }[];
    };
    expect(files.find(({ path }) => path === 'infra.json')?.findings).toEqual([]);
    expect(workloads).toMatchObject([{ missing: [], excess: [] }]);
    expect(workloads[0]?.unproven).not.toEqual([]);
  });

  it('what no possible call needs is excess, and what one may need is only possibly missing', async () => {
    const cwd = await withPolicy();
    const policy = readFileSync(join(cwd, 'infra.json'), 'utf8');
    expect(policy).toContain('"vpc:vpcs:create"');
    const changed = folder({
      'infra.apis.yaml': readFileSync(join(cwd, 'infra.apis.yaml'), 'utf8'),
      'infra.json': policy.replace('"vpc:vpcs:create"', '"ecs:cloudServers:delete"'),
    });
    const { stdout } = await runHere(['infra.json', '--format', 'json', '--fail-on', 'never'], {
      cwd: changed,
    });
    const { files } = JSON.parse(stdout) as {
      readonly files: { readonly findings: readonly { readonly rule: string; readonly message: string }[] }[];
    };
    const findings = files.flatMap((file) => file.findings);
    expect(findings.filter(({ rule }) => rule === 'excess-action').map(({ message }) => message)).toEqual([
      expect.stringContaining('ecs:cloudServers:delete'),
    ]);
    expect(findings.filter(({ rule }) => rule === 'possibly-missing').map(({ message }) => message)).toEqual([
      expect.stringContaining('vpc:vpcs:create'),
    ]);
    expect(findings.filter(({ rule }) => rule === 'missing-action')).toEqual([]);
  });

  it('proves excess of a grant that no possible call needs, and lets its own severity be chosen for what may be missing', async () => {
    const manifest = text`
      possible: true
      apis:
        - POST /v1/{project_id}/vpcs
        - GET /v1/{project_id}/vpcs/{vpc_id}
    `;
    const files = {
      'infra.apis.yaml': manifest,
      'infra.json': policy('vpc:vpcs:get', 'ecs:cloudServers:stop'),
    };
    const cwd = folder({
      ...files,
      'lint-policies.config.yaml': text`
        rules:
          possibly-missing: error
      `,
    });
    const { code, stdout } = await runHere(['infra.json', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const {
      files: [file],
    } = JSON.parse(stdout) as {
      readonly files: readonly [{ readonly findings: readonly Readonly<Record<string, unknown>>[] }];
    };
    expect(file.findings).toMatchObject([
      { rule: 'possibly-missing', severity: 'error', data: { action: 'vpc:vpcs:create' } },
      {
        rule: 'excess-action',
        severity: 'warning',
        confidence: 'certain',
        fix: true,
        data: { action: 'ecs:cloudServers:stop' },
      },
    ]);
    expect((await runHere(['infra.json'], { cwd: folder(files) })).code).toBe(0);
  });
});

describe('a Terraform file with policies of several workloads', () => {
  const tf = `variable "bucket" {}

resource "huaweicloud_identity_role" "heredoc" {
  policy = <<EOF
{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:*"] }] }
EOF
}

resource "huaweicloud_identity_policy" "encoded" {
  policy_document = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", Action = ["ecs:cloudServers:get*", "ecs:\${var.bucket}:list"] }] })
}

resource "opentelekomcloud_identity_role_v3" "blocks" {
  statement {
    effect = "Allow"
    action = ["ecs:cloudServers:list"]
  }
  dynamic "statement" {
    for_each = var.more
    content {
      effect = "Allow"
      action = statement.value
    }
  }
}

resource "opentelekomcloud_identity_role_v3" "unknown" {
  dynamic "statement" {
    for_each = var.more
    content {
      effect = statement.value.effect
      action = statement.value.action
    }
  }
}

resource "flexibleengine_identity_role_v3" "file" {
  policy = file("\${path.module}/policies/elsewhere.json")
}
`;
  const covering = (address: string): string =>
    `policies: ["main.tf#${address}"]\n${manifest('GET /v1/{project_id}/cloudservers/detail')}`;
  const cwd = (): string =>
    folder({
      'main.tf': tf,
      'policies/elsewhere.json': policy('ecs:cloudServers:*'),
      'heredoc.apis.yaml': covering('huaweicloud_identity_role.heredoc'),
      'encoded.apis.yaml': covering('huaweicloud_identity_policy.encoded'),
      'blocks.apis.yaml': covering('opentelekomcloud_identity_role_v3.blocks'),
      'unknown.apis.yaml': covering('opentelekomcloud_identity_role_v3.unknown'),
      'file.apis.yaml': covering('flexibleengine_identity_role_v3.file'),
    });

  it('has each judged by its own manifest, at its own place, also where it stands in another file', async () => {
    const { stdout, stderr } = await runHere(['--catalog', CATALOG, '--format', 'json'], { cwd: cwd() });
    const { files, workloads } = JSON.parse(stdout) as LintRecord;
    expect(stderr).toBe('');
    expect(
      files.map(({ path, findings }) => [
        path,
        findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`),
      ]),
    ).toEqual([
      [
        'main.tf',
        [
          '5:67 excess-action',
          // The catalog of the test says nothing of policies of Version 5.0.
          '10:94 unproven-grant',
          '10:119 unproven-grant',
          '18:3 conditional-action',
          '28:3 conditional-action',
        ],
      ],
      ['policies/elsewhere.json', ['7:9 excess-action']],
      ['encoded.apis.yaml', ['3:5 unknown-api']],
    ]);
    expect(
      workloads.map(({ manifest: name, policies, judged }) => [name, policies, judged[0]?.status]),
    ).toEqual([
      ['blocks.apis.yaml', ['main.tf#opentelekomcloud_identity_role_v3.blocks'], 'conditional'],
      ['encoded.apis.yaml', ['main.tf#huaweicloud_identity_policy.encoded'], 'unproven'],
      ['file.apis.yaml', ['policies/elsewhere.json'], 'granted'],
      ['heredoc.apis.yaml', ['main.tf#huaweicloud_identity_role.heredoc'], 'granted'],
      ['unknown.apis.yaml', ['main.tf#opentelekomcloud_identity_role_v3.unknown'], 'conditional'],
    ]);
  });

  it('gives as reasons those of the workload that a finding is about', async () => {
    const { stdout } = await runHere(['--catalog', CATALOG], { cwd: cwd() });
    const [, block = ''] = /^main\.tf:28:3 warning conditional-action\n(.*?)\n\n/ms.exec(stdout) ?? [];
    expect(block.match(/declared in \S+/g)).toEqual(['declared in unknown.apis.yaml:3']);
  });

  it('narrows what it reads with --fix, JSON in a heredoc too; what is not proven is left to a person', async () => {
    const at = cwd();
    await runHere(['--catalog', CATALOG, '--fix'], { cwd: at });
    expect(readFileSync(join(at, 'main.tf'), 'utf8')).toBe(
      tf.replace(
        '"Action": ["ecs:cloudServers:*"] }] }\nEOF',
        '"Action": ["ecs:cloudServers:list"] }] }\nEOF',
      ),
    );
    expect(readFileSync(join(at, 'policies/elsewhere.json'), 'utf8')).toBe(policy('ecs:cloudServers:list'));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, policy, run } from './run.js';

const MAIN = 'data "huaweicloud_vpc" "shared" {\n  name = "shared"\n}\n\nresource "huaweicloud_vpc" "main" {\n  name = "main"\n  cidr = "10.0.0.0/8"\n}\n';

function withPolicy(): string {
  const cwd = folder({ 'infra/main.tf': MAIN });
  expect(run(['calls', 'infra', '-m', 'infra.apis.yaml', '--policies', 'infra.json'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  expect(run(['generate', '-m', 'infra.apis.yaml', '-o', 'infra.json', '--allow-unproven'], { cwd }).code).toBe(0);
  return cwd;
}

describe('from Terraform to a policy', () => {
  it('by a manifest: the policy lints without findings of its own, and what is unproven is said', () => {
    const cwd = withPolicy();
    const { code, stdout } = run(['infra.json', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const { files, workloads } = JSON.parse(stdout) as { readonly files: { readonly path: string; readonly findings: readonly unknown[] }[]; readonly workloads: { readonly missing: unknown[]; readonly excess: unknown[]; readonly unproven: unknown[] }[] };
    expect(files.find(({ path }) => path === 'infra.json')?.findings).toEqual([]);
    expect(workloads).toMatchObject([{ missing: [], excess: [] }]);
    expect(workloads[0]?.unproven).not.toEqual([]);
  });

  it('what no possible call needs is excess, and what one may need is only possibly missing', () => {
    const cwd = withPolicy();
    const policy = readFileSync(join(cwd, 'infra.json'), 'utf8');
    expect(policy).toContain('"vpc:vpcs:create"');
    const changed = folder({ 'infra.apis.yaml': readFileSync(join(cwd, 'infra.apis.yaml'), 'utf8'), 'infra.json': policy.replace('"vpc:vpcs:create"', '"ecs:cloudServers:delete"') });
    const { stdout } = run(['infra.json', '--format', 'json', '--fail-on', 'never'], { cwd: changed });
    const { files } = JSON.parse(stdout) as { readonly files: { readonly findings: readonly { readonly rule: string; readonly message: string }[] }[] };
    const findings = files.flatMap((file) => file.findings);
    expect(findings.filter(({ rule }) => rule === 'excess-action').map(({ message }) => message)).toEqual([expect.stringContaining('ecs:cloudServers:delete')]);
    expect(findings.filter(({ rule }) => rule === 'possibly-missing').map(({ message }) => message)).toEqual([expect.stringContaining('vpc:vpcs:create')]);
    expect(findings.filter(({ rule }) => rule === 'missing-action')).toEqual([]);
  });

  it('proves excess of a grant that no possible call needs, and lets its own severity be chosen for what may be missing', () => {
    const manifest = 'possible: true\napis:\n  - POST /v1/{project_id}/vpcs\n  - GET /v1/{project_id}/vpcs/{vpc_id}\n';
    const files = { 'infra.apis.yaml': manifest, 'infra.json': policy('vpc:vpcs:get', 'ecs:cloudServers:stop') };
    const cwd = folder({ ...files, 'lint-policies.config.yaml': 'rules:\n  possibly-missing: error\n' });
    const { code, stdout } = run(['infra.json', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { files: [file] } = JSON.parse(stdout) as { readonly files: readonly [{ readonly findings: readonly Readonly<Record<string, unknown>>[] }] };
    expect(file.findings).toMatchObject([
      { rule: 'possibly-missing', severity: 'error', data: { action: 'vpc:vpcs:create' } },
      { rule: 'excess-action', severity: 'warning', confidence: 'certain', fix: true, data: { action: 'ecs:cloudServers:stop' } },
    ]);
    expect(run(['infra.json'], { cwd: folder(files) }).code).toBe(0);
  });
});

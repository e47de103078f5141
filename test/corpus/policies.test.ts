import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import type { LintConfig } from '../../src/lint/config/config.js';
import type { FileRecord, Finding } from '../../src/lint/results/lint-record.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import type { LintResult } from '../../src/lint/run/runner.js';
import { changedGrants, isWider, operationsCoveredBy } from '../lint/grants.js';

const folder = process.env['LINT_POLICIES_POLICIES'] ?? '';

type Preset = Extract<LintConfig['preset'], 'recommended' | 'strict'>;

interface Document {
  readonly path: string;
  readonly text: string;
  readonly cloud: string;
}

describe.skipIf(folder === '')('policies that people and documents have written', async () => {
  const documents = folder === '' ? [] : readDocuments();
  const [recommended, strict] =
    folder === ''
      ? [[], []]
      : await Promise.all([lintAll(documents, 'recommended'), lintAll(documents, 'strict')]);
  const findings = strict
    .flatMap(({ record }) => record.files)
    .flatMap(({ path, findings: list }) => list.map((finding) => ({ path, ...finding })));

  it('are all checked, and no rule fails on any', () => {
    expect(documents).toHaveLength(150);
    for (const { record, errors } of [...recommended, ...strict]) {
      expect(errors).toEqual([]);
      const skipped = record.files.filter(({ checked }) => checked === false);
      expect(skipped.filter(({ foreign }) => foreign === undefined)).toEqual([]);
      expect(skipped.length).toBeLessThanOrEqual(1);
      expect(
        record.files.flatMap((file) => file.findings).filter(({ rule }) => rule === 'internal-error'),
      ).toEqual([]);
    }
  });

  it('have the findings that were read one by one', async () => {
    await expect(overview(filesOf(recommended), filesOf(strict))).toMatchFileSnapshot('policies.txt');
  });

  it.each<[mistake: string, rule: string, path: RegExp, text: RegExp]>([
    ['actions of two segments', 'action-format', /rds_two_segments/, /"rds:\*"/],
    ['actions of two segments among others', 'action-format', /k8s-agent-infra/, /"elb:\*"/],
    ['capitals in the service name', 'service-case', /huaweicloud-csi-driver/, /"EVS"/],
    [
      'a wildcard over a type that the service does not have',
      'unknown-resource-type',
      /k8s-agent-infra/,
      /"ecs:instances:\*"/,
    ],
    [
      'a second wildcard that matches nothing',
      'unknown-resource-type',
      /k8s-agent-infra/,
      /"iam:accessKeys:\*"/,
    ],
    ['global beside project-level services', 'mixed-scope', /k8s-agent-infra/, /"iam:users:\*"/],
    ['OBS beside another service', 'obs-mixed', /skill_obs_v5/, /"ces:metric:get"/],
    ['more than a hundred actions', 'too-many-actions', /vm_policy/, /135 actions/],
    [
      'an action that a wildcard says already',
      'redundant-action',
      /deckhouse_ecs_admin/,
      /"vpc:routers:get"/,
    ],
    [
      'actions that a two-segment wildcard says already',
      'redundant-action',
      /k8s-agent-infra/,
      /"vpc:securityGroups:\*"/,
    ],
    [
      'an action that does not exist',
      'unknown-action',
      /obs_lifecycle_version_1_0/,
      /"obs:object:ListObject"/,
    ],
    [
      'an action spelled in other letters',
      'action-case',
      /custom_policy_use_cases/,
      /"obs:bucket:ListAllMybuckets"/,
    ],
    [
      'a misspelt condition operator',
      'unknown-condition-operator',
      /iam_permissions/,
      /"StringEndWithIfExsits"/,
    ],
    ['a missing comma', 'syntax', /custom_policy_use_cases\.rst__102/, /add a comma/],
    ['a policy that is commented out', 'syntax', /variables\.tf__2_/, /“#”/],
    [
      'an Allow that a Deny takes back',
      'ineffective-allow',
      /vpn_custom_policies/,
      /"vpn:customerGateways:create"/,
    ],
    ['an effect without its capital', 'invalid-effect', /modelarts/, /"deny"/],
  ])('hold %s', (_, rule, path, text) => {
    expect(
      findings.filter(
        (finding) => finding.rule === rule && path.test(finding.path) && text.test(finding.message),
      ),
    ).not.toEqual([]);
  });

  it('are told that version 1.1 is none of an identity policy where they stand as one', async () => {
    const { text } = documents.find(({ path }) => path.includes('skill_obs_v5')) ?? { text: '' };
    const body = `{ "policy_name": "app", "policy_document": ${text} }`;
    const { record } = await lintFiles({
      files: [{ path: 'create-policy.json', text: body }],
      config: config('recommended', 'huaweicloud'),
      loadCatalog: (cloud) => loadCatalog(cloud),
    });
    expect(record.files[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'invalid-version', severity: 'error', line: 2 }),
    );
  });

  it('are told of a misspelt service or action wherever one slips in', async () => {
    const naming = documents.filter(
      (document) => document.text.includes('"ecs:cloudServers:list"') && isJson(document.text),
    );
    expect(naming.length).toBeGreaterThan(2);
    for (const { path, text, cloud } of naming) {
      const { record } = await lintFiles({
        files: [
          { path: 'service.json', text: text.replace('"ecs:cloudServers:list"', '"esc:cloudServers:list"') },
          { path: 'action.json', text: text.replace('"ecs:cloudServers:list"', '"ecs:cloudServer:list"') },
        ],
        config: config('recommended', cloud),
        loadCatalog: (name) => loadCatalog(name),
      });
      expect(record.files[0]?.findings, path).toContainEqual(
        expect.objectContaining({ rule: 'unknown-service', confidence: 'likely' }),
      );
      expect(record.files[1]?.findings, path).toContainEqual(
        expect.objectContaining({ rule: 'unknown-action', confidence: 'likely' }),
      );
    }
  });

  describe.each(['json', 'yaml'] as const)('when fixed as %s', (syntax) => {
    const texts = documents.flatMap((document) => {
      if (syntax === 'json') return [{ ...document, path: `${document.path}.json` }];
      return isJson(document.text)
        ? [{ ...document, path: `${document.path}.yaml`, text: stringify(JSON.parse(document.text)) }]
        : [];
    });

    it('still parse, grant exactly what they did, and have nothing left to fix', async () => {
      let changed = 0;
      for (const cloud of clouds(texts)) {
        const catalog = await loadCatalog(cloud);
        const files = texts.filter((document) => document.cloud === cloud);
        const once = await fix(files, cloud);
        for (const { path, text } of files) {
          const fixed = once.fixed.get(path);
          if (fixed === undefined) continue;
          changed += 1;
          expect(changedGrants(text, fixed, path, catalog), path).toEqual([]);
        }
        const twice = await fix(
          files.map((file) => ({ ...file, text: once.fixed.get(file.path) ?? file.text })),
          cloud,
        );
        expect([...twice.fixed.keys()]).toEqual([]);
      }
      expect(changed).toBeGreaterThan(5);
    }, 180_000);

    it('keep what declared calls need, and grant nothing new', async () => {
      let judged = 0;
      for (const cloud of clouds(texts)) {
        const catalog = await loadCatalog(cloud);
        for (const { path, text } of texts.filter((document) => document.cloud === cloud)) {
          const operations = operationsCoveredBy(text, path, catalog).slice(0, 3);
          if (operations.length === 0) continue;
          judged += 1;
          const manifest = `policies: ['${path}']\napis:\n${operations.map((id) => `  - operation: ${id}\n`).join('')}`;
          const manifests = [{ path: 'app.apis.yaml', text: manifest }];
          const once = await lintFiles({
            files: [{ path, text }],
            manifests,
            config: config('strict', cloud),
            loadCatalog: () => Promise.resolve(catalog),
            fix: true,
          });
          const fixed = once.fixed.get(path) ?? text;
          expect(changedGrants(text, fixed, path, catalog).filter(isWider), path).toEqual([]);
          const twice = await lintFiles({
            files: [{ path, text: fixed }],
            manifests,
            config: config('strict', cloud),
            loadCatalog: () => Promise.resolve(catalog),
            fix: true,
          });
          expect(twice.fixed.get(path), path).toBe(undefined);
          expect(twice.record.workloads, path).toEqual([
            expect.objectContaining({ missing: [], denied: [] }),
          ]);
        }
      }
      expect(judged).toBeGreaterThan(20);
    }, 180_000);
  });
});

if (folder === '') it.skip('the policies are not checked: LINT_POLICIES_POLICIES names no folder of them');

function readDocuments(): Document[] {
  const [, ...lines] = readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [path = ''] = line.split('\t');
    const file = join(folder, path);
    // FlexibleEngine is built like Open Telekom Cloud; both have their own, smaller set of services.
    return existsSync(file)
      ? [
          {
            path,
            text: readFileSync(file, 'utf8'),
            cloud: /opentelekomcloud|FlexibleEngine/.test(path) ? 'opentelekomcloud' : 'huaweicloud',
          },
        ]
      : [];
  });
}

function clouds(documents: readonly Document[]): string[] {
  return [...new Set(documents.map(({ cloud }) => cloud))];
}

function config(preset: Preset, cloud: string): LintConfig {
  return { ...DEFAULT_CONFIG, preset, cloud };
}

function lintAll(documents: readonly Document[], preset: Preset): Promise<LintResult[]> {
  return Promise.all(
    clouds(documents).map((cloud) =>
      lintFiles({
        files: documents.filter((document) => document.cloud === cloud),
        config: config(preset, cloud),
        loadCatalog: (name) => loadCatalog(name),
      }),
    ),
  );
}

function fix(files: readonly Document[], cloud: string): Promise<LintResult> {
  return lintFiles({
    files,
    config: config('strict', cloud),
    loadCatalog: (name) => loadCatalog(name),
    fix: true,
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function filesOf(results: readonly LintResult[]): FileRecord[] {
  return results.flatMap(({ record }) => record.files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every finding on a line of its own, below its file: place, severity in `recommended` and `strict`, rule, confidence, message. */
function overview(recommended: readonly FileRecord[], strict: readonly FileRecord[]): string {
  const severities = new Map(
    recommended.flatMap(({ path, findings }) =>
      findings.map((finding) => [identity(path, finding), finding.severity] as const),
    ),
  );
  const speaking = strict.filter(({ findings }) => findings.length > 0);
  const clean = strict.filter(({ findings }) => findings.length === 0);
  const blocks = speaking.map(
    ({ path, findings }) =>
      `${path}\n${findings.map((finding) => `  ${line(finding, severities.get(identity(path, finding)))}\n`).join('')}`,
  );
  return `Findings in the policies: line:column, severity in recommended/strict, rule, confidence, message.\n\n${blocks.join('\n')}\nWithout a finding: ${clean.length}\n${clean.map(({ path }) => `  ${path}\n`).join('')}`;
}

function identity(path: string, { line: number, column, rule, message }: Finding): string {
  return `${path} ${number}:${column} ${rule} ${message}`;
}

function line(
  { line: number, column, severity, rule, confidence, message }: Finding,
  recommended: string | undefined,
): string {
  return `${number}:${column} ${recommended ?? '-'}/${severity} ${rule} (${confidence}): ${message}`;
}

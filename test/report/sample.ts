import { readFileSync } from 'node:fs';
import type { FileRecord, Finding, LintRecord, WorkloadRecord } from '../../src/lint/results/lint-record.js';
import type { ReportInput, ReportStyle } from '../../src/report/report-input.js';

/** A record as a run over `test/fixtures/report` gives it: one finding of each kind, a skipped file, a clean one. */
export const policyText = readFileSync('test/fixtures/report/app.json', 'utf8');

export const missing: Finding = {
  rule: 'missing-action',
  severity: 'error',
  confidence: 'certain',
  message: 'Missing "ecs:cloudServers:start", which POST /v1/{project_id}/cloudservers/action needs.',
  line: 6,
  column: 7,
  endLine: 6,
  endColumn: 15,
  data: {
    action: 'ecs:cloudServers:start',
    api: 'POST /v1/{project_id}/cloudservers/action',
    operation: 'ecs/batch-start-servers',
    source: 'ecs/batch.md, table 1, row 2 (line 30)',
  },
  related: [
    {
      path: 'app.apis.yaml',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 20,
      message: 'the call is declared here',
    },
  ],
  fix: false,
  suggestions: [
    {
      message: 'Add "ecs:cloudServers:start"',
      edits: [{ range: [96, 96], text: '"ecs:cloudServers:start", ' }],
    },
  ],
  url: 'https://example.test/rules/missing-action.md',
  fingerprint: 'aaaaaaaaaaaaaaaa',
};

export const excess: Finding = {
  rule: 'excess-action',
  severity: 'warning',
  confidence: 'likely',
  message: 'Unexpected wildcard "ecs:cloudServers:list*", expected the 1 action of its 3 that is needed.',
  line: 7,
  column: 9,
  endLine: 7,
  endColumn: 33,
  data: { pattern: 'ecs:cloudServers:list*', grants: 3 },
  related: [],
  fix: true,
  edits: [{ range: [96, 120], text: '"ecs:cloudServers:list"' }],
  url: 'https://example.test/rules/excess-action.md',
  fingerprint: 'bbbbbbbbbbbbbbbb',
};

export const ambiguous: Finding = {
  rule: 'ambiguous-api',
  severity: 'warning',
  confidence: 'certain',
  message: 'POST /v1/{project_id}/cloudservers/action is 3 operations; say which one with "operation".',
  line: 5,
  column: 5,
  endLine: 5,
  endColumn: 46,
  data: { api: 'POST /v1/{project_id}/cloudservers/action' },
  related: [],
  fix: false,
  url: 'https://example.test/rules/ambiguous-api.md',
  fingerprint: 'cccccccccccccccc',
};

export const workload: WorkloadRecord = {
  manifest: 'app.apis.yaml',
  policies: ['app.json'],
  calls: 3,
  judged: [
    {
      call: 'GET /v2.1/{project_id}/servers',
      operation: 'ecs/list-servers',
      title: '查询云服务器列表',
      status: 'granted',
      needs: [{ action: 'ecs:servers:list', as: 'action', status: 'granted' }],
      line: 2,
    },
    {
      call: 'POST /v1/{project_id}/cloudservers/action',
      operation: 'ecs/batch-start-servers',
      title: 'Starting ECSs',
      status: 'missing',
      needs: [{ action: 'ecs:cloudServers:start', as: 'action', status: 'missing' }],
      line: 3,
    },
    { call: 'POST /v1/{project_id}/cloudservers/action', status: 'unproven', needs: [], line: 5 },
  ],
  missing: [
    {
      action: 'ecs:cloudServers:start',
      as: 'action',
      confidence: 'certain',
      because: [
        {
          call: 'POST /v1/{project_id}/cloudservers/action',
          operation: 'ecs/batch-start-servers',
          source: 'ecs/batch.md, table 1, row 2 (line 30)',
          line: 3,
        },
      ],
    },
  ],
  denied: [],
  conditional: [],
  excess: [
    {
      pattern: 'ecs:cloudServers:list*',
      kind: 'wildcard',
      grants: 3,
      needed: ['ecs:cloudServers:list'],
      confidence: 'likely',
      at: { path: 'app.json', line: 7, column: 9 },
    },
  ],
  unproven: [
    {
      kind: 'ambiguous-api',
      subject: 'POST /v1/{project_id}/cloudservers/action',
      reason: 'three operations share the endpoint',
      candidates: ['ecs/batch-start-servers', 'ecs/batch-stop-servers', 'ecs/batch-reboot-servers'],
      at: { path: 'app.apis.yaml', line: 5, column: 5 },
    },
  ],
};

export const record: LintRecord = recordOf(
  [
    { path: 'app.json', checked: true, findings: [missing, excess] },
    { path: 'app.apis.yaml', checked: true, findings: [ambiguous] },
    { path: 'clean.json', checked: true, findings: [] },
    { path: 'tsconfig.json', checked: false, reason: 'no policy', findings: [] },
  ],
  [workload],
);

/** A record over files and workloads, its summary counted. */
export function recordOf(
  files: readonly FileRecord[],
  workloads: readonly WorkloadRecord[] = [],
): LintRecord {
  const findings = files.flatMap((file) => file.findings);
  return {
    version: 1,
    tool: { name: 'lint-policies', version: '1.2.3' },
    catalog: { huaweicloud: { version: 'abc', services: 1, operations: 11 } },
    files,
    workloads,
    summary: {
      checked: files.filter((file) => file.checked).length,
      skipped: files.filter((file) => !file.checked).length,
      errors: findings.filter((finding) => finding.severity === 'error').length,
      warnings: findings.filter((finding) => finding.severity === 'warning').length,
      suppressed: 0,
      uncovered: 0,
    },
  };
}

export function inputOf(
  of: LintRecord,
  texts: Readonly<Record<string, string>> = { 'app.json': policyText },
): ReportInput {
  return {
    record: of,
    rules: [
      {
        id: 'missing-action',
        severity: 'error',
        description: 'A declared call needs an action that no policy grants.',
        help: '# missing-action\n\nWhy and how.',
        url: 'https://example.test/rules/missing-action.md',
        category: 'calls',
      },
      {
        id: 'privilege-escalation',
        severity: 'warning',
        description: 'Actions through which whoever holds them can give themselves more permissions',
        url: 'https://example.test/rules/privilege-escalation.md',
        category: 'danger',
      },
    ],
    textOf: (path) => texts[path],
  };
}

export const plain: ReportStyle = { color: false, columns: 100, detail: 'normal' };

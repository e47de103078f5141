import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { extractionRecordJsonSchema } from '../../src/extract/extraction-record-schema.js';
import { lintRecordJsonSchema } from '../../src/lint/results/lint-record-schema.js';
import { CATALOG, folder, manifest, policy, run } from './run.js';
import { text } from '../text.js';

const ajv = new Ajv2020({ allErrors: true });
const validateLint = ajv.compile(lintRecordJsonSchema());
const validateExtraction = ajv.compile(extractionRecordJsonSchema());

describe('the lint record', () => {
  it('of a run with findings of every kind is valid by its schema', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:*', 'ecs:nothing:like'),
      'app.apis.yaml': manifest(
        'GET /v1/{project_id}/cloudservers/detail',
        'POST /v1/{project_id}/cloudservers/action',
        'GET /v9/none',
      ),
      'wide.json': policy('ecs:cloudServers:*'),
      'wide.apis.yaml': manifest('GET /v1/{project_id}/cloudservers/detail'),
      'deny.yaml': text`
        Version: "1.1"
        Statement:
          - { Effect: Deny, Action: [ecs:cloudServers:get] }
      `,
      'deny.apis.yaml': manifest('GET /v1/{project_id}/cloudservers/{server_id}'),
      'broken.json': '{ "Statement": [',
      'package.json': '{}',
    });
    const { stdout } = run(['--catalog', CATALOG, '--format', 'json'], { cwd });
    const record = JSON.parse(stdout) as {
      readonly files: readonly { readonly findings: readonly { readonly rule: string }[] }[];
    };
    validateLint(record);
    expect(validateLint.errors).toBeNull();
    const rules = new Set(record.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect([...rules]).toEqual(
      expect.arrayContaining([
        'excess-action',
        'unknown-action',
        'ambiguous-api',
        'unknown-api',
        'denied-action',
        'syntax',
      ]),
    );
  });

  it('that lacks a field, or has one of another type, is not', () => {
    expect(validateLint({ version: 1 })).toBe(false);
    const record = JSON.parse(run(['examples', '-f', 'json']).stdout) as object;
    expect(validateLint(record)).toBe(true);
    expect(validateLint({ ...record, version: 2 })).toBe(false);
    expect(validateLint({ ...record, later: 'a field that a later version adds' })).toBe(true);
  });
});

const page = `# Lifecycle

<table>
<thead><tr><th>API</th><th>API功能</th><th>授权项</th></tr></thead>
<tbody>
<tr><td><p>GET /v1/{project_id}/things</p><p>GET /v2/{project_id}/things</p></td><td>Listing things</td><td><ul><li>ecs:things:list</li><li>vpc:nets:get</li></ul></td></tr>
<tr><td>-</td><td>nothing here</td><td>-</td></tr>
</tbody>
</table>

| Name | Type |
| --- | --- |
| a | b |
`;

describe('the extraction record', () => {
  it('accounts for every row and is valid by its schema', () => {
    const cwd = folder({ 'page.md': page });
    const { code, stdout } = run(['extract', 'page.md', '--format', 'json'], { cwd });
    const record = JSON.parse(stdout) as {
      readonly summary: { readonly rows: number; readonly entries: number; readonly skipped: number };
    };
    validateExtraction(record);
    expect(validateExtraction.errors).toBeNull();
    expect(code).toBe(0);
    expect(record.summary).toMatchObject({ rows: 2, entries: 1, skipped: 1 });
  });
});

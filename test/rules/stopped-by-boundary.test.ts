import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/stopped-by-boundary.js';
import { renderReport } from '../../src/report/report.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';
import { inputOf, plain } from '../report/sample.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const policy = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }';

function manifest(call: string): string {
  return text`
    boundaries: [scp.json, deny.json]
    apis:
      - ${call}
  `;
}

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const others = (scp: string, deny: string) => ({
  'scp.json': `{ "Version": "5.0", "Statement": [${scp}] }`,
  'deny.json': `{ "Version": "5.0", "Statement": [${deny}] }`,
});
const ALLOW = '{ "Effect": "Allow", "Action": ["ecs:*:*"] }';
const DENY = '{ "Effect": "Deny", "Action": ["ecs:*:delete*"] }';

testRule(
  rule,
  {
    valid: [
      {
        name: 'boundaries that let the call through, one of which only denies',
        json: policy,
        manifest: manifest(LIST),
        others: others(ALLOW, DENY),
        catalog,
      },
      {
        name: 'what the policies do not grant themselves',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:vpcs:list"] }] }',
        manifest: manifest(LIST),
        others: others('{ "Effect": "Deny", "Action": ["*"] }', DENY),
        catalog,
      },
      {
        name: 'a boundary that nobody can read, which stops nothing for certain',
        json: policy,
        manifest: manifest(LIST),
        catalog,
      },
    ],
    invalid: [
      {
        name: 'a Deny of one, and another that allows other things only',
        json: policy,
        yaml: 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["ecs:*:*"] }]\n',
        manifest: manifest(`«${LIST}»`),
        others: others(
          '{ "Effect": "Allow", "Action": ["vpc:*:*"] }',
          '{ "Effect": "Deny", "Action": ["ecs:*:*"] }',
        ),
        catalog,
        errors: [
          {
            messageId: 'stopped',
            data: {
              action: 'ecs:cloudServers:list',
              boundaries: ['scp.json:1', 'deny.json:1'],
              stops: [
                { boundary: 'scp.json', how: 'not-allowed', lines: [] },
                { boundary: 'deny.json', how: 'denied', lines: [1] },
              ],
            },
          },
        ],
      },
      {
        name: 'some of the requests that the manifest says are made',
        json: policy,
        manifest: manifest(`{ api: «"${LIST}"», context: { g:SourceIp: [1.2.3.4, 5.6.7.8] } }`),
        others: others(
          ALLOW,
          '{ "Effect": "Deny", "Action": ["*"], "Condition": { "NotIpAddress": { "g:SourceIp": ["1.2.3.4"] } } }',
        ),
        catalog,
        errors: [{ messageId: 'stopped', data: { context: ['g:SourceIp=5.6.7.8'] } }],
      },
    ],
  },
  { describe, it },
);

it('is told in every report with the line of the boundary, which is no excess and no uncovered policy', async () => {
  const result = await lintFiles({
    files: [
      { path: 'app.json', text: policy },
      {
        path: 'scp.json',
        text: '{ "Version": "5.0", "Statement": [\n{ "Effect": "Deny", "Action": ["ecs:*:*"] }\n] }',
      },
    ],
    manifests: [{ path: 'app.apis.yaml', text: `boundaries: [scp.json]\napis: ["${LIST}"]\n` }],
    config: {
      ...DEFAULT_CONFIG,
      preset: 'off',
      rules: { 'stopped-by-boundary': 'error', 'uncovered-policy': 'error', 'excess-action': 'error' },
    },
    loadCatalog: () =>
      Promise.resolve(
        createCatalog(
          'huaweicloud',
          catalog.map((one) => (typeof one === 'string' ? readServiceCatalog(one, 'a') : one)),
        ),
      ),
  });
  expect(result.record.summary.uncovered).toBe(0);
  const findings = result.record.files.flatMap((file) =>
    file.findings.map(({ rule: id }) => `${file.path} ${id}`),
  );
  expect(findings).not.toContainEqual(expect.stringContaining('scp.json'));
  expect(findings).toContain('app.apis.yaml stopped-by-boundary');
  expect(result.record.workloads[0]).toMatchObject({
    boundaries: ['scp.json'],
    denied: [{ at: [{ path: 'scp.json', line: 2 }], stops: [{ boundary: 'scp.json', how: 'denied' }] }],
  });
  for (const format of ['text', 'markdown', 'sarif', 'json'] as const)
    expect(await renderReport(format, inputOf(result.record), plain), format).toContain('scp.json');
});

import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import type { LintConfig } from '../../../src/lint/config/config.js';
import { createRule } from '../../../src/lint/rule.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import type { LintInput } from '../../../src/lint/run/runner.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text as lines } from '../../text.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());
const calls = lines`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;
const only = (rules: LintConfig['rules']): LintConfig => ({ ...DEFAULT_CONFIG, preset: 'off', rules });

function lint(input: Partial<LintInput>) {
  return lintFiles({ files: [], config: only({}), loadCatalog: () => Promise.resolve(catalog), ...input });
}

function policy(...actions: string[]): string {
  return JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });
}

describe('a file', () => {
  it('that holds no policy is skipped with a reason, and counted', async () => {
    const { record } = await lint({
      files: [
        { path: 'package.json', text: '{ "name": "x" }' },
        { path: 'app.json', text: policy('ecs:cloudServers:list') },
      ],
    });
    expect(record.files[0]).toMatchObject({ path: 'package.json', checked: false, findings: [] });
    expect(record.files[0]?.reason).toContain('not a policy');
    expect(record.summary).toMatchObject({ checked: 1, skipped: 1, uncovered: 1 });
  });

  it('that cannot be read is a finding with its place, and the others are linted all the same', async () => {
    const { record } = await lint({
      files: [
        { path: 'broken.json', text: '{\n  "Version": "1.1",,\n}' },
        { path: 'app.json', text: policy('ecs:cloudServer:list') },
      ],
      config: only({ 'unknown-action': 'error' }),
    });
    expect(record.files[0]?.findings).toEqual([
      expect.objectContaining({ rule: 'syntax', severity: 'error', line: 2, column: 20 }),
    ]);
    expect(record.files[1]?.findings).toHaveLength(1);
  });

  it.each([
    [
      'a byte order mark, which readText drops, and CRLF',
      `${policy('ecs:cloudServer:list').replace('"Statement"', '\r\n"Statement"')}\r\n`,
    ],
    [
      'keys that JavaScript objects are made of',
      '{ "__proto__": {}, "constructor": 1, "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServer:list"] }] }',
    ],
  ])('with %s is linted', async (_, text) => {
    const { record, errors } = await lint({
      files: [{ path: 'app.json', text }],
      config: only({ 'unknown-action': 'error' }),
    });
    expect(errors).toEqual([]);
    expect(record.files[0]?.findings).toHaveLength(1);
  });

  it('on which a rule throws has an internal error beside the findings of the other rules', async () => {
    const thrower = createRule({
      id: 'thrower',
      meta: {
        type: 'problem',
        docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] },
        messages: { x: 'x' },
      },
      create: () => ({
        statement: () => {
          throw new Error('it broke');
        },
      }),
    });
    const { record, errors } = await lint({
      files: [
        { path: 'app.json', text: policy('ecs:cloudServer:list') },
        { path: 'other.json', text: '{}' },
      ],
      config: { ...only({ thrower: 'error', 'unknown-action': 'error' }), localRules: [thrower] },
    });
    expect(record.files[0]?.findings.map(({ rule }) => rule)).toEqual(['unknown-action', 'internal-error']);
    expect(record.files[0]?.findings[1]?.message).toBe(
      'Rule "thrower" failed on this file: it broke; please report it.',
    );
    expect(errors).toEqual([{ path: 'app.json', error: new Error('it broke') }]);
  });
});

describe('a workload', () => {
  it('is a manifest with the file of the same name', async () => {
    const { record } = await lint({
      files: [{ path: 'a/app.json', text: policy('ecs:cloudServers:stop') }],
      manifests: [{ path: 'a/app.apis.yaml', text: calls }],
    });
    expect(record.workloads).toEqual([
      expect.objectContaining({ manifest: 'a/app.apis.yaml', policies: ['a/app.json'], calls: 1 }),
    ]);
    expect(record.workloads[0]?.missing).toEqual([
      {
        action: 'ecs:cloudServers:list',
        as: 'action',
        possible: false,
        confidence: 'certain',
        because: [
          {
            call: 'GET /v1/{project_id}/cloudservers/detail',
            api: 'GET /v1/{project_id}/cloudservers/detail',
            operation: 'ecs/list-servers',
            source: 'ecs/lifecycle.md, table 1, row 1 (line 10)',
            line: 2,
          },
        ],
      },
    ]);
    expect(record.workloads[0]?.excess).toEqual([
      expect.objectContaining({
        pattern: 'ecs:cloudServers:stop',
        at: expect.objectContaining({ path: 'a/app.json', line: 1 }) as unknown,
      }),
    ]);
    expect(record.summary.uncovered).toBe(0);
  });

  it('judges policies together, and those along that nobody asked to lint', async () => {
    const { record, texts } = await lint({
      files: [{ path: 'app.json', text: policy('vpc:vpcs:list') }],
      manifests: [
        {
          path: 'app.apis.yaml',
          text: `policies: [app.json, shared/base.json]\n${calls}  - GET /v1/{project_id}/vpcs\n`,
        },
      ],
      read: (path) => (path === 'shared/base.json' ? policy('ecs:cloudServers:list') : undefined),
      config: only({ 'missing-action': 'error', 'absent-policy': 'error' }),
    });
    expect(record.files.map(({ path }) => path)).toEqual(['app.json']);
    expect(record.workloads[0]).toMatchObject({ policies: ['app.json', 'shared/base.json'], missing: [] });
    expect(texts.has('shared/base.json')).toBe(true);
  });

  it('of a policy in several manifests has as excess only what none of them needs', async () => {
    const { record } = await lint({
      files: [
        {
          path: 'shared.json',
          text: policy('ecs:cloudServers:list', 'vpc:vpcs:list', 'ecs:cloudServers:stop'),
        },
      ],
      manifests: [
        { path: 'a.apis.yaml', text: `policies: [shared.json]\n${calls}` },
        {
          path: 'b.apis.yaml',
          text: lines`
            policies: [shared.json]
            apis:
              - GET /v1/{project_id}/vpcs
          `,
        },
      ],
      config: only({ 'excess-action': 'error' }),
    });
    expect(record.files.flatMap(({ findings }) => findings.map(({ data }) => data['pattern']))).toEqual([
      'ecs:cloudServers:stop',
    ]);
  });

  it('takes one policy of a file by its address', async () => {
    const text = lines`
      Version: "1.1"
      Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
      ---
      Version: "1.1"
      Statement: [{ Effect: Allow, Action: ["vpc:vpcs:list"] }]
    `;
    const { record } = await lint({
      files: [{ path: 'all.yaml', text }],
      manifests: [{ path: 'all.apis.yaml', text: calls }],
    });
    expect(record.workloads[0]?.policies).toEqual(['all.yaml#1', 'all.yaml#2']);
  });

  it('with a manifest that cannot be used is a problem with its place, and the policy is linted all the same', async () => {
    const { problems, record } = await lint({
      files: [{ path: 'app.json', text: policy('ecs:cloudServers:list') }],
      manifests: [{ path: 'app.apis.yaml', text: 'api: x\n' }],
    });
    expect(problems[0]).toMatchObject({
      code: 'manifest',
      where: { file: 'app.apis.yaml', line: 1, column: 1 },
    });
    expect(record.summary).toMatchObject({ checked: 1, uncovered: 1 });
  });
});

describe('fixing', () => {
  it('takes several rounds, and loses nothing that a declared call needs', async () => {
    const { fixed, record } = await lint({
      files: [{ path: 'app.json', text: policy('ecs:*:*', 'ecs:cloudServers:*', 'iam:*:*') }],
      manifests: [{ path: 'app.apis.yaml', text: calls }],
      config: only({ 'excess-action': 'error', 'missing-action': 'error' }),
      fix: true,
    });
    expect(fixed.get('app.json')).toBe(policy('ecs:cloudServers:list'));
    expect(record.files[0]?.findings).toEqual([]);
  });

  it('withholds a fix that would lose what a declared call needs, or widen the policy', async () => {
    const eager = createRule({
      id: 'eager',
      meta: {
        type: 'problem',
        docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] },
        messages: { x: 'This is x; write y.' },
        fixable: true,
      },
      create: (context) => ({
        statement({ action }) {
          for (const { node, value } of action?.items ?? [])
            context.report({
              at: node,
              messageId: 'x',
              fix: [
                {
                  range: node.range,
                  text: value === 'vpc:vpcs:list' ? '"vpc:*:*"' : '"ecs:cloudServers:stop"',
                },
              ],
            });
        },
      }),
    });
    const text = policy('ecs:cloudServers:list', 'vpc:vpcs:list');
    const { fixed, record } = await lint({
      files: [{ path: 'app.json', text }],
      manifests: [{ path: 'app.apis.yaml', text: calls }],
      config: { ...only({ eager: 'error' }), localRules: [eager] },
      fix: true,
    });
    expect(fixed.size).toBe(0);
    expect(record.files[0]?.findings.map(({ fix }) => fix)).toEqual([false, false]);
  });

  it('withholds a fix of a name that NotAction leaves out, whatever else the action was once called', async () => {
    const text = JSON.stringify({
      Version: '1.0',
      Statement: [
        { Effect: 'Allow', NotAction: ['ecs:cloudServers:deleteServers'] },
        { Effect: 'Allow', Action: [' ecs:cloudServers:deleteServers '] },
      ],
    });
    const { fixed, record } = await lint({
      files: [{ path: 'app.json', text }],
      config: only({ 'stray-whitespace': 'error' }),
      fix: true,
    });
    expect(record.files[0]?.findings).toMatchObject([{ rule: 'stray-whitespace', fix: false }]);
    expect(fixed.size).toBe(0);
  });

  it('does not let two fixes each remove what the other one relies on', async () => {
    const both = createRule({
      id: 'both',
      meta: {
        type: 'problem',
        docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] },
        messages: { x: 'This is x; write y.' },
        fixable: true,
      },
      create: (context) => ({
        policy({ statements }) {
          const nodes = statements.flatMap(({ action }) => action?.items.map(({ node }) => node) ?? []);
          if (nodes.length > 1)
            for (const node of nodes)
              context.report({
                at: node,
                messageId: 'x',
                fix: [{ range: node.range, text: '"vpc:vpcs:list"' }],
              });
        },
      }),
    });
    const text = JSON.stringify({
      Version: '1.1',
      Statement: [
        { Effect: 'Allow', Action: ['ecs:cloudServers:list'] },
        { Effect: 'Allow', Action: ['ecs:cloudServers:list', 'vpc:vpcs:list'] },
      ],
    });
    const { record } = await lint({
      files: [{ path: 'app.json', text }],
      manifests: [{ path: 'app.apis.yaml', text: calls }],
      config: { ...only({ both: 'error' }), localRules: [both] },
      fix: true,
    });
    expect(record.workloads[0]?.missing).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCatalogs } from '../../../src/catalog/index/compile.js';
import plugin from '../../../src/lint/language/plugin.js';
import { text as lines } from '../../text.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-policies-eslint-'));
  compileCatalogs(join(import.meta.dirname, '../../fixtures/rules/catalog'), join(folder, 'catalog'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const manifest = lines`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;
const calls: Linter.RulesRecord = {
  'iam/missing-action': 'error',
  'iam/excess-action': 'warn',
  'iam/unknown-action': 'warn',
  'iam/unknown-api': 'warn',
  'iam/suppression-without-reason': 'error',
};

/** What ESLint says of files in a folder of their own, with a configuration as a user writes it. */
async function lint(
  files: Readonly<Record<string, string>>,
  { rules = calls, fix = false }: { readonly rules?: Linter.RulesRecord; readonly fix?: boolean } = {},
) {
  const cwd = mkdtempSync(join(folder, 'case-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const config: Linter.Config[] = [
    { ...plugin.configs.recommended, rules },
    { settings: { 'lint-policies': { catalog: join(folder, 'catalog') } } },
  ];
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, fix });
  const results = await eslint.lintFiles(['**/*.{json,jsonc,yaml}']);
  if (fix) await ESLint.outputFixes(results);
  const messages = results.flatMap(({ filePath, messages: all }) =>
    all.map(({ ruleId, line, column, endLine, endColumn, message }) => ({
      file: filePath.slice(cwd.length + 1),
      ruleId,
      at: `${line}:${column}-${String(endLine)}:${String(endColumn)}`,
      message,
    })),
  );
  return { messages, read: (name: string) => readFileSync(join(cwd, name), 'utf8') };
}

describe('under ESLint with a plain configuration', () => {
  it.each([
    [
      'app.json',
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:stop"] }] }',
      '1:56-1:64',
      '1:67-1:90',
    ],
    [
      'app.jsonc',
      '// ops\n{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:stop"], }] }',
      '2:56-2:64',
      '2:67-2:90',
    ],
    [
      'app.yaml',
      lines`
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action:
              - ecs:cloudServers:stop
      `,
      '4:5-4:11',
      '5:9-5:30',
    ],
  ])('%s is judged against the manifest beside it', async (name, text, missing, excess) => {
    const { messages } = await lint({ [name]: text, 'app.apis.yaml': manifest });
    expect(messages.map(({ file, ruleId, at }) => `${file} ${String(ruleId)} ${at}`)).toEqual([
      `${name} iam/missing-action ${missing}`,
      `${name} iam/excess-action ${excess}`,
    ]);
  });

  it.each([
    [
      'app.json',
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
    ],
    [
      'app.jsonc',
      '// ops\n{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [/* all */ "ecs:*:*"] }] }',
      '// ops\n{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [/* all */ "ecs:cloudServers:list"] }] }',
    ],
    [
      'app.yaml',
      lines`
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action:
              - ecs:*:* # all
      `,
      lines`
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action:
              - ecs:cloudServers:list # all
      `,
    ],
  ])('%s is fixed, and nothing else in it changes', async (name, before, after) => {
    const { messages, read } = await lint({ [name]: before, 'app.apis.yaml': manifest }, { fix: true });
    expect(read(name)).toBe(after);
    expect(messages).toEqual([]);
  });

  it('a manifest has its own findings', async () => {
    const { messages } = await lint({
      'app.json':
        '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
      'app.apis.yaml': `${manifest}  - GET /v9/nothing\n`,
    });
    expect(messages).toEqual([
      expect.objectContaining({ file: 'app.apis.yaml', ruleId: 'iam/unknown-api', at: '3:5-3:20' }),
    ]);
  });

  it('comments suppress, with a reason, and are reported where they suppress nothing', async () => {
    const statement = '{ "Effect": "Allow", "Action": ["ecs:cloudServer:list"] }';
    const { messages } = await lint({
      'a.jsonc': `{ "Version": "1.1", "Statement": [\n// eslint-disable-next-line iam/unknown-action -- private beta\n${statement}] }`,
      'b.jsonc': `{ "Version": "1.1", "Statement": [\n// lint-policies-disable-next-line unknown-action\n${statement}] }`,
      'c.jsonc': `// lint-policies-disable-next-line unknown-action -- why\n{ "Version": "1.1", "Statement": [\n${statement}] }`,
    });
    expect(messages.map(({ file, ruleId, at }) => `${file} ${String(ruleId)} ${at}`)).toEqual([
      'b.jsonc iam/suppression-without-reason 2:1-2:50',
      'c.jsonc null 1:1-undefined:undefined',
      'c.jsonc iam/unknown-action 3:33-3:55',
    ]);
  });

  it('files that hold no policy are left alone, and broken ones have a place', async () => {
    const { messages } = await lint(
      {
        'package.json': '{ "name": "x" }',
        'broken.json': '{\n  "Version": "1.1",,\n}',
        'bad.apis.yaml': 'api: []\n',
      },
      { rules: calls },
    );
    expect(messages.map(({ file, at }) => `${file} ${at}`)).toEqual([
      'bad.apis.yaml 1:1-undefined:undefined',
      'bad.apis.yaml 1:1-undefined:undefined',
      'broken.json 2:20-undefined:undefined',
    ]);
  });

  it('rules of others walk the tree', async () => {
    const seen: string[] = [];
    const cwd = mkdtempSync(join(folder, 'case-'));
    writeFileSync(
      join(cwd, 'app.yaml'),
      lines`
        Version: "1.1"
        Statement:
          - { Effect: Allow, Action: ["ecs:cloudServers:list"] }
      `,
    );
    const walker = {
      create: (context: { sourceCode: { getParent(node: object): { type: string } | undefined } }) => ({
        'Array > String'(node: { value: string }) {
          seen.push(node.value, context.sourceCode.getParent(node)?.type ?? '');
        },
      }),
    };
    const eslint = new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [
        { ...plugin.configs.recommended, rules: { 'own/walker': 'error' } },
        { plugins: { own: { rules: { walker } } as unknown as ESLint.Plugin } },
      ],
    });
    expect((await eslint.lintFiles(['app.yaml'])).flatMap(({ messages }) => messages)).toEqual([]);
    expect(seen).toEqual(['ecs:cloudServers:list', 'Array']);
  });
});

describe('the presets', () => {
  it('name every rule that recommends itself', () => {
    expect(plugin.configs.recommended.rules).toMatchObject({
      'iam/missing-action': 'error',
      'iam/excess-action': 'warn',
    });
    expect(plugin.configs.strict.rules).toMatchObject({
      'iam/missing-action': 'error',
      'iam/excess-action': 'error',
    });
    expect(plugin.configs.recommended.rules).not.toHaveProperty('iam/uncovered-policy');
  });
});

import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import { caveats, verdictSentence } from '../../../src/report/summary.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text } from '../../text.js';

async function lint(path: string, content: string) {
  const { record } = await lintFiles({
    files: [{ path, text: content, found: true }],
    config: DEFAULT_CONFIG,
    loadCatalog: () => Promise.resolve(createCatalog('huaweicloud', exampleCatalog())),
  });
  const [file] = record.files;
  if (file === undefined) throw new Error('no file');
  return { file, record };
}

const STATEMENT = '"Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }]';

describe('what is not judged says so', () => {
  it('a policy of another cloud is named, counted apart and not checked', async () => {
    const { file, record } = await lint('aws.json', '{\n  "Version": "2012-10-17", "Statement": []\n}');
    expect(file).toMatchObject({ checked: false, findings: [] });
    const named = await lint(
      'ram.json',
      '{ "Version": "1", "Statement": [{ "Effect": "Allow", "Action": "ecs:*" }] }',
    );
    expect(named.file).toEqual({
      path: 'ram.json',
      checked: false,
      reason: 'written in a policy language that is not judged: Alibaba Cloud',
      seen: { line: 1, column: 1 },
      foreign: [{ language: 'Alibaba Cloud', line: 1, column: 1 }],
      findings: [],
    });
    expect(named.record.summary).toMatchObject({ checked: 0, skipped: 1, foreign: 1, uncovered: 0 });
    expect(verdictSentence(named.record)).toBe('Nothing was checked.');
    expect(caveats(named.record)[0]).toBe('1 policy in another language was left alone: Alibaba Cloud (1).');
    expect(record.summary.skipped).toBe(1);
  });

  it('a bucket policy is no checked policy either', async () => {
    const { file, record } = await lint(
      'bucket.json',
      '{ "Statement": [{ "Effect": "Alow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["b/*"] }] }',
    );
    expect(file).toMatchObject({
      checked: false,
      foreign: [{ language: 'OBS bucket policy' }],
      findings: [],
    });
    expect(record.summary).toMatchObject({ checked: 0, uncovered: 0 });
  });

  it('beside a policy of ours it is said, and left alone', async () => {
    const { file } = await lint(
      'both.json',
      `{ "own": { "Version": "1.1", ${STATEMENT} },\n  "other": { "Version": "2012-10-17", "Statement": [{ "Effect": "Alow", "Action": "s3:*" }] } }`,
    );
    expect(file).toMatchObject({
      checked: true,
      foreign: [{ language: 'AWS', line: 2, column: 12, address: '/other' }],
      findings: [],
    });
  });
});

describe('why a file was skipped is true, and says where', () => {
  it.each([
    [
      'package.json',
      '{ "name": "x" }',
      'not a policy: no Statement with an Effect or an Action was found in it',
      undefined,
    ],
    [
      'lone.json',
      '{ "rights":\n  [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
      'line 2: a single statement without a policy around it; put it into the Statement of a policy',
      { line: 2, column: 4 },
    ],
    [
      'query.json',
      '{ "queries": {\n  "Statement": "SELECT 1" } }',
      'line 2: has a Statement, but neither a policy version nor an Effect or Action',
      { line: 2, column: 3 },
    ],
    [
      'chart.yaml',
      text`
        data:
          policy.json: |
            { "Version": "1.1", "Statement": [{{ range .Values.rules }} { "Effect": "Allow" } {{ end }}] }
      `,
      'the policy of /data/policy.json in line 2 is not known here: the text has statements in it, and cannot be read by itself',
      { line: 2, column: 16 },
    ],
  ])('%s', async (path, content, reason, seen) => {
    const { file } = await lint(path, content);
    expect(file).toMatchObject({ checked: false, reason });
    expect(file.seen).toEqual(seen);
  });
});

it.each([
  [
    'a command with a policy in it is known in part at best',
    text`
      policy: { Version: "1.1", Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }] }
      run: curl -d '{"Version":"1.1","Statement":[{"Effect":"Alow"}]}' https://example.com
    `,
    { checked: 'partly', holes: [{ line: 2, column: 6 }], findings: [] },
  ],
  [
    'a sentence about statements is nothing',
    text`
      policy: { Version: "1.1", Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }] }
      help: "{statement} has no Effect: write one; a Statement: is a list"
    `,
    { checked: true, findings: [] },
  ],
])('%s', async (_, content, expected) => {
  expect((await lint('play.yaml', content)).file).toMatchObject(expected);
});

describe('a policy inside a string', () => {
  it('is judged where it stands in the string, and says its path', async () => {
    const { file } = await lint(
      'map.yaml',
      text`
        kind: ConfigMap
        data:
          reader.json: |
            {
              "Version": "1.1",
              "Statement": [{ "Effect": "Alow", "Action": ["ecs:cloudServers:list"] }]
            }
      `,
    );
    expect(file.findings).toMatchObject([
      { rule: 'invalid-effect', line: 6, column: 33, endColumn: 39, address: '/data/reader.json' },
    ]);
  });

  it('is strict JSON, as the programs are that read it', async () => {
    const { file } = await lint(
      'map.yaml',
      `policy: '{ "Version": "1.1", ${STATEMENT.replace('"] }', '"], }')} }'`,
    );
    expect(file.findings).toMatchObject([{ rule: 'syntax', line: 1 }]);
  });

  it('that is broken is a finding at its place', async () => {
    const { file } = await lint(
      'map.yaml',
      text`
        policy: |
          { "Version": "1.1",
            "Statement": [{ "Effect": "Allow" "Action": ["ecs:cloudServers:list"] }] }
      `,
    );
    expect(file.findings).toMatchObject([{ rule: 'syntax', line: 3, column: 39 }]);
  });
});

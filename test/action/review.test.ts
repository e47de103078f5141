import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownLines } from '../../src/commands/publish/diff-lines.js';
import { run } from '../../src/commands/publish/publish.js';
import { suggestionOf } from '../../src/commands/publish/suggestion.js';
import { memoryIo } from '../commands/memory-io.js';
import { folder } from '../e2e/run.js';
import { text as lines } from '../text.js';
import { githubServer } from './github-server.js';
import type { GithubServer } from './github-server.js';

const POLICY = lines`
  {
    "Version": "1.1",
    "Statement": [
      {
        "Effect": "allow",
        "Action": ["ecs:cloudServers:list", "ecs:cloudServers:list"]
      }
    ]
  }
`;

/** The pull request writes the statement; the rest stood there before. */
const FILES = [
  {
    filename: 'iam/app.json',
    patch: [
      '@@ -2,4 +2,6 @@ {',
      '   "Version": "1.1",',
      '   "Statement": [',
      '-    { "Effect": "Allow", "Action": [] }',
      '+    {',
      '+      "Effect": "allow",',
      '+      "Action": ["ecs:cloudServers:list", "ecs:cloudServers:list"]',
      '+    }',
      '   ]',
    ].join('\n'),
  },
  { filename: 'picture.png' },
];

const EFFECT = finding('effect-case', 'a1b2', '"allow"', '"Allow"');
const TWICE = finding('duplicate-action', 'c3d4', ', "ecs:cloudServers:list"]', ']');

describe('fixes as suggestions on a pull request', () => {
  it('stand once each on the lines that it changes, whatever runs follow', async () => {
    const server = await githubServer([], undefined, FILES);
    const first = await review(server, [EFFECT, TWICE]);
    expect(first.err).toBe(
      'suggestions on pull request 7: 2 created, 0 updated, 0 unchanged, 0 removed, 0 resolved\n',
    );
    expect(server.lineComments).toMatchObject([
      { path: 'iam/app.json', line: 5, side: 'RIGHT', commit_id: 'abc123' },
      { path: 'iam/app.json', line: 6 },
    ]);
    expect(server.lineComments[0]?.body).toBe(lines`
      <!-- lint-policies: report a1b2 -->
      effect-case of \`ecs:cloudServers:list\` and @\u2060someone

      \`\`\`suggestion
            "Effect": "Allow",
      \`\`\`

      [\`effect-case\`](https://example.com/effect-case) · applied only when you commit it
    `);
    expect((await review(server, [EFFECT, TWICE])).err).toContain('0 created, 0 updated, 2 unchanged');
    const [other] = server.lineComments;
    if (other !== undefined) other.body = other.body.replace('someone', 'nobody');
    expect((await review(server, [EFFECT, TWICE])).err).toContain('0 created, 1 updated, 1 unchanged');
    expect(server.lineComments).toHaveLength(2);
  });

  it('are taken back when the finding is gone, or marked where somebody has answered', async () => {
    const server = await githubServer([], undefined, FILES);
    await review(server, [EFFECT, TWICE]);
    server.lineComments.push({
      id: 77,
      body: 'Why?',
      user: { login: 'someone', type: 'User' },
      in_reply_to_id: server.lineComments[0]?.id ?? 0,
    });
    expect((await review(server, [])).err).toContain('0 unchanged, 1 removed, 1 resolved');
    expect(server.lineComments.map(({ body }) => body)).toEqual([
      '<!-- lint-policies: report a1b2 -->\n✅ This does not stand any more.\n',
      'Why?',
    ]);
    // It comes again: in its old thread.
    expect((await review(server, [EFFECT])).err).toContain('0 created, 1 updated');
    expect(server.lineComments).toHaveLength(2);
  });

  it('stay where the finding stands, but its lines are not in the diff any more', async () => {
    const server = await githubServer([], undefined, FILES);
    await review(server, [EFFECT]);
    const elsewhere = await githubServer([], undefined, []);
    elsewhere.lineComments.push(...server.lineComments);
    expect((await review(elsewhere, [EFFECT])).err).toContain('0 created, 0 updated, 1 unchanged, 0 removed');
  });

  it('leave comments of others alone, also those that begin with the marker', async () => {
    const server = await githubServer([], undefined, FILES);
    server.lineComments.push({
      id: 9,
      body: '<!-- lint-policies: report a1b2 -->\nmine',
      user: { login: 'someone', type: 'User' },
    });
    await review(server, [EFFECT]);
    expect(server.lineComments.map(({ body }) => body.split('\n')[1])).toEqual([
      'mine',
      expect.stringContaining('effect-case') as string,
    ]);
  });

  it('are told of where GitHub refuses a line, and the others are made', async () => {
    const server = await githubServer(
      [],
      ({ method, body }) =>
        method === 'POST' && JSON.stringify(body).includes('a1b2') ? { status: 422 } : undefined,
      FILES,
    );
    const { code, out, err } = await review(server, [EFFECT, TWICE]);
    expect(code).toBe(0);
    expect(err).toContain('1 created');
    expect(out).toContain('1 suggestion was refused by GitHub (422)');
    expect(server.lineComments).toHaveLength(1);
  });

  it('are made once although a limit of requests or a lost answer comes between', async () => {
    const server = await githubServer(
      [],
      ({ method, body }, index) => {
        if (index === 2) return { status: 403, headers: { 'retry-after': '0' } };
        if (index !== 5 || method !== 'POST') return undefined;
        server.lineComments.push({
          ...(body as { body: string }),
          id: 5,
          user: { login: 'github-actions[bot]', type: 'Bot' },
        });
        return { status: 502, headers: { 'retry-after': '0' } };
      },
      FILES,
    );
    expect((await review(server, [EFFECT, TWICE])).code).toBe(0);
    expect(server.lineComments.map(({ body }) => body.split(' ')[3])).toEqual(['a1b2', 'c3d4']);
  });

  it('are not made where the token may only read, or the checkout is of another commit', async () => {
    const fork = await githubServer(
      [],
      ({ method }) => (method === 'POST' ? { status: 403 } : undefined),
      FILES,
    );
    expect((await review(fork, [EFFECT])).out).toContain('the token may not write comments (403)');
    const moved = await githubServer(
      [],
      undefined,
      FILES.map((file) => ({ ...file, patch: file.patch?.replace('"Statement"', '"Statements"') ?? '' })),
    );
    const { out } = await review(moved, [EFFECT]);
    expect(out).toContain('the checkout has other lines there than the pull request');
    expect(moved.lineComments).toEqual([]);
  });

  it('need a JSON report, and a finding that can be fixed', async () => {
    const server = await githubServer([], undefined, FILES);
    await expect(review(server, 'no record')).rejects.toMatchObject({ code: 'usage' });
    await review(server, [{ ...EFFECT, fix: false }]);
    expect(server.lineComments).toEqual([]);
    const { edits, ...bare } = TWICE;
    await review(server, [{ ...bare, fix: false, suggestions: [{ message: 'Say it once.', edits }] }]);
    expect(server.lineComments[0]?.body).toContain('\n\nSay it once.\n\n```suggestion\n');
  });
});

describe('a fix as whole lines', () => {
  const text = 'one\n  two,\n  three\nfour';

  it.each([
    ['a part of a line', 4, 10, '  2,', { firstLine: 2, lastLine: 2, text: '  2,' }],
    ['a whole line that goes', 4, 11, '', { firstLine: 2, lastLine: 2, text: undefined }],
    ['the end of a line and the next one', 9, 18, '', { firstLine: 2, lastLine: 3, text: '  two' }],
    ['a line break, which draws the next line up', 3, 6, '', { firstLine: 1, lastLine: 2, text: 'onetwo,' }],
    ['something put in', 19, 19, 'x\n', { firstLine: 4, lastLine: 4, text: 'x\nfour' }],
    ['the last line', 19, 23, '', { firstLine: 4, lastLine: 4, text: undefined }],
  ])('%s', (_, start, end, put, suggestion) => {
    expect(suggestionOf(text, [{ range: [start, end], text: put }])).toEqual(suggestion);
  });

  it('there is none of edits that overlap or are of another text', () => {
    expect(suggestionOf(text, [{ range: [0, 99], text: '' }])).toBeUndefined();
    expect(
      suggestionOf(text, [
        { range: [0, 5], text: '' },
        { range: [3, 6], text: '' },
      ]),
    ).toBeUndefined();
  });
});

it('the lines that a patch shows are those of its right side, in runs', () => {
  const shown = shownLines(
    '@@ -1,2 +1,2 @@\n a\n-b\n+c\n@@ -9 +9,2 @@ x\n+d\n e\n\\ No newline at end of file',
  );
  expect([1, 2, 3, 9, 10, 11].map((line) => shown.runOf(line))).toEqual([1, 1, undefined, 2, 2, undefined]);
});

function finding(rule: string, fingerprint: string, from: string, to: string) {
  const start = POLICY.indexOf(from);
  return {
    rule,
    fingerprint,
    message: `${rule} of "ecs:cloudServers:list" and @someone`,
    fix: true,
    edits: [{ range: [start, start + from.length], text: to }],
    url: `https://example.com/${rule}`,
  };
}

async function review(server: GithubServer, findings: readonly object[] | string) {
  const cwd = folder({
    'iam/app.json': POLICY,
    'iam/report.md': '',
    'iam/report.json':
      typeof findings === 'string'
        ? findings
        : JSON.stringify({ version: 1, files: [{ path: 'app.json', findings }] }),
    'event.json': JSON.stringify({ pull_request: { number: 7, head: { sha: 'abc123' } } }),
  });
  const io = {
    ...memoryIo(join(cwd, 'iam')),
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_TOKEN: 's3cret',
      GITHUB_EVENT_PATH: join(cwd, 'event.json'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
      GITHUB_WORKSPACE: cwd,
    },
  };
  writeFileSync(join(cwd, 'summary.md'), '');
  const code = await run(io, { report: 'report.md', review: 'report.json', key: 'report' });
  return { code, out: io.out(), err: io.err(), summary: readFileSync(join(cwd, 'summary.md'), 'utf8') };
}

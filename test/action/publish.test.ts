import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/commands/publish/publish.js';
import { truncateMarkdown } from '../../src/commands/publish/truncate-markdown.js';
import { memoryIo } from '../commands/memory-io.js';
import { folder } from '../e2e/run.js';
import { BOT, githubServer } from './github-server.js';
import type { GithubServer, StoredComment } from './github-server.js';

const MARKER = '<!-- lint-policies: report -->\n';
const REPORT = '❌ **1 error in 1 file.**\n';
const PULL_REQUEST = { pull_request: { number: 7 } };

describe('a report is published', () => {
  it('as one comment that the next run updates', async () => {
    const server = await githubServer();
    const first = await publish(server, REPORT);
    expect(first).toEqual({
      code: 0,
      out: '',
      err: 'comment on pull request 7: created\n',
      summary: `${REPORT}\n`,
    });
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/infra/issues/7/comments?per_page=100&page=1',
      'POST /repos/acme/infra/issues/7/comments',
    ]);
    expect(server.requests[1]).toMatchObject({
      headers: {
        authorization: 'Bearer s3cret',
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^lint-policies\//) as string,
      },
      body: { body: MARKER + REPORT },
    });

    expect((await publish(server, '✅ **No findings.**\n')).err).toBe('comment on pull request 7: updated\n');
    expect(server.requests.slice(2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/infra/issues/7/comments?per_page=100&page=1',
      'GET /user',
      'PATCH /repos/acme/infra/issues/comments/1000',
    ]);
    expect(server.comments.map(({ body }) => body)).toEqual([`${MARKER}✅ **No findings.**\n`]);
    expect((await publish(server, '✅ **No findings.**\n')).err).toBe(
      'comment on pull request 7: unchanged\n',
    );
  });

  it('into the comment that is found on a later page, and not into one that somebody else began with the marker', async () => {
    const others = Array.from({ length: 130 }, (_, index): StoredComment => ({
      id: index + 1,
      body: index === 3 ? `${MARKER}mine now` : 'hello',
      user: { login: 'someone', type: 'User' },
    }));
    const server = await githubServer([
      ...others.slice(0, 120),
      { id: 900, body: `${MARKER}before`, user: BOT },
      ...others.slice(120),
    ]);
    await publish(server, REPORT);
    expect(
      server.requests
        .filter(({ path }) => path.includes('page='))
        .map(({ path }) => new URL(path, server.url).searchParams.get('page')),
    ).toEqual(['1', '2']);
    expect(server.comments.find(({ id }) => id === 900)?.body).toBe(MARKER + REPORT);
    expect(server.comments.find(({ id }) => id === 4)?.body).toBe(`${MARKER}mine now`);
    expect(server.comments).toHaveLength(131);
  });

  it('nowhere on the pull request where there is nothing to say, but an older word is taken back', async () => {
    const server = await githubServer();
    expect((await publish(server, '')).err).toBe('comment on pull request 7: not needed\n');
    expect(server.comments).toEqual([]);
    await publish(server, REPORT);
    expect(await publish(server, '')).toMatchObject({
      err: 'comment on pull request 7: updated\n',
      summary: '✅ **Nothing to report.**\n\n',
    });
    expect(server.comments.map(({ body }) => body)).toEqual([`${MARKER}✅ **Nothing to report.**\n`]);
  });

  it('in the summary alone where the token of a fork may only read', async () => {
    const server = await githubServer([], ({ method }) => (method === 'GET' ? undefined : { status: 403 }));
    const { code, out, summary } = await publish(server, REPORT);
    expect(code).toBe(0);
    expect(out).toBe(
      '::notice title=lint-policies::No comment was written: the token may not write comments (403), ' +
        'as is usual for pull requests from forks. The report is in the summary of this job.\n',
    );
    expect(summary).toBe(`${REPORT}\n`);
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('after the server has failed, and once although the first answer was lost', async () => {
    const flaky = await githubServer([], (_, index) => (index === 0 ? { status: 502 } : undefined));
    expect((await publish(flaky, REPORT)).err).toBe('comment on pull request 7: created\n');
    const lost = await githubServer();
    const again = await githubServer(lost.comments, ({ method, body }) => {
      if (method !== 'POST') return undefined;
      lost.comments.push({ id: 5, body: (body as { readonly body: string }).body, user: BOT });
      return { status: 504 };
    });
    expect((await publish(again, REPORT)).err).toBe('comment on pull request 7: unchanged\n');
    expect(lost.comments).toHaveLength(1);
  });

  it('when the limit of requests is over', async () => {
    const server = await githubServer([], (_, index) =>
      index === 0 ? { status: 403, headers: { 'retry-after': '0' } } : undefined,
    );
    expect((await publish(server, REPORT)).err).toBe('comment on pull request 7: created\n');
  });

  it('with a warning, not a failure, where the server stays away', async () => {
    const server = await githubServer([], () => ({ status: 500 }));
    expect(await publish(server, REPORT)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^::warning title=lint-policies::No comment was written: GitHub answered 500 to GET /,
      ) as string,
    });
    expect(server.requests).toHaveLength(3);
  });

  it('in the summary alone where the run is for no pull request, or has no token', async () => {
    const server = await githubServer();
    expect((await publish(server, REPORT, { event: { ref: 'refs/heads/main' } })).out).toContain(
      'this run is for no pull request',
    );
    expect((await publish(server, REPORT, { token: '' })).out).toContain(
      'there is no GITHUB_TOKEN; give the step one.',
    );
    expect(server.requests).toEqual([]);
  });

  it('not at all under a key that would not stay in its comment', async () => {
    const io = memoryIo(folder({ 'report.md': REPORT }));
    await expect(run(io, { report: 'report.md', comment: true, key: 'a --> b' })).rejects.toThrow(
      '--key may hold letters, digits, ".", "_" and "-" only; choose another',
    );
  });

  it('cut where it is longer than a comment may be', async () => {
    const server = await githubServer();
    const long = `${REPORT}\n<details><summary>calls</summary>\n\n${'- `ecs:cloudServers:list` 查询\n'.repeat(4000)}\n</details>\n`;
    const { summary } = await publish(server, long);
    const [comment] = server.comments;
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
    expect(comment?.body).toMatch(
      /- `ecs:cloudServers:list` 查询\n\n<\/details>\n\n\*The report is longer than GitHub shows;.*\*\n$/,
    );
    expect(summary).toBe(`${long}\n`);
  });
});

describe('a text that is cut', () => {
  it.each([200, 300, 1000])('is never longer than %i, and closes what is folded', (limit) => {
    const text = `${'<details><summary>a</summary>\n\n'.repeat(3)}${'words and words\n'.repeat(200)}`;
    const cut = truncateMarkdown(text, limit);
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(cut.match(/<details>/g)?.length ?? 0).toBe(cut.match(/<\/details>/g)?.length ?? 0);
  });
});

async function publish(
  server: GithubServer,
  report: string,
  { event = PULL_REQUEST, token = 's3cret' }: { readonly event?: unknown; readonly token?: string } = {},
) {
  const cwd = folder({ 'report.md': report, 'event.json': JSON.stringify(event) });
  const io = {
    ...memoryIo(cwd),
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_TOKEN: token,
      GITHUB_EVENT_PATH: join(cwd, 'event.json'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    },
  };
  writeFileSync(join(cwd, 'summary.md'), '');
  const code = await run(io, { report: 'report.md', comment: true, key: 'report' });
  return { code, out: io.out(), err: io.err(), summary: readFileSync(join(cwd, 'summary.md'), 'utf8') };
}

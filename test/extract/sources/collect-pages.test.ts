import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../src/catalog/model/sources-schema.js';
import type { Generation } from '../../../src/catalog/model/sources-schema.js';
import { storedServices } from '../../../src/catalog/yaml/store.js';
import { bringFromGit, workingFile } from '../../../src/extract/sources/git-source.js';
import { openHttp } from '../../../src/extract/sources/http.js';
import { refreshCatalogs } from '../../../src/extract/sources/refresh.js';
import { collectPages } from '../../../src/extract/sources/collect-pages.js';
import type { Supply } from '../../../src/extract/sources/collect-pages.js';
import { readText } from '../../../src/files.js';

const root = mkdtempSync(join(tmpdir(), 'sources-'));
const repository = join(root, 'repository');
let first: string;
let second: string;

const table = (title: string, endpoint: string, action: string) =>
  `| Permission | API | Action |\n|---|---|---|\n| ${title} | ${endpoint} | ${action} |\n`;

const forbidden = () => {
  throw new Error('nothing is to be read');
};

function git(...args: string[]): string {
  return execFileSync(
    'git',
    [
      '-C',
      repository,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.org',
      '-c',
      'commit.gpgsign=false',
      ...args,
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: '2021-03-04T05:06:07Z',
        GIT_AUTHOR_DATE: '2021-03-04T05:06:07Z',
      },
    },
  ).trim();
}

function put(name: string, text: string): void {
  mkdirSync(dirname(join(repository, name)), { recursive: true });
  writeFileSync(join(repository, name), text);
}

function commit(): string {
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

beforeAll(() => {
  mkdirSync(repository);
  git('init', '-q');
  put(
    'API 参考/生命周期（1）.md',
    table('停止', 'POST /v1/{project_id}/cloudservers/action', 'ecs:cloudServers:halt'),
  );
  put(
    'API 参考/[odd] #name!.md',
    table('查询', 'GET /v1/{project_id}/cloudservers', 'ecs:cloudServers:list'),
  );
  put('other/large.md', table('x', 'GET /v1/other', 'ecs:other:get'));
  symlinkSync('/etc/passwd', join(repository, 'API 参考/link.md'));
  first = commit();
  put(
    'API 参考/生命周期（1）.md',
    table('停止', 'POST /v1/{project_id}/cloudservers/action', 'ecs:cloudServers:stop'),
  );
  rmSync(join(repository, 'API 参考/[odd] #name!.md'));
  put('api-ref/source/ecs/start.rst', 'Start\n=====\n');
  second = commit();
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const bring = (facts: Partial<Parameters<typeof bringFromGit>[0]> = {}) =>
  bringFromGit({
    url: pathToFileURL(repository).href,
    commit: second,
    paths: ['API 参考'],
    folder: join(root, 'work'),
    ...facts,
  });

describe('files of a git repository', () => {
  it('are those of the wanted folders at the wanted commit, links left out', async () => {
    const { names, date } = await bring();
    expect(names).toEqual(['API 参考/生命周期（1）.md']);
    expect(date).toBe('2021-03-04');
    expect(readText(workingFile(join(root, 'work'), names[0] ?? ''))).toContain('ecs:cloudServers:stop');
  });

  it('of another commit replace them, whatever they are called', async () => {
    const { names } = await bring({ commit: first });
    expect(names).toEqual(['API 参考/[odd] #name!.md', 'API 参考/生命周期（1）.md']);
    expect(names.map((name) => readText(workingFile(join(root, 'work'), name))).join('')).toContain(
      'ecs:cloudServers:halt',
    );
  });

  it('are there without the network once they were brought', async () => {
    await bring({ commit: first, folder: join(root, 'again') });
    expect(
      (await bring({ commit: first, folder: join(root, 'again'), url: 'file:///nowhere' })).names,
    ).toHaveLength(2);
  });

  it.each([
    ['a repository that is not there', { url: 'file:///nowhere/at/all' }],
    ['a commit that is not there', { commit: '0123456789012345678901234567890123456789' }],
  ])('%s ends with what git says and what to do', async (_, facts) => {
    await expect(bring({ ...facts, folder: join(root, 'missing') })).rejects.toMatchObject({
      code: 'network',
      message: expect.stringMatching(
        /^git fetch failed: .*; check the repository and the commit$/,
      ) as unknown,
    });
  });
});

const sourcesText = (url: string, published = '') => `schema: 1
clouds:
  testcloud:
    generations:
      - name: today
        role: current
        repositories:
          - { name: owner/ecs, url: '${url}', commit: '${second}', folder: today/ecs, pages: ['API 参考'] }
${published}      - name: archive
        role: former
        repositories:
          - { name: owner/ecs@${first.slice(0, 10)}, url: '${url}', commit: '${first}', folder: archive/ecs, pages: ['API 参考'] }
`;

async function collect(generations: readonly Generation[], supply: Supply) {
  const pages: string[] = [];
  const problems: string[] = [];
  for await (const one of collectPages(generations, supply)) {
    if (one.kind === 'page') pages.push(`${one.page.role} ${one.page.page} ${one.page.revision}`);
    else problems.push(`${one.problem.where?.file ?? ''}: ${one.problem.message}`);
  }
  return { pages, problems };
}

const generationsOf = (text: string) =>
  readSources(text, 'sources.yaml').clouds['testcloud']?.generations ?? [];

describe('sources', () => {
  it('are brought by git, named as strangers know them, dated by their commits', async () => {
    const supply: Supply = { kind: 'network', cache: join(root, 'cache'), http: openHttp() };
    expect(await collect(generationsOf(sourcesText(pathToFileURL(repository).href)), supply)).toEqual({
      pages: [
        'current owner/ecs/API 参考/生命周期（1）.md 2021-03-04',
        `former owner/ecs@${first.slice(0, 10)}/API 参考/[odd] #name!.md 2021-03-04`,
        `former owner/ecs@${first.slice(0, 10)}/API 参考/生命周期（1）.md 2021-03-04`,
      ],
      problems: [],
    });
  });

  it('are taken from a folder that holds them; what it lacks is told and the rest goes on', async () => {
    const folder = join(root, 'local');
    mkdirSync(join(folder, 'archive/ecs/API 参考'), { recursive: true });
    writeFileSync(join(folder, 'archive/ecs/API 参考/a.md'), table('a', 'GET /v1/a', 'ecs:a:get'));
    const { pages, problems } = await collect(
      generationsOf(sourcesText('https://github.com/owner/ecs.git')),
      { kind: 'folder', root: folder },
    );
    expect(pages).toEqual([
      `former owner/ecs@${first.slice(0, 10)}/API 参考/a.md owner/ecs@${first.slice(0, 10)}`,
    ]);
    expect(problems).toEqual([expect.stringContaining('the folder does not hold these pages')]);
  });

  it('that are written as reStructuredText are read as the HTML that they are published as', async () => {
    const server = createServer((request, response) =>
      request.url === '/docs/ecs/start.html'
        ? response.end('<p>no table</p>')
        : response.writeHead(404).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const text = sourcesText(
      pathToFileURL(repository).href,
      `          - { name: owner/rst, url: '${pathToFileURL(repository).href}', commit: '${second}', folder: rst, pages: [api-ref], published: [{ folder: api-ref/source, url: '${url}/docs' }] }\n        pages: ['${url}/gone.html']\n`,
    );
    const { pages, problems } = await collect(generationsOf(text).slice(0, 1), {
      kind: 'network',
      cache: join(root, 'cache'),
      http: openHttp({ pause: 0 }),
    });
    server.close();
    expect(pages[1]).toBe('current owner/rst/api-ref/source/ecs/start.html 2021-03-04');
    expect(problems).toEqual([`${url}/gone.html: answered 404 Not Found; check the address`]);
  });

  it('that a former revision published are not asked for: what stands at the address now is another page', async () => {
    const text = sourcesText(
      pathToFileURL(repository).href,
      `          - { name: owner/rst@0123456789, url: '${pathToFileURL(repository).href}', commit: '${second}', folder: rst, pages: [api-ref], published: [{ folder: api-ref/source, url: 'https://docs.example/api-ref' }] }\n`,
    );
    const { problems } = await collect(generationsOf(text).slice(0, 1), {
      kind: 'network',
      cache: join(root, 'cache'),
      http: { page: forbidden, bytes: forbidden, slowDown: forbidden },
    });
    expect(problems).toEqual([
      'owner/rst@0123456789: what this revision published is not there any more; bring it with --from FOLDER',
    ]);
  });

  it.each([
    ['a path that leads out of the repository', "pages: ['../x']", 'expected a path below the repository'],
    ['a commit that is none', 'commit: main', 'expected a commit'],
    ['an unknown key', 'branch: main', 'unknown key "branch"'],
  ])('complain about %s', (_, line, message) => {
    const text = `schema: 1\nclouds:\n  testcloud:\n    generations:\n      - name: a\n        role: current\n        repositories:\n          - name: a/b\n            folder: b\n            ${line}\n${line.startsWith('commit') ? '' : `            commit: ${'ab'.repeat(20)}\n`}${line.startsWith('pages') ? '' : '            pages: [x]\n'}`;
    expect(() => readSources(text, 'sources.yaml')).toThrow(message);
  });
});

describe('a refresh', () => {
  it('makes the catalog of a cloud from its repositories, former names included, and again gives the same', async () => {
    const options = {
      sources: readSources(sourcesText(pathToFileURL(repository).href), 'sources.yaml'),
      supply: { kind: 'network', cache: join(root, 'cache'), http: openHttp() } as const,
      transcripts: root,
      out: join(root, 'catalog'),
      acceptLoss: false,
    };
    const [refreshed] = await refreshCatalogs(options);
    expect(refreshed).toMatchObject({
      cloud: 'testcloud',
      problems: [],
      stored: { written: ['ecs.yaml'] },
      tally: { pages: 3, entries: 3 },
    });
    expect(storedServices(join(root, 'catalog'), 'testcloud')).toMatchObject([
      {
        service: 'ecs',
        operations: [{ id: 'ecs/batch-stop-servers' }],
        former_actions: [
          {
            name: 'ecs:cloudServers:halt',
            last_documented: '2021-03-04',
            replaced_by: ['ecs:cloudServers:stop'],
          },
          { name: 'ecs:cloudServers:list' },
        ],
      },
    ]);
    const [again] = await refreshCatalogs(options);
    expect(again?.stored).toMatchObject({ written: [], unchanged: ['ecs.yaml'] });
  });
});

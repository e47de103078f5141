import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherInput } from '../../../src/commands/discovery/lint-input.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import type { Io } from '../../../src/commands/io/io.js';
import { formatProblem, Problem } from '../../../src/problem.js';

const sink = { write: () => undefined, isTTY: false, columns: 80, color: false };
const io: Io = {
  cwd: process.cwd(),
  env: {},
  stdout: sink,
  stderr: sink,
  stdin: () => Promise.resolve(Buffer.from('\ufeff{}')),
};
const config = DEFAULT_CONFIG;

describe('Markdown texts', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'texts-'));
  const example = '```json\n{ "Version": "1.1", "Statement": [] }\n```\n';
  writeFileSync(join(cwd, 'guide.md'), example);
  writeFileSync(join(cwd, 'other.md'), '# Nothing\n');
  writeFileSync(join(cwd, 'values.auto.tfvars'), 'statements = []\n');
  const gather = async (more: object) => {
    const { files } = await gatherInput(
      { ...io, cwd },
      { paths: [], manifest: [], config, ...more },
      undefined,
    );
    return files.map(({ path }) => path);
  };

  it('are found where examples count, and only those with a policy in a block', async () => {
    expect(await gather({ examples: true })).toEqual(['guide.md', 'values.auto.tfvars']);
    expect(await gather({})).toEqual(['values.auto.tfvars']);
    expect(await gather({ paths: ['other.md'] })).toEqual(['other.md']);
  });

  it('are left out by a glob of the configuration', async () => {
    const without = { ...config, ignores: [{ files: ['**/*.md'], reason: 'examples of what is wrong' }] };
    expect(await gather({ examples: true, config: without })).toEqual(['values.auto.tfvars']);
  });
});

describe('gathering what is to be linted', () => {
  it('goes on where a file cannot be read', async () => {
    const read = (path: string): string => {
      if (path.endsWith('app.json'))
        throw new Problem('file', 'permission denied; make it readable for this user', { file: path });
      return 'text';
    };
    const { files, problems } = await gatherInput(
      io,
      { paths: ['test/fixtures/report/app.json', 'package.json'], manifest: [], config },
      undefined,
      { read },
    );
    expect(problems.map(formatProblem)).toEqual([
      'test/fixtures/report/app.json: permission denied; make it readable for this user',
    ]);
    expect(files).toEqual([{ path: 'package.json', text: 'text', found: false }]);
  });

  it('brings the policies of a manifest that is named alone', async () => {
    const { files, manifests } = await gatherInput(
      io,
      { paths: [], manifest: ['examples/night-shift.apis.yaml'], config },
      undefined,
    );
    expect(manifests.map(({ path }) => path)).toEqual(['examples/night-shift.apis.yaml']);
    expect(files.map(({ path }) => path)).toEqual(['examples/night-shift.json']);
  });

  it('takes standard input once, in place of the file that it is named after', async () => {
    const { files, manifests } = await gatherInput(
      io,
      { paths: ['-', 'examples'], manifest: [], stdinFilename: 'examples/night-shift.json', config },
      undefined,
    );
    expect(files).toEqual([{ path: 'examples/night-shift.json', text: '{}' }]);
    expect(manifests.map(({ path }) => path)).toEqual(['examples/night-shift.apis.yaml']);
  });

  it('tells a watcher every folder that matters', async () => {
    const folders = new Set<string>();
    await gatherInput(io, { paths: ['examples'], manifest: [], config }, undefined, {
      onFolder: (folder) => folders.add(folder),
    });
    expect([...folders]).toEqual([`${process.cwd()}/examples`]);
  });
});

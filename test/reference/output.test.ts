import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/commands/reference/reference.js';
import type { Io } from '../../src/commands/io/io.js';
import { Problem } from '../../src/problem.js';
import { writeOutput } from '../../src/reference/output.js';
import { CATALOG } from './fixture.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('writing the reference', () => {
  it('removes what an earlier run wrote and this one does not, and nothing else', () => {
    writeFileSync(join(folder, 'mine.md'), 'mine');
    writeOutput(
      folder,
      new Map([
        ['a.md', 'a'],
        ['b/c.md', 'c'],
      ]),
    );
    writeOutput(folder, new Map([['a.md', 'A']]));
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('A');
    expect(existsSync(join(folder, 'b/c.md'))).toBe(false);
    expect(existsSync(join(folder, 'mine.md'))).toBe(true);
  });

  it('never follows its list of files out of the folder', () => {
    const outside = join(folder, 'outside.md');
    writeFileSync(outside, 'stays');
    writeOutput(join(folder, 'out'), new Map([['a.md', 'a']]));
    writeFileSync(join(folder, 'out/.generated'), `../outside.md\n${outside}\nx/../../outside.md\n`);
    writeOutput(join(folder, 'out'), new Map([['a.md', 'a']]));
    expect(existsSync(outside)).toBe(true);
  });

  it('is a command: Markdown of every cloud, or of one', async () => {
    const { io, stderr } = captured();
    expect(await run(io, { out: folder, catalog: CATALOG })).toBe(0);
    expect(stderr()).toMatch(/^wrote \d+ files to .*; open README\.md\n$/);
    expect(existsSync(join(folder, 'opentelekomcloud/ecs/apis.md'))).toBe(true);
    expect(await run(io, { out: folder, catalog: CATALOG, cloud: 'huaweicloud' })).toBe(0);
    expect(existsSync(join(folder, 'opentelekomcloud/ecs/apis.md'))).toBe(false);
    expect(existsSync(join(folder, 'huaweicloud/ecs/apis.md'))).toBe(true);
  });

  it('says which clouds there are where the one asked for is not', async () => {
    await expect(run(captured().io, { out: folder, catalog: CATALOG, cloud: 'elsewhere' })).rejects.toThrow(
      /elsewhere.*"huaweicloud" and "opentelekomcloud"/,
    );
    await expect(run(captured().io, { out: folder, catalog: folder })).rejects.toBeInstanceOf(Problem);
  });
});

function captured(): { readonly io: Io; readonly stderr: () => string } {
  let text = '';
  const sink = {
    write: (part: string) => {
      text += part;
    },
    isTTY: false,
    columns: 80,
    color: false,
  };
  return {
    io: {
      cwd: process.cwd(),
      env: {},
      stdout: sink,
      stderr: sink,
      stdin: () => Promise.resolve(new Uint8Array()),
    },
    stderr: () => text,
  };
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Io } from '../../src/commands/io/io.js';
import { run } from '../../src/commands/lint/lint.js';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { CATALOG } from '../reference/fixture.js';

/** Lints some files as the command does, in a folder of their own, and gives the record. */
export async function lintAsCommand(files: Readonly<Record<string, string>>): Promise<LintRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const sink = { write: () => undefined, isTTY: false, columns: 80, color: false };
    const io: Io = {
      cwd: folder,
      env: {},
      stdout: sink,
      stderr: sink,
      stdin: () => Promise.resolve(new Uint8Array()),
    };
    await run(io, {
      paths: [],
      manifest: [],
      catalog: resolve(CATALOG),
      format: [{ format: 'json', file: join(folder, 'record.json') }],
    });
    return JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as LintRecord;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

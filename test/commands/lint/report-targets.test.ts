import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LintOptions } from '../../../src/commands/lint/lint-options.js';
import { refuseInputsAsTargets, refuseSharedTargets } from '../../../src/commands/lint/report-targets.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'targets-'));
  writeFileSync(join(cwd, 'app.json'), '{}');
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function options(files: readonly (string | undefined)[], output?: string): LintOptions {
  return { paths: [], manifest: [], output, format: files.map((file) => ({ format: 'json', file })) };
}

describe('a report', () => {
  it.each([
    ['by its name', 'app.json'],
    ['by another path', './x/../app.json'],
    ['by a link', 'link.json'],
  ])('is not written over an input, named %s', (_, target) => {
    symlinkSync('app.json', join(cwd, 'link.json'));
    const refused = 'is an input of this run and would be overwritten by a report; name another file';
    expect(() => {
      refuseInputsAsTargets({ cwd }, options([target]), ['app.json']);
    }).toThrow(refused);
    expect(() => {
      refuseInputsAsTargets({ cwd }, options([], target), ['app.json']);
    }).toThrow(refused);
  });

  it('may take the place of an earlier one', () => {
    refuseInputsAsTargets({ cwd }, options(['report.json'], 'app.txt'), ['app.json']);
  });

  it.each([
    ['two formats of one file', options(['r', './r'])],
    ['two formats of one output', options([undefined, undefined], 'r')],
    ['a format and the output', options(['r', undefined], 'r')],
  ])('is not written over another one: %s', (_, asked) => {
    expect(() => {
      refuseSharedTargets({ cwd }, asked);
    }).toThrow('is named for two reports, of which one would overwrite the other; name a file for each');
  });

  it('shares a device with another one, and its own file with none', () => {
    refuseSharedTargets({ cwd }, options(['/dev/null', '/dev/null', 'a', 'b', undefined], 'c'));
    refuseSharedTargets({ cwd }, options([undefined, undefined]));
  });
});

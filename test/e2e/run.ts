import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const CLI = resolve('dist/cli.js');
export const CATALOG = resolve('test/fixtures/commands/catalog');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program, where it is a copy. */
  readonly cli?: string;
}

/** Runs the built command as a process. Colours and CI variables of whoever runs the tests are left out. */
export function run(args: readonly string[], { cwd, input, env, cli = CLI }: RunOptions = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
  return { code: status, stdout, stderr };
}

/** A folder with these files, gone after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'lint-policies-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

/** A policy of Version 1.1 that allows these actions. */
export function policy(...actions: readonly string[]): string {
  return `${JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] }, undefined, 2)}\n`;
}

/** A manifest of these calls. */
export function manifest(...calls: readonly string[]): string {
  return `apis:\n${calls.map((call) => `  - ${call}\n`).join('')}`;
}

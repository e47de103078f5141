import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const CLI = resolve('dist/cli.js');
export const ESLINT = resolve('node_modules/eslint/bin/eslint.js');
export const SPECTRAL = resolve('bench/node_modules/@stoplight/spectral-cli/dist/index.js');
export const PEERS = resolve('bench/peers');

/** The folder of real pages, where the environment names one (see CONTRIBUTING.md). */
export const CORPUS = process.env['LINT_POLICIES_CORPUS'];

const root = join(tmpdir(), `lint-policies-bench-${process.pid}`);

/** An empty folder for one suite's input. */
export function workFolder(name: string): string {
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function removeWorkFolders(): void {
  rmSync(root, { recursive: true, force: true });
}

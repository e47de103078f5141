import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { CATALOG, CLI, folder, manifest, policy } from '../e2e/run.js';
import { defined } from '../../src/defined.js';

export const LIST = 'GET /v1/{project_id}/cloudservers/detail';
export const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';
export const FIXED = policy('ecs:cloudServers:list');

/** A fault as `inject.mjs` makes it. */
export interface Fault {
  readonly call: string;
  readonly path: string;
  readonly code?: string;
  readonly signal?: NodeJS.Signals;
  readonly write?: { readonly file: string; readonly text: string };
}

export interface Ended {
  /** As a shell shows it: 128 and more for a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const SIGNAL_NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGTERM: 15,
};

/** Runs the built command in a folder, with a fault where one is given. */
export function run(cwd: string, args: readonly string[], fault?: Fault): Ended {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...preload(fault), CLI, ...args], {
    cwd,
    input: '',
    encoding: 'utf8',
    env: environment(fault),
  });
  return { code: codeOf(status, signal), stdout, stderr };
}

/** The same without waiting: the test goes on beside it. */
export function start(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment(undefined), ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((done) =>
    child.on('close', (status, signal) => {
      done({ code: codeOf(status, signal), ...output });
    }),
  );
  return { child, output, ended };
}

/** Runs the built command through bash, where `$LINT` is the command: for pipes and redirections. */
export function shell(cwd: string, script: string): Ended {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...environment(undefined), LINT: `${process.execPath} ${CLI}`, CATALOG },
  });
  return { code: status ?? -1, stdout, stderr };
}

function preload(fault: Fault | undefined): string[] {
  return fault === undefined
    ? []
    : ['--import', pathToFileURL(resolve('test/fixtures/faults/inject.mjs')).href];
}

function environment(fault: Fault | undefined): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return defined({ PATH, HOME, FAULT: fault === undefined ? undefined : JSON.stringify(fault) });
}

function codeOf(status: number | null, signal: NodeJS.Signals | null): number {
  return status ?? 128 + (signal === null ? 0 : (SIGNAL_NUMBERS[signal] ?? 0));
}

/** A policy that has a fix, and its manifest. */
export function workspace(files: Readonly<Record<string, string>> = {}): string {
  return folder({ 'app.json': policy('ecs:cloudServers:*'), 'app.apis.yaml': manifest(LIST), ...files });
}

/** Every file below a folder with its text. */
export function contents(cwd: string): Readonly<Record<string, string>> {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(cwd, name), { throwIfNoEntry: false })?.isFile() === true,
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(cwd, name), 'utf8')]));
}

export const isRoot = process.getuid?.() === 0;

/** A file system of its own that holds very little; undefined where it cannot be mounted. */
export function smallDisk(kilobytes: number): string | undefined {
  const path = folder();
  if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]).status !== 0)
    return undefined;
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path]);
  });
  return path;
}

/** A device of this kind in a folder; false where it cannot be made. */
export function device(path: string, major: number, minor: number): boolean {
  return isRoot && spawnSync('mknod', ['-m', '666', path, 'c', String(major), String(minor)]).status === 0;
}

/** Whether permissions can be tested: as an ordinary user, or as root that can become one. */
export const canBeRefused = !isRoot || spawnSync('setpriv', [...NOBODY(), 'true']).status === 0;

/** Runs the built command as a user whom permissions hold for. */
export function runRefused(cwd: string, args: readonly string[]): Ended {
  if (isRoot) chmodSync(cwd, 0o777);
  const command = [process.execPath, CLI, ...args];
  const [first = '', ...rest] = isRoot ? ['setpriv', ...NOBODY(), ...command] : command;
  const { status, signal, stdout, stderr } = spawnSync(first, rest, {
    cwd,
    input: '',
    encoding: 'utf8',
    env: environment(undefined),
  });
  return { code: codeOf(status, signal), stdout, stderr };
}

function NOBODY(): readonly string[] {
  return ['--reuid=65534', '--regid=65534', '--clear-groups'];
}

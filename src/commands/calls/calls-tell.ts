import { resolve } from 'node:path';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { isThere } from '../../files.js';
import { pathsOf } from '../../lint/run/workload.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import { commandLine } from '../io/command-line.js';
import type { Io } from '../io/io.js';
import type { CallEntry } from './calls-entries.js';
import type { Scan } from './calls-scan.js';

const say = speaker('commands-calls', en);

/** Says on stderr what a manifest cannot say: what was left out, and how much there was. */
export function tellScan(
  { stderr }: Io,
  { unplaced, passed, clients, scanned, broken, leftOut }: Scan,
  entries: readonly CallEntry[],
): void {
  for (const { file, line, client } of clients)
    stderr.write(
      `${printable(say('unreadClient', { place: [file, line ?? []].flat().join(':'), client }))}\n`,
    );
  for (const { file, line, text, reason, count: times = 1 } of [...unplaced, ...passed]) {
    const place = [file, line ?? []].flat().join(':');
    stderr.write(`${printable(say('unplaced', { place, text, times, reason }))}\n`);
  }
  const counts = {
    calls: entries.length,
    files: scanned,
    unproven: entries.filter(({ status }) => status !== 'resolved').length,
    unplaced: unplaced.length,
    clients: new Set(clients.map(({ client }) => client)).size,
    broken,
  };
  stderr.write(`${say('counts', counts)}\n`);
  const left = { tests: leftOut.get('tests') ?? 0, library: leftOut.get('library') ?? 0 };
  const bundles = leftOut.get('bundle') ?? 0;
  if (bundles > 0) stderr.write(`${say('bundlesLeftOut', { bundles })}\n`);
  if (left.tests + left.library > 0) stderr.write(`${say('leftOut', left)}\n`);
  if (entries.length + unplaced.length + passed.length + clients.length === 0)
    stderr.write(`${say('noClientSeen')}\n`);
}

/** What to do with a manifest that was written: judge the policies that it names, or that are called as it is, or name some. */
export function tellNext({ cwd, stderr }: Io, file: string, text: string): void {
  const command = commandLine('lint-policies -m', [file]);
  const policies = pathsOf(parseManifest(text, file).manifest).filter((path) => isThere(resolve(cwd, path)));
  const next =
    policies.length === 0 ? say('nameThePolicies', { command }) : say('judgeThem', { command, policies });
  stderr.write(`${printable(next)}\n`);
}

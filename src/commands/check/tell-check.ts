import { posix } from 'node:path';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-check.js';
import { speaker } from '../../wording/speaker.js';
import { commandLine } from '../io/command-line.js';
import type { Io } from '../io/io.js';
import type { Decision, PolicyUnit } from './assign.js';
import { manifestFor } from './decided-workload.js';
import type { DecidedWorkload } from './decided-workload.js';

const say = speaker('commands-check', en);

/** How it was decided, in one line. */
export function tellDecided(
  { stderr }: Io,
  workload: DecidedWorkload,
  counts: { readonly calls: number; readonly unread: number },
): void {
  const { policies, because } = workload;
  const sentence =
    because.by === 'configuration'
      ? say('byConfiguration', { policies, ...counts, name: because.name, file: because.file })
      : say(SENTENCES[because.by], { policies, ...counts, folder: because.folder });
  stderr.write(`${printable(sentence)}\n`);
}

/** Calls in its sources that go to other clouds than its policies are for. */
export function tellOthers(
  { stderr }: Io,
  { policies, cloud }: DecidedWorkload,
  others: Readonly<Record<string, number>>,
): void {
  for (const [other, calls] of Object.entries(others))
    stderr.write(`${printable(say('ofOtherCloud', { policies, judged: cloud, other, calls }))}\n`);
}

/** A workload of the configuration that is for nothing. */
export function tellEmpty({ stderr }: Io, { because }: DecidedWorkload): void {
  if (because.by === 'configuration')
    stderr.write(`${printable(say('empty', { name: because.name, file: because.file }))}\n`);
}

const SENTENCES = { name: 'byName', place: 'byPlace', choice: 'byChoice' } as const;

/** What could not be decided, with the lines of a configuration that decide it. */
export function tellUndecided(
  { stderr }: Io,
  { units, folder }: Extract<Decision, { status: 'undecided' }>,
): void {
  stderr.write(`${printable(say('undecided', { policies: units.map(({ name }) => name), folder }))}\n`);
  stderr.write('  workloads:\n');
  for (const { policies, names } of units.slice(0, MOST_EXAMPLES))
    stderr.write(
      `${printable(`    ${JSON.stringify(names[0] ?? '')}: { policies: ${JSON.stringify(policies)}, sources: ${JSON.stringify([folder])} }`)}\n`,
    );
}

/** Enough to see how it is written. */
const MOST_EXAMPLES = 3;

export function tellAlone({ stderr }: Io, unit: PolicyUnit): void {
  const manifest = manifestFor(unit);
  const policy = posix.relative(posix.dirname(manifest), unit.policies[0] ?? unit.file);
  const command = commandLine('lint-policies calls SOURCES -m', [manifest, '-p', policy]);
  stderr.write(`${printable(say('alone', { name: unit.name, command }))}\n`);
}

/** Sources that no policy was judged against. */
export function tellLeft({ stderr }: Io, files: readonly string[]): void {
  const folders = [...new Set(files.map((file) => posix.dirname(file)))];
  stderr.write(
    `${printable(say('left', { count: files.length, folders: folders.slice(0, MOST_FOLDERS) }))}\n`,
  );
}

const MOST_FOLDERS = 5;

/** There are calls, and no policy to judge against them: what writes one. */
export function tellWithoutPolicies(
  { stderr }: Io,
  counts: { readonly calls: number; readonly unread: number },
  paths: readonly string[],
): void {
  const sources = paths.length === 0 ? '.' : paths.join(' ');
  stderr.write(`${printable(say('withoutPolicies', { ...counts, sources }))}\n`);
}

import { statSync } from 'node:fs';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import type { Io } from '../io/io.js';
import { placeOf } from '../io/place-of.js';
import type { LintOptions } from './lint-options.js';

const say = speaker('commands-lint', en);

/**
 * Sees to it that no report overwrites another one.
 * @throws Problem code `usage` naming the file.
 */
export function refuseSharedTargets({ cwd }: Pick<Io, 'cwd'>, options: LintOptions): void {
  const seen = new Set<string>();
  for (const target of targetsOf(options)) {
    const place = placeOf(cwd, target);
    // What goes into a pipe or a device goes one behind the other.
    if (seen.has(place) && isPlain(place)) throw new Problem('usage', say('targetTwice'), { file: target });
    seen.add(place);
  }
}

/**
 * Sees to it that no report is written over what was read: configuration, baseline, manifests, policies. A report of an
 * earlier run may lie among the files that were searched; it is no policy.
 * @throws Problem code `usage` naming the file.
 */
export function refuseInputsAsTargets(
  { cwd }: Pick<Io, 'cwd'>,
  options: LintOptions,
  inputs: readonly string[],
): void {
  const targets = targetsOf(options);
  if (targets.length === 0) return;
  const read = new Set(inputs.map((path) => placeOf(cwd, path)));
  for (const target of targets)
    if (read.has(placeOf(cwd, target))) throw new Problem('usage', say('targetIsInput'), { file: target });
}

/** Files that reports are written to; those without a file of their own share that of `--output`. */
function targetsOf({ format, output }: LintOptions): readonly string[] {
  const own = format.flatMap(({ file }) => file ?? []);
  const shared = format.length === 0 ? 1 : format.length - own.length;
  return output === undefined ? own : [...own, ...new Array<string>(shared).fill(output)];
}

function isPlain(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() !== false;
}

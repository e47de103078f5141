import { posix } from 'node:path';
import type { ConfigWorkload } from '../../lint/config/config.js';
import { createGlob } from '../../lint/config/glob.js';
import { foldersAbove } from './assign.js';
import type { PolicyUnit, SourceFile } from './assign.js';

/** What the configuration decides itself, with what it names of the files that are there, and what it leaves. */
export interface Configured {
  readonly workloads: readonly ConfigWorkload[];
  readonly units: readonly PolicyUnit[];
  readonly sources: readonly SourceFile[];
}

/** Takes out the policies and sources that the configuration puts together. */
export function takeConfigured(
  config: readonly ConfigWorkload[],
  units: readonly PolicyUnit[],
  sources: readonly SourceFile[],
): Configured {
  const named = config.map(({ name, policies, sources: globs, cloud, file, base }) => {
    const [isPolicy, isSource] = [matcher(policies, base), matcher(globs, base)];
    return {
      name,
      cloud,
      file,
      policies: [...new Set(units.flatMap((unit) => unit.policies))].filter((reference) =>
        isPolicy(reference),
      ),
      sources: sources.map(({ file }) => file).filter(isSource),
    };
  });
  const policies = new Set(named.flatMap((workload) => workload.policies));
  const files = new Set(named.flatMap((workload) => workload.sources));
  return {
    workloads: named,
    units: units.filter((unit) => !unit.policies.every((reference) => policies.has(reference))),
    sources: sources.filter(({ file }) => !files.has(file)),
  };
}

/** A glob, a file, a folder with all in it, or a file with an address. */
function matcher(patterns: readonly string[], base = ''): (path: string) => boolean {
  const plain = patterns.map((pattern) => posix.normalize(pattern).replace(/\/$/, ''));
  const exact = new Set(plain);
  const glob = createGlob(plain);
  return (given) => {
    const path = posix.join(base, given);
    const file = path.replace(/#.*$/, '');
    return (
      exact.has(path) || glob(path) || glob(file) || foldersAbove(file).some((folder) => exact.has(folder))
    );
  };
}

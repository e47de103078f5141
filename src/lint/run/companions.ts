import { posix } from 'node:path';
import { readPolicySource } from '../language/read-source.js';
import type { PolicySourceCode } from '../language/source-code.js';
import type { Surroundings } from '../../policy/syntax/reading.js';
import { normalPath } from './group.js';

/** Policies that a manifest names and that nobody asked to lint, and whatever the text of a file names besides. */
export function createCompanions(read: ((path: string) => string | undefined) | undefined) {
  const texts = new Map<string, string | undefined>();
  const known = new Map<string, PolicySourceCode | undefined>();
  const textAt = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, read?.(path));
    return texts.get(path);
  };
  /** Nothing outside the folder of the run is read because a file says so. */
  const around = (path: string): Surroundings => ({
    read: (other) => {
      const wanted = posix.join(posix.dirname(normalPath(path)), other);
      return wanted.startsWith('..') || posix.isAbsolute(wanted) ? undefined : textAt(wanted);
    },
  });
  return {
    around,
    textAt,
    find: (path: string): PolicySourceCode | undefined => {
      if (known.has(path)) return known.get(path);
      const text = textAt(path);
      const reading =
        text === undefined ? undefined : readPolicySource({ path, text }, 'document', around(path));
      const source = reading?.ok === true ? reading.source : undefined;
      known.set(path, source);
      return source;
    },
    texts: () => [...texts],
  };
}

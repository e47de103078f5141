import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { slowness } from '../../lint/config/glob.js';

/** What `.gitignore` files leave out. */
export interface IgnoreRules {
  /** Whether a path (absolute) is ignored by the `.gitignore` of its folder or of one above it, up to the repository's root. */
  ignored(path: string, folder: boolean): boolean;
}

/** Reads each `.gitignore` once. A path below an ignored folder is ignored too, but is not asked for in a walk. */
export function createIgnoreRules(): IgnoreRules {
  const chains = new Map<string, readonly Layer[]>();
  return {
    ignored(path, folder) {
      // The nearest file decides: it may take back what one above it ignores.
      for (const { base, rules } of layersOf(dirname(path))) {
        const name = relative(base, path).split(sep).join('/') + (folder ? '/' : '');
        const { ignored, unignored } = rules.test(name);
        if (ignored) return true;
        if (unignored) return false;
      }
      return false;
    },
  };

  function layersOf(folder: string): readonly Layer[] {
    const known = chains.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const above = existsSync(join(folder, '.git')) || parent === folder ? [] : layersOf(parent);
    const own = readRules(folder);
    const chain = own === undefined ? above : [{ base: folder, rules: own }, ...above];
    chains.set(folder, chain);
    return chain;
  }
}

interface Layer {
  readonly base: string;
  readonly rules: Ignore;
}

function readRules(folder: string): Ignore | undefined {
  try {
    const lines = readFileSync(join(folder, '.gitignore'), 'utf8').split(/\r?\n/);
    // A pattern that would take minutes ignores nothing: then a file too many is linted, and the run ends.
    return ignore({ allowRelativePaths: true }).add(
      lines.filter((line) => slowness(line.replaceAll('(', '')) === undefined),
    );
  } catch {
    return undefined;
  }
}

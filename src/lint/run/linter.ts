import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import { packageRoot } from '../../project.js';

/**
 * ESLint's `Linter`, from the bundle that `scripts/bundle-linter.ts` makes of it. Loaded when it is first wanted: a run
 * over files without comments that suppress something has nothing to ask it. By `require`, as it is wanted in the midst of what cannot wait.
 */
export function createLinter(): Linter {
  const universal = createRequire(import.meta.url)(join(packageRoot(), 'dist/linter.cjs')) as {
    readonly Linter: typeof Linter;
  };
  return new universal.Linter();
}

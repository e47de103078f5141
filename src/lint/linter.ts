import { createRequire } from 'node:module';
import type { Linter } from 'eslint';

/**
 * ESLint's `Linter`, loaded when it is first wanted: that takes a fifth of a start, and a run over clean files without
 * comments has nothing to ask it. By `require`, as it is wanted in the midst of what cannot wait.
 */
export function createLinter(): Linter {
  const universal = createRequire(import.meta.url)('eslint/universal') as { readonly Linter: typeof Linter };
  return new universal.Linter();
}

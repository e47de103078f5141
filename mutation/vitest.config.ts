import { defineConfig } from 'vitest/config';

/** The tests that hold what `stryker.config.json` mutates; none of them needs a build. */
export default defineConfig({
  test: {
    include: ['test/analysis/**/*.test.ts', 'test/policy/{cover,grant,pattern,tables,view}.test.ts'],
    setupFiles: ['mutation/seed.ts'],
    testTimeout: 30_000,
  },
});

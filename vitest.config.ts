import { defineConfig } from 'vitest/config';

/**
 * Folders whose tests call functions only: no state of the process, no files of another test. Their files share workers,
 * as loading the modules anew for each file costs more than the tests.
 */
const PURE = [
  'analysis',
  'calls',
  'catalog',
  'extract',
  'lint',
  'policy',
  'report',
  'requests',
  'rules',
  'wording',
].map((name) => `test/${name}/**/*.test.ts`);

// Half of the time is spent waiting for programs that the tests start, so one worker a core does not crowd the machine.
const limits = { maxWorkers: '100%', testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/build.ts'],
    ...limits,
    projects: [
      { test: { ...limits, name: 'pure', include: PURE, isolate: false, pool: 'threads' } },
      { test: { ...limits, name: 'apart', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});

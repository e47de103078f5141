import { execFileSync } from 'node:child_process';

/** Builds `dist` once before the suites that run the built command. */
export function setup(): void {
  if (process.env['LINT_POLICIES_SKIP_BUILD'] === '1') return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
}

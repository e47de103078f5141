import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Puts the packed package into a folder's `node_modules`, where it stands alone: it depends on nothing. */
export function installPacked(cwd: string): void {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', cwd], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as readonly [{ readonly filename: string }];
  const modules = join(cwd, 'node_modules');
  mkdirSync(join(modules, 'lint-policies'), { recursive: true });
  mkdirSync(join(modules, '.bin'));
  execFileSync('tar', [
    'xzf',
    join(cwd, packed.filename),
    '--strip-components=1',
    '-C',
    join(modules, 'lint-policies'),
  ]);
  symlinkSync('../lint-policies/dist/cli.js', join(modules, '.bin/lint-policies'));
}

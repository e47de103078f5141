import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Puts the packed package into a folder's `node_modules`; what the package depends on is linked, not downloaded. */
export function installPacked(cwd: string): void {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', cwd], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as readonly [{ readonly filename: string }];
  const modules = join(cwd, 'node_modules');
  mkdirSync(join(modules, 'lint-policies'), { recursive: true });
  mkdirSync(join(modules, '.bin'));
  execFileSync('tar', ['xzf', join(cwd, packed.filename), '--strip-components=1', '-C', join(modules, 'lint-policies')]);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  symlinkSync('../lint-policies/dist/cli.js', join(modules, '.bin/lint-policies'));
}

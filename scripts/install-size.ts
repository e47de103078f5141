import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeText } from '../src/files.js';

// Installs what is packed into an empty folder and prints what it takes there, by package and by part of ours.
const folder = mkdtempSync(join(tmpdir(), 'lint-policies-size-'));
const windows = process.platform === 'win32';
try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: windows,
    }),
  ) as readonly [{ readonly filename: string; readonly size: number }];
  writeText(join(folder, 'package.json'), '{}\n');
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, packed.filename)],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: windows },
  );
  const modules = join(folder, 'node_modules');
  const packages = readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
    )
    .filter((name) => !name.startsWith('.'));
  print([
    ['downloaded', packed.size],
    ...bySize(packages.map((name) => [name, sizeOf(join(modules, name))] as const)),
  ]);
  const dist = join(modules, 'lint-policies/dist');
  const parts = new Map<string, number>();
  for (const name of readdirSync(dist))
    parts.set(partOf(name), (parts.get(partOf(name)) ?? 0) + sizeOf(join(dist, name)));
  print(bySize([...parts]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What an entry of `dist` is there for. */
function partOf(name: string): string {
  if (name.endsWith('.wasm')) return 'grammars';
  if (name === 'sdk' || name === 'facts') return 'facts of SDKs and of Terraform';
  if (name === 'linter.cjs') return "ESLint's Linter";
  if (name.endsWith('.js') || name === 'chunks') return 'code';
  return name;
}

function sizeOf(path: string): number {
  const stats = statSync(path);
  return stats.isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : stats.size;
}

function bySize(rows: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  return [...rows].sort(([, a], [, b]) => b - a);
}

function print(rows: readonly (readonly [string, number])[]): void {
  for (const [name, bytes] of rows)
    process.stdout.write(`${(bytes / 1e6).toFixed(2).padStart(8)} MB  ${name}\n`);
  process.stdout.write('\n');
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const read = (folder: string): Manifest =>
  JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
const manifest = read('.');

/** The packages of the table in ARCHITECTURE.md that begins with this heading. */
function listed(heading: string): readonly string[] {
  const head = new RegExp(`^\\| ${heading} +\\| for +\\|\\n\\|[-| ]+\\|\\n`, 'm');
  const [, table = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split(head);
  const rows = table.split('\n\n')[0]?.split('\n') ?? [];
  return rows
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .sort();
}

describe('the direct dependencies', () => {
  const licenses = `\n${readFileSync('dist/third-party-licenses.txt', 'utf8')}`;
  const isBundled = (name: string): boolean =>
    licenses.includes(`\n${name} ${read(`node_modules/${name}`).version} (`);
  const direct = Object.keys(manifest.devDependencies);

  it('that are in the package stand in ARCHITECTURE.md with their reasons', () => {
    expect(listed('in the package')).toEqual(direct.filter(isBundled).sort());
  });

  it('that build and test it do so too', () => {
    expect(listed('builds and tests it')).toEqual(direct.filter((name) => !isBundled(name)).sort());
  });

  it('are not installed with it', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.peerDependenciesMeta).toEqual({ eslint: { optional: true } });
  });
});

describe('the lock file', () => {
  it.each(['.', 'bench', 'mutation'])('of %s names a hash for everything that is downloaded', (folder) => {
    const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')) as {
      readonly packages: Readonly<
        Record<string, { readonly integrity?: string; readonly resolved?: string }>
      >;
    };
    const downloaded = Object.entries(packages).filter(([path]) => path !== '');
    expect(downloaded.length).toBeGreaterThan(50);
    expect(
      downloaded
        .filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)
        .map(([path]) => path),
    ).toEqual([]);
    expect(
      downloaded
        .filter(
          ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
        )
        .map(([path]) => path),
    ).toEqual([]);
  });
});

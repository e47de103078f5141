import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe.each(['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md'])(
  '%s',
  (file) => {
    const text = readFileSync(file, 'utf8');
    const prose = text.replace(/^(`{3,})[^]*?^\1/gm, '');

    it('names files and folders that are there', () => {
      const named = [
        ...prose.matchAll(
          /`((?:\.github|bench|catalog|docs-out|examples|mutation|rules|scripts|src|test)\/[\w./-]*)`/g,
        ),
      ].map(([, path = '']) => path);
      expect(named.filter((path) => !existsSync(path))).toEqual([]);
    });

    it('links to what is there', () => {
      const links = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, path = '']) => path)
        .filter((path) => !/^https?:/.test(path));
      expect(links.filter((path) => !existsSync(join(dirname(file), path)))).toEqual([]);
    });

    it('names scripts that there are', () => {
      const named = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
      expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    });
  },
);

it('the README names the version that it belongs to', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  for (const file of ['README.md', 'src/reference/guides/ci.md']) {
    const named = [...readFileSync(file, 'utf8').matchAll(/(?:lint-policies@v?|rev: v)(\d+\.\d+\.\d+)/g)].map(
      ([, found]) => found,
    );
    expect(new Set(named), file).toEqual(new Set([version]));
  }
});

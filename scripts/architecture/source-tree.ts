import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of source files by their paths, which begin at the root of the repository and have `/` in them. */
export type SourceTree = ReadonlyMap<string, string>;

/** The TypeScript of the package itself. */
export function readSourceTree(root: string): SourceTree {
  const paths = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      `${folder}/${path}`.replaceAll('\\', '/'),
    ),
  );
  return new Map(
    paths
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

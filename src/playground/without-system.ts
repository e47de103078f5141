/**
 * What of Node's modules the playground's code imports, for a page in a browser: paths with `/`, and files that are not
 * there. The build puts this in the place of `node:path`, `node:fs` and `node:url`.
 */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return `${isAbsolute(path) ? '/' : ''}${parts.join('/')}` || '.';
}

export function join(...parts: readonly string[]): string {
  return normalize(parts.filter((part) => part !== '').join('/'));
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash) || '/';
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

export const posix = { normalize, join, dirname, isAbsolute };

export function existsSync(): boolean {
  return false;
}

/** @throws always: a page has no files. */
export function readFileSync(path: string): never {
  throw new Error(`${path}: a page has no files`);
}

export function fileURLToPath(address: string): string {
  return address;
}

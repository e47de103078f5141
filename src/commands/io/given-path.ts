import { resolve } from 'node:path';

/** A path that the command line may hold, from the working directory on; undefined where it holds none. */
export function givenPath({ cwd }: { readonly cwd: string }, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(cwd, path);
}

import { relative, resolve, sep } from 'node:path';
import { pathUri } from '../../report/web-link.js';
import type { Io } from './io.js';

/** Makes links to lines of files as the repository's host shows them, where a CI service says which host that is. */
export function webView({
  cwd,
  env,
}: Pick<Io, 'cwd' | 'env'>): ((path: string, line: number) => string) | undefined {
  const host = hosts.map((describe) => describe(env)).find((found) => found !== undefined);
  if (host === undefined) return undefined;
  return (path, line) =>
    `${host.files}/${pathUri(
      relative(host.root ?? cwd, resolve(cwd, path))
        .split(sep)
        .join('/'),
    )}#L${line}`;
}

interface Host {
  /** Web address below which files stand. */
  readonly files: string;
  /** The checkout's folder. */
  readonly root: string | undefined;
}

type Env = Io['env'];

const hosts: readonly ((env: Env) => Host | undefined)[] = [
  // docs.github.com, "Default environment variables"
  ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_WORKSPACE: root }) =>
    server === undefined || repository === undefined || sha === undefined
      ? undefined
      : { files: `${server}/${repository}/blob/${sha}`, root },
  // docs.gitlab.com, "Predefined CI/CD variables"
  ({ CI_PROJECT_URL: project, CI_COMMIT_SHA: sha, CI_PROJECT_DIR: root }) =>
    project === undefined || sha === undefined ? undefined : { files: `${project}/-/blob/${sha}`, root },
];

import type { FailOn } from '../../lint/config/config.js';
import type { ReportFormat } from '../../report/report.js';
import type { Concurrency } from './lint-threads.js';

/** What the command line says to `lint`. An absent option is left to the configuration. */
export interface LintOptions {
  /** Files, folders, globs, or `-` for standard input; empty means the working directory, or what the manifests name. */
  readonly paths: readonly string[];
  readonly manifest: readonly string[];
  readonly catalog?: string | undefined;
  readonly cloud?: string | undefined;
  readonly config?: string | undefined;
  readonly format: readonly FormatTarget[];
  readonly output?: string | undefined;
  readonly failOn?: FailOn | undefined;
  readonly fix?: boolean | undefined;
  readonly baseline?: string | undefined;
  /** Writes the findings into a baseline (`true`: the configured one) instead of failing on them. */
  readonly writeBaseline?: string | true | undefined;
  readonly reason?: string | undefined;
  readonly expires?: string | undefined;
  /** Another revision to compare with: anything that names a commit. */
  readonly since?: string | undefined;
  /** Leaves out, and does not fail on, what was there in that revision. */
  readonly newOnly?: boolean | undefined;
  readonly stdinFilename?: string | undefined;
  readonly watch?: boolean | undefined;
  /** Takes from a cache what was judged before, and leaves there what is judged now. */
  readonly cache?: boolean | undefined;
  /** Folder of the cache; left out: one among the user's caches. */
  readonly cacheLocation?: string | undefined;
  /** Left out: `auto`. */
  readonly concurrency?: Concurrency | undefined;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** `--format NAME[=FILE]`; without a file it goes to stdout or `--output`. */
export interface FormatTarget {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

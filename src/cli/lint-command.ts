import { InvalidArgumentError } from '@commander-js/extra-typings';
import { closest, distance } from 'fastest-levenshtein';
import type { Concurrency } from '../commands/lint/lint-threads.js';
import { Problem } from '../problem.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';
import { LINT_OPTIONS } from './shared-options.js';

export function declareLint({ program, act }: Declaration): void {
  program
    .command('lint', { isDefault: true })
    .summary('lint policies and judge them against manifests (the default command)')
    .description(
      'Lints policies (JSON, JSONC, YAML, Terraform) and judges them against the calls that manifests declare.',
    )
    .argument(
      '[paths...]',
      'files, folders, globs (! takes out again), or - for standard input; the default is this folder',
    )
    .option(
      '-m, --manifest <file>',
      'a manifest, also one that is not named *.apis.yaml; may be repeated',
      collect,
      [],
    )
    .addOption(LINT_OPTIONS.catalog())
    .addOption(LINT_OPTIONS.cloud())
    .addOption(LINT_OPTIONS.config())
    .addOption(LINT_OPTIONS.format())
    .addOption(LINT_OPTIONS.output())
    .addOption(LINT_OPTIONS.failOn())
    .option('--fix', 'apply the safe fixes')
    .addOption(LINT_OPTIONS.baseline())
    .option('--write-baseline [file]', 'write the findings into a baseline, which needs --reason')
    .option('--reason <text>', 'why the findings of --write-baseline may stay')
    .option('--expires <date>', 'until when they may stay: 2026-12-31')
    .option(
      '--since <rev>',
      'tell first what is different from another git revision; REV... is where HEAD left it',
    )
    .option(
      '--new-only',
      'leave out, and do not fail on, findings that were there in the revision of --since',
    )
    .option('--stdin-filename <file>', 'what to call standard input; its ending says the syntax')
    .option('-w, --watch', 'lint again on every change')
    .option(
      '--cache',
      'lint again only what is not as it was, be it the files, the catalog, the configuration or the linter',
    )
    .option('--cache-location <dir>', 'folder of the cache (default: one for this folder among your caches)')
    .option(
      '--concurrency <threads>',
      'a number of threads, auto or off; auto takes more than one for many files only (default: auto)',
      parseConcurrency,
    )
    .addOption(LINT_OPTIONS.quiet())
    .addOption(LINT_OPTIONS.verbose())
    .addHelpText(
      'after',
      examples([
        ['lint-policies', 'lint every policy below this folder'],
        ['lint-policies app.json', 'lint one policy; app.apis.yaml beside it is found'],
        ["lint-policies 'policies/**/*.json' --fix", 'lint what a glob matches, and fix what is safe to fix'],
        ['lint-policies -m app.apis.yaml', 'lint the policies that a manifest names'],
        ['lint-policies -f text -f sarif=report.sarif', 'two reports in one run'],
        ['lint-policies --since origin/main... --new-only', 'what this branch changes, failing only on that'],
        ['cat app.json | lint-policies - --stdin-filename app.json', 'lint standard input'],
        [
          'lint-policies --write-baseline --reason "before the review"',
          'accept what is there, fail on what comes',
        ],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => {
        const { run } = await import('../commands/lint/lint.js');
        try {
          return await run(io, { paths, ...options });
        } catch (error) {
          throw (
            nearCommand(
              error,
              paths,
              program.commands.map((command) => command.name()),
            ) ?? error
          );
        }
      }),
    );
}

function parseConcurrency(value: string): Concurrency {
  if (value === 'auto' || value === 'off') return value;
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a number of threads from 1 on, auto or off.');
}

/** A path that is not there and looks like a command is a misspelt command. */
function nearCommand(
  error: unknown,
  [first]: readonly string[],
  commands: readonly string[],
): Problem | undefined {
  if (
    !(error instanceof Problem) ||
    error.code !== 'file' ||
    first === undefined ||
    error.where?.file !== first ||
    !/^[a-z]+$/i.test(first)
  )
    return undefined;
  const near = closest(first.toLowerCase(), commands);
  return distance(first.toLowerCase(), near) > 2
    ? undefined
    : new Problem('usage', `no file, folder or command "${first}"; did you mean "lint-policies ${near}"?`);
}

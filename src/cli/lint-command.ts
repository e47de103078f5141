import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Concurrency } from '../commands/lint/lint-threads.js';
import { closestWord } from '../wording/edit-distance.js';
import { Problem } from '../problem.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';
import { LINT_OPTIONS } from './shared-options.js';

const say = speaker('cli', en);

export function declareLint({ program, act }: Declaration): void {
  program
    .command('lint', { isDefault: true })
    .summary(say('lint'))
    .description(say('lintAbout'))
    .argument('[paths...]', say('lintPaths'))
    .option('-m, --manifest <file>', say('lintManifest'), collect, [])
    .addOption(LINT_OPTIONS.catalog())
    .addOption(LINT_OPTIONS.cloud())
    .addOption(LINT_OPTIONS.config())
    .addOption(LINT_OPTIONS.format())
    .addOption(LINT_OPTIONS.output())
    .addOption(LINT_OPTIONS.failOn())
    .option('--fix', say('lintFix'))
    .addOption(LINT_OPTIONS.baseline())
    .option('--write-baseline [file]', say('lintWriteBaseline'))
    .option('--reason <text>', say('lintReason'))
    .option('--expires <date>', say('lintExpires'))
    .option('--since <rev>', say('lintSince'))
    .option('--new-only', say('lintNewOnly'))
    .option('--stdin-filename <file>', say('lintStdinFilename'))
    .option('-w, --watch', say('lintWatch'))
    .option('--cache', say('lintCache'))
    .option('--cache-location <dir>', say('lintCacheLocation'))
    .option('--concurrency <threads>', say('lintConcurrency'), parseConcurrency)
    .addOption(LINT_OPTIONS.quiet())
    .addOption(LINT_OPTIONS.verbose())
    .addHelpText(
      'after',
      examples([
        ['lint-policies', say('tryFolder')],
        ['lint-policies app.json', say('tryOneFile')],
        ["lint-policies 'policies/**/*.json' --fix", say('tryGlob')],
        ['lint-policies -m app.apis.yaml', say('tryManifest')],
        ['lint-policies -f text -f sarif=report.sarif', say('tryTwoReports')],
        ['lint-policies --since origin/main... --new-only', say('tryBranch')],
        ['cat app.json | lint-policies - --stdin-filename app.json', say('tryStandardInput')],
        ['lint-policies --write-baseline --reason "before the review"', say('tryBaseline')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => {
        const { run } = await import('../commands/lint/lint.js');
        try {
          return await run(io, { paths, ...options });
        } catch (error) {
          const commands = program.commands.map((command) => command.name());
          throw nearCommand(error, paths, commands) ?? error;
        }
      }),
    );
}

function parseConcurrency(value: string): Concurrency {
  if (value === 'auto' || value === 'off') return value;
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(say('noThreads'));
}

/** A path that is not there and looks like a command is a misspelt command. */
function nearCommand(
  error: unknown,
  [first = '']: readonly string[],
  commands: readonly string[],
): Problem | undefined {
  const isAbsent = error instanceof Problem && error.code === 'file' && error.where?.file === first;
  if (!isAbsent || !/^[a-z]+$/i.test(first)) return undefined;
  const near = closestWord(first.toLowerCase(), commands, 2);
  if (near === undefined) return undefined;
  return new Problem('usage', say('noCommand', { name: first, near }));
}

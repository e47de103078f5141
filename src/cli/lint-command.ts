import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { closest, distance } from 'fastest-levenshtein';
import type { FormatTarget } from '../commands/lint/lint-options.js';
import type { Concurrency } from '../commands/lint/lint-threads.js';
import { FAIL_ON } from '../lint/config/config.js';
import { Problem } from '../problem.js';
import { REPORT_FORMATS } from '../report/report.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

const say = speaker('cli', en);

export function declareLint({ program, act }: Declaration): void {
  program
    .command('lint', { isDefault: true })
    .summary(say('lint'))
    .description(say('lintAbout'))
    .argument('[paths...]', say('lintPaths'))
    .option('-m, --manifest <file>', say('lintManifest'), collect, [])
    .option('--catalog <dir>', say('catalogFolder'))
    .option('--cloud <name>', say('lintCloud'))
    .option('-c, --config <file>', say('configuration'))
    .option('-f, --format <format>', say('lintFormat', { formats: REPORT_FORMATS }), collectFormat, [])
    .option('-o, --output <file>', say('lintOutput'))
    .addOption(new Option('--fail-on <level>', say('lintFailOn')).choices(FAIL_ON))
    .option('--fix', say('lintFix'))
    .option('--baseline <file>', say('lintBaseline'))
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
    .option('-q, --quiet', say('lintQuiet'))
    .option('--verbose', say('lintVerbose'))
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

function collectFormat(value: string, before: readonly FormatTarget[]): readonly FormatTarget[] {
  const [, name = value, file] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  const format = REPORT_FORMATS.find((known) => known === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      say('noFormat', { format: name, near: closest(name, [...REPORT_FORMATS]), formats: REPORT_FORMATS }),
    );
  return [...before, { format, file }];
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
  const near = closest(first.toLowerCase(), commands);
  if (distance(first.toLowerCase(), near) > 2) return undefined;
  return new Problem('usage', say('noCommand', { name: first, near }));
}

import { Option } from '@commander-js/extra-typings';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

const say = speaker('cli', en);

/** Commands that write policies and compare what they depend on. */
export function declarePolicies({ program, act }: Declaration): void {
  program
    .command('generate')
    .summary(say('generate'))
    .description(say('generateAbout'))
    .argument('[paths...]', say('generatePaths'))
    .option('-m, --manifest <file>', say('generateManifest'))
    .option('-o, --out <file>', say('generateOut'))
    .addOption(new Option('-f, --format <format>', say('generateFormat')).choices(['json', 'yaml']))
    .addOption(new Option('--policy-version <version>', say('generateVersion')).choices(['1.1', '5.0']))
    .option('--explain', say('generateExplain'))
    .option('--allow-unproven', say('generateUnproven'))
    .option('--trace-user <name>', say('generateTraceUser'), collect, [])
    .option('--log-pattern <pattern>', say('generateLogPattern'))
    .option('--include-tests', say('includeTests'))
    .option('--catalog <dir>', say('catalogFolder'))
    .option('--cloud <name>', say('cloudInPlace'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies generate -m app.apis.yaml', say('tryPrint')],
        ['lint-policies generate src infra --explain', say('tryStraight')],
        ['lint-policies generate -m app.apis.yaml -o app.json', say('tryWrite')],
        ['lint-policies generate -m app.apis.yaml --policy-version 5.0 --explain', say('tryIdentity')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/generate/generate.js')).run(io, { paths, ...options })),
    );

  program
    .command('migrate')
    .summary(say('migrate'))
    .description(say('migrateAbout'))
    .argument('<policies...>', say('migratePaths'))
    .addOption(
      new Option('--to <version>', say('migrateTo')).choices(['1.1', '5.0'] as const).makeOptionMandatory(),
    )
    .option('-o, --out <folder>', say('migrateOut'))
    .addOption(
      new Option('-f, --format <format>', say('migrateFormat'))
        .choices(['text', 'json'])
        .default('text' as const),
    )
    .option('--catalog <dir>', say('catalogFolder'))
    .option('--cloud <name>', say('migrateCloud'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies migrate app.json --to 5.0', say('tryMigrate')],
        ['lint-policies migrate policies/ --to 1.1 --out back', say('tryMigrateBack')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/migrate/migrate.js')).run(io, { paths, ...options })),
    );

  program
    .command('diff')
    .summary(say('diff'))
    .description(say('diffAbout'))
    .argument('<old>', say('diffOld'))
    .argument('<new>', say('diffNew'))
    .argument('[policies...]', say('diffPolicies'))
    .option('-m, --manifest <file>', say('diffManifest'), collect, [])
    .option('-c, --config <file>', say('configuration'))
    .addOption(
      new Option('-f, --format <format>', say('diffFormat'))
        .choices(['text', 'markdown', 'json'])
        .default('text' as const),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies diff old.json new.json', say('tryPolicyDiff')],
        ['lint-policies diff old/ new/', say('tryDiff')],
        ['lint-policies diff old/ new/ app.json --format markdown', say('tryImpact')],
      ]),
    )
    .action((old, now, paths, options) =>
      act(async (io) =>
        (await import('../commands/diff/diff.js')).run(io, { old, new: now, paths, ...options }),
      ),
    );
}

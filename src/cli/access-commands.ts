import { Option } from '@commander-js/extra-typings';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { examples } from './execute.js';
import type { Declaration } from './execute.js';
import { LINT_OPTIONS } from './shared-options.js';

const say = speaker('cli', en);

/** Commands about what policies allow, request by request. */
export function declareAccess({ program, act }: Declaration): void {
  program
    .command('expect')
    .summary(say('expect'))
    .description(say('expectAbout'))
    .argument('[paths...]', say('expectPaths'))
    .addOption(LINT_OPTIONS.catalog())
    .addOption(LINT_OPTIONS.cloud())
    .addOption(LINT_OPTIONS.config())
    .addOption(LINT_OPTIONS.format())
    .addOption(LINT_OPTIONS.output())
    .addOption(LINT_OPTIONS.failOn())
    .addOption(LINT_OPTIONS.baseline())
    .addOption(LINT_OPTIONS.quiet())
    .addOption(LINT_OPTIONS.verbose())
    .addHelpText(
      'after',
      examples([
        ['lint-policies expect', say('tryExpect')],
        ['lint-policies expect policies/team.expect.yaml', say('tryExpectFile')],
        ['lint-policies expect -f text -f sarif=expect.sarif', say('tryExpectReports')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/expect/expect.js')).run(io, { paths, ...options })),
    );

  program
    .command('who-can')
    .summary(say('whoCan'))
    .description(say('whoCanAbout'))
    .argument('<action>', say('whoCanAction'))
    .argument('[paths...]', say('whoCanPaths'))
    .option('--resource <urn>', say('whoCanResource'))
    .addOption(LINT_OPTIONS.catalog())
    .addOption(LINT_OPTIONS.cloud())
    .addOption(LINT_OPTIONS.config())
    .addOption(
      new Option('-f, --format <format>', say('diffFormat'))
        .choices(['text', 'markdown', 'json'])
        .default('text' as const),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies who-can iam:users:createUser', say('tryWhoCan')],
        [
          "lint-policies who-can 'obs:object:*' --resource 'obs:*:*:object:secrets/*'",
          say('tryWhoCanResource'),
        ],
        ['lint-policies who-can iam:agencies:pass infra -f markdown', say('tryWhoCanFolder')],
      ]),
    )
    .action((action, paths, options) =>
      act(async (io) =>
        (await import('../commands/who-can/who-can.js')).run(io, { action, paths, ...options }),
      ),
    );
}

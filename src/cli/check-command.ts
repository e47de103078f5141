import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { examples } from './execute.js';
import type { Declaration } from './execute.js';
import { LINT_OPTIONS } from './shared-options.js';

const say = speaker('cli', en);

/** Code, Terraform and policies in, verdict out. */
export function declareCheck({ program, act }: Declaration): void {
  program
    .command('check')
    .summary(say('check'))
    .description(say('checkAbout'))
    .argument('[paths...]', say('checkPaths'))
    .option('--save', say('checkSave'))
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
        ['lint-policies check', say('tryCheck')],
        ['lint-policies check services/shop', say('tryCheckFolder')],
        ['lint-policies check app.json src', say('tryCheckPolicy')],
        ['lint-policies check --save', say('trySave')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) =>
        (await import('../commands/check/check.js')).run(io, { paths, manifest: [], ...options }),
      ),
    );
}

import type { Declaration } from './execute.js';
import { examples } from './execute.js';
import { LINT_OPTIONS } from './shared-options.js';

/** Code, Terraform and policies in, verdict out. */
export function declareCheck({ program, act }: Declaration): void {
  program
    .command('check')
    .summary('judge policies against the code and Terraform beside them, without a manifest')
    .description(
      'Finds policies and the sources of calls below the paths, decides which sources are whose workload, and judges and lints as if manifests said so. Nothing is written unless --save asks for it. What cannot be decided is not judged; what to write then is shown, and on a terminal it is asked.',
    )
    .argument('[paths...]', 'files, folders and globs; the default is this folder')
    .option('--save', 'write what was decided as manifests')
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
        ['lint-policies check', 'judge every policy of this repository'],
        ['lint-policies check services/shop', 'judge those of one folder against its code'],
        ['lint-policies check app.json src', 'judge one policy against one folder of code'],
        ['lint-policies check --save', 'keep the decisions as manifests'],
      ]),
    )
    .action((paths, options) =>
      act(async (io) =>
        (await import('../commands/check/check.js')).run(io, { paths, manifest: [], ...options }),
      ),
    );
}

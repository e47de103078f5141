import { Option } from '@commander-js/extra-typings';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

const say = speaker('cli', en);

/** The command that fills manifests from what an application is made of. */
export function declareCalls({ program, act }: Declaration): void {
  program
    .command('calls')
    .summary(say('calls'))
    .description(say('callsAbout'))
    .argument('<paths...>', say('callsPaths'))
    .option('-m, --manifest <file>', say('callsManifest'))
    .option('--check', say('callsCheck'))
    .option('-p, --policies <file>', say('callsPolicies'), collect, [])
    .addOption(
      new Option('-f, --format <format>', say('callsFormat'))
        .choices(['yaml', 'json'])
        .default('yaml' as const),
    )
    .option('--trace-user <name>', say('callsTraceUser'), collect, [])
    .option(
      '--log-pattern <pattern>',
      say('callsLogPattern', { example: `'{time} {*} "{method} {path} {*}" {status}'` }),
    )
    .option('--include-tests', say('includeTests'))
    .option('--catalog <dir>', say('catalogFolder'))
    .option('--cloud <name>', say('cloudInPlace'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies calls src infra', say('tryPrintCalls')],
        ['lint-policies calls src -m app.apis.yaml', say('tryWriteCalls')],
        ['lint-policies calls src -m app.apis.yaml --check', say('tryDrift')],
        ['lint-policies calls traces -m app.apis.yaml --trace-user shop', say('tryTraces')],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/calls/calls.js')).run(io, { paths, ...options })),
    );
}

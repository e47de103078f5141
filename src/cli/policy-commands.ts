import { Option } from '@commander-js/extra-typings';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

/** Commands that write policies and compare what they depend on. */
export function declarePolicies({ program, act }: Declaration): void {
  program
    .command('generate')
    .summary(
      'write the least-privilege policy for the calls of a manifest, or of code, Terraform, traces, logs and specifications',
    )
    .description(
      'Writes the least-privilege policy for the calls of a manifest, or straight for those that sources show; several where the language demands it.',
    )
    .argument('[paths...]', 'sources of calls in place of a manifest: what "lint-policies calls" reads')
    .option('-m, --manifest <file>', 'the manifest whose calls the policy must cover')
    .option('-o, --out <file>', 'a file or a folder; the default is standard output')
    .addOption(
      new Option('-f, --format <format>', 'the default is what the ending of --out says, else json').choices([
        'json',
        'yaml',
      ]),
    )
    .addOption(
      new Option('--policy-version <version>', 'version of the policy language (default: 1.1)').choices([
        '1.1',
        '5.0',
      ]),
    )
    .option('--explain', 'say why each action is there')
    .option(
      '--allow-unproven',
      'write what is proven although some calls are unknown, ambiguous or not placed',
    )
    .option(
      '--trace-user <name>',
      'of traces, count only those of this user (name or id); may be repeated',
      collect,
      [],
    )
    .option('--log-pattern <pattern>', 'how a line of a log looks, as for "lint-policies calls"')
    .option('--include-tests', 'count tests, mocks and examples as the application')
    .option('--catalog <dir>', 'a catalog folder in place of the shipped one')
    .option('--cloud <name>', 'the cloud, in place of the one that the manifest names')
    .addHelpText(
      'after',
      examples([
        ['lint-policies generate -m app.apis.yaml', 'print the policy'],
        [
          'lint-policies generate src infra --explain',
          'straight from code and Terraform, each action with the lines that need it',
        ],
        ['lint-policies generate -m app.apis.yaml -o app.json', 'write it to a file'],
        [
          'lint-policies generate -m app.apis.yaml --policy-version 5.0 --explain',
          'an identity policy, with reasons',
        ],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/generate/generate.js')).run(io, { paths, ...options })),
    );

  program
    .command('diff')
    .summary('compare two catalogs, and say which policies and manifests that breaks')
    .description(
      'Says what changed between two catalogs and, with policies or manifests, what that means for them.',
    )
    .argument('<old>', 'a catalog: its folder, the folder of a cloud, or the file of a service')
    .argument('<new>', 'another one')
    .argument('[policies...]', 'policies and manifests to judge with both')
    .option('-m, --manifest <file>', 'a manifest to judge with both; may be repeated', collect, [])
    .option('-c, --config <file>', 'configuration (default: lint-policies.config.* in this folder)')
    .addOption(
      new Option('-f, --format <format>', 'text, markdown or json')
        .choices(['text', 'markdown', 'json'])
        .default('text' as const),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies diff old/ new/', 'what changed'],
        [
          'lint-policies diff old/ new/ app.json --format markdown',
          'what that means for a policy, for a pull request',
        ],
      ]),
    )
    .action((old, now, paths, options) =>
      act(async (io) =>
        (await import('../commands/diff/diff.js')).run(io, { old, new: now, paths, ...options }),
      ),
    );
}

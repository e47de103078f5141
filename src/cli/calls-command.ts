import { Option } from '@commander-js/extra-typings';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

/** The command that fills manifests from what an application is made of. */
export function declareCalls({ program, act }: Declaration): void {
  program
    .command('calls')
    .summary('write a manifest of the calls that code, Terraform, traces, logs and specifications show')
    .description(
      'Finds the calls of the Huawei Cloud SDKs in TypeScript, JavaScript, Python, Go and Java (in files that import nothing of an SDK, what may be one is listed), what the provider of Terraform files and plans may call (an upper bound), the operations of OpenAPI client specifications, and what traces of CTS and access logs show, with how often and when last. Writes or updates a manifest with the places and how sure each is. What was written by hand stays; what cannot be placed is listed.',
    )
    .argument(
      '<paths...>',
      'source code, Terraform files, plans (terraform show -json), OpenAPI specifications, traces, logs (also packed by gzip), folders, globs',
    )
    .option('-m, --manifest <file>', 'the manifest to write or update; the default is to print a new one')
    .option('--check', 'write nothing; exit 1 where the manifest has drifted from the sources')
    .option('-p, --policies <file>', 'a policy that a new manifest names; may be repeated', collect, [])
    .addOption(
      new Option('-f, --format <format>', 'yaml (a manifest) or json (the found calls)')
        .choices(['yaml', 'json'])
        .default('yaml' as const),
    )
    .option(
      '--trace-user <name>',
      'count only traces of this user (name or id); may be repeated',
      collect,
      [],
    )
    .option(
      '--log-pattern <pattern>',
      'how a line of a log looks: \'{time} {*} "{method} {path} {*}" {status}\'; the default is the common log format, or JSON',
    )
    .option('--include-tests', 'count tests, mocks and examples as the application')
    .option('--catalog <dir>', 'a catalog folder in place of the shipped one')
    .option('--cloud <name>', 'the cloud, in place of the one that the manifest names')
    .addHelpText(
      'after',
      examples([
        ['lint-policies calls src infra', 'print a manifest'],
        ['lint-policies calls src -m app.apis.yaml', 'write it, or update it'],
        ['lint-policies calls src -m app.apis.yaml --check', 'in CI: has it drifted?'],
        [
          'lint-policies calls traces -m app.apis.yaml --trace-user shop',
          'what was called, how often, when last',
        ],
      ]),
    )
    .action((paths, options) =>
      act(async (io) => (await import('../commands/calls/calls.js')).run(io, { paths, ...options })),
    );
}

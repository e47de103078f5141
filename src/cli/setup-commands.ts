import { Argument, Option } from '@commander-js/extra-typings';
import { SHELLS } from '../commands/completion/completion-spec.js';
import { describeProgram } from './describe.js';
import { examples } from './execute.js';
import type { Declaration } from './execute.js';

/** Commands around linting: what rules there are, a first configuration, completion. */
export function declareSetup({ program, act }: Declaration): void {
  program
    .command('rules')
    .summary('list the rules')
    .description('Lists the rules, their severity and where each is explained.')
    .addOption(new Option('-f, --format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies rules', 'a table'],
        ['lint-policies rules --format json', 'for tools'],
      ]),
    )
    .action((options) => act(async (io) => (await import('../commands/rules/rules.js')).run(io, options)));

  program
    .command('init')
    .summary('write configuration, manifests and a CI workflow for this repository')
    .description(
      'Looks for policies and writes a configuration, manifests to fill in, and a CI workflow. Never overwrites a file.',
    )
    .argument('[folder]', 'where to look and write', '.')
    .option('--cloud <name>', 'the cloud, where the files do not tell it')
    .option('--dry-run', 'only say what would be written')
    .addHelpText(
      'after',
      examples([
        ['lint-policies init', 'in the root of a repository'],
        ['lint-policies init --dry-run', 'see what it would write'],
      ]),
    )
    .action((folder, options) =>
      act(async (io) => (await import('../commands/init/init.js')).run(io, { folder, ...options })),
    );

  program
    .command('publish')
    .summary('put a report into the summary of a GitHub job, and on its pull request')
    .description(
      'Puts a Markdown report into the job summary of GitHub Actions and, with --comment, on the pull request as one comment that each run updates.',
    )
    .argument('<report>', 'what --format markdown=FILE wrote')
    .option('--comment', 'also comment; needs GITHUB_TOKEN with pull-requests: write')
    .option('--key <name>', 'tells the comments of several runs on one pull request apart', 'report')
    .addHelpText(
      'after',
      examples([
        ['lint-policies publish report.md', 'the job summary'],
        ['lint-policies publish report.md --comment', 'and the pull request'],
      ]),
    )
    .action((report, options) =>
      act(async (io) => (await import('../commands/publish/publish.js')).run(io, { report, ...options })),
    );

  program
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Prints a script that completes commands, options and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      examples([
        ['source <(lint-policies completion bash)', 'in ~/.bashrc'],
        ['source <(lint-policies completion zsh)', 'in ~/.zshrc, after compinit'],
        ['lint-policies completion fish | source', 'in ~/.config/fish/config.fish'],
      ]),
    )
    .action((shell) =>
      act(async (io) =>
        (await import('../commands/completion/completion.js')).run(io, {
          shell,
          spec: describeProgram(program),
        }),
      ),
    );
}

import { Argument, Option } from '@commander-js/extra-typings';
import { SHELLS } from '../commands/completion/completion-spec.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { describeProgram } from './describe.js';
import { examples } from './execute.js';
import type { Declaration } from './execute.js';

const say = speaker('cli', en);

/** Commands around linting: what rules there are, a first configuration, completion. */
export function declareSetup({ program, act }: Declaration): void {
  program
    .command('rules')
    .summary(say('rules'))
    .description(say('rulesAbout'))
    .argument('[names...]', say('rulesNames'))
    .addOption(
      new Option('-f, --format <format>', say('textOrJson')).choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies rules', say('tryTable')],
        ['lint-policies rules excess-action', say('tryRulePage')],
        ['lint-policies rules --format json', say('tryTools')],
      ]),
    )
    .action((names, options) =>
      act(async (io) => (await import('../commands/rules/rules.js')).run(io, { names, ...options })),
    );

  program
    .command('init')
    .summary(say('init'))
    .description(say('initAbout'))
    .argument('[folder]', say('initFolder'), '.')
    .option('--cloud <name>', say('initCloud'))
    .option('--baseline', say('initBaseline'))
    .option('--dry-run', say('initDryRun'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies init', say('tryRoot')],
        ['lint-policies init --dry-run', say('tryDryRun')],
      ]),
    )
    .action((folder, options) =>
      act(async (io) => (await import('../commands/init/init.js')).run(io, { folder, ...options })),
    );

  program
    .command('publish')
    .summary(say('publish'))
    .description(say('publishAbout'))
    .argument('<report>', say('publishReport'))
    .option('--comment', say('publishComment'))
    .option('--review <record>', say('publishReview'))
    .option('--key <name>', say('publishKey'), 'report')
    .addHelpText(
      'after',
      examples([
        ['lint-policies publish report.md', say('trySummary')],
        ['lint-policies publish report.md --comment', say('tryComment')],
        ['lint-policies publish report.md --comment --review report.json', say('tryReview')],
      ]),
    )
    .action((report, options) =>
      act(async (io) => (await import('../commands/publish/publish.js')).run(io, { report, ...options })),
    );

  program
    .command('completion')
    .summary(say('completion'))
    .description(say('completionAbout'))
    .addArgument(new Argument('<shell>', say('completionShell')).choices(SHELLS))
    .addHelpText(
      'after',
      examples([
        ['source <(lint-policies completion bash)', say('tryRcFile', { file: '~/.bashrc' })],
        [
          'source <(lint-policies completion zsh)',
          say('tryRcFileAfter', { file: '~/.zshrc', line: 'compinit' }),
        ],
        ['lint-policies completion fish | source', say('tryRcFile', { file: '~/.config/fish/config.fish' })],
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

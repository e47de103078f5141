import { Option } from '@commander-js/extra-typings';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

const say = speaker('cli', en);

/** Commands that make the catalog and look into it. */
export function declareCatalog({ program, act }: Declaration): void {
  program
    .command('extract')
    .summary(say('extract'))
    .description(say('extractAbout'))
    .argument('<pages...>', say('extractPages'))
    .option('--cloud <name>', say('extractCloud'), 'huaweicloud')
    .option('-o, --out <dir>', say('extractOut'))
    .addOption(
      new Option('-f, --format <format>', say('extractFormat'))
        .choices(['text', 'json'])
        .default('text' as const),
    )
    .option('--only <service>', say('extractOnly'), collect, [])
    .option('--accept-loss', say('extractLoss'))
    .option('--cache <dir>', say('extractCache'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies extract page.md', say('tryPage')],
        ['lint-policies extract page.md --format json', say('tryRecord')],
        ['lint-policies extract docs/ --out catalog', say('tryCatalog')],
      ]),
    )
    .action((pages, options) =>
      act(async (io) => (await import('../commands/extract/extract.js')).run(io, { pages, ...options })),
    );

  program
    .command('explain')
    .summary(say('explain'))
    .description(say('explainAbout'))
    .argument('<queries...>', say('explainQueries'))
    .option('-p, --policies <path>', say('explainPolicies'), collect, [])
    .option('--cloud <name>', say('oneCloud'))
    .option('--catalog <dir>', say('catalogFolder'))
    .addOption(
      new Option('-f, --format <format>', say('textOrJson'))
        .choices(['text', 'json'])
        .default('text' as const),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies explain "POST /v1/{project_id}/cloudservers"', say('tryEndpoint')],
        ['lint-policies explain vpc:publicIps:create', say('tryAction')],
        ["lint-policies explain 'ecs:cloudServers:*'", say('tryWildcard')],
        ['lint-policies explain EcsClient.listServersDetails', say('trySdk')],
        ['lint-policies explain huaweicloud_compute_instance', say('tryTerraform')],
        ['lint-policies explain 停止 云服务器', say('tryWords')],
        ['lint-policies explain g:RequestTag', say('tryKey')],
        ['lint-policies explain - -p app.json < error.log', say('tryRefusal')],
        ['lint-policies explain obs:object:GetObject obs:eu-de:1:object:a/b', say('tryRequest')],
      ]),
    )
    .action((queries, options) =>
      act(async (io) => (await import('../commands/explain/explain.js')).run(io, { queries, ...options })),
    );

  program
    .command('reference')
    .summary(say('reference'))
    .description(say('referenceAbout'))
    .requiredOption('-o, --out <dir>', say('referenceOut'))
    .option('--html', say('referenceHtml'))
    .option('--catalog <dir>', say('catalogFolder'))
    .option('--cloud <name>', say('oneCloud'))
    .addHelpText(
      'after',
      examples([
        ['lint-policies reference --out docs', say('tryMarkdown')],
        ['lint-policies reference --html --out site', say('trySite')],
      ]),
    )
    .action((options) =>
      act(async (io) => (await import('../commands/reference/reference.js')).run(io, options)),
    );
}

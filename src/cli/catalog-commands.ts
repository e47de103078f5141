import { Option } from '@commander-js/extra-typings';
import { collect, examples } from './execute.js';
import type { Declaration } from './execute.js';

/** Commands that make the catalog and look into it. */
export function declareCatalog({ program, act }: Declaration): void {
  program
    .command('extract')
    .summary('read permission tables from documentation pages into a catalog')
    .description(
      'Reads the permission tables of documentation pages (HTML, Markdown, authorization schemas). Every row is accounted for.',
    )
    .argument('<pages...>', 'files, folders or addresses of pages')
    .option('--cloud <name>', 'the cloud that the pages are of', 'huaweicloud')
    .option('-o, --out <dir>', 'write the catalog below this folder: <dir>/<cloud>/<service>.yaml')
    .addOption(
      new Option('-f, --format <format>', 'text (a summary) or json (the extraction record)')
        .choices(['text', 'json'])
        .default('text' as const),
    )
    .option('--only <service>', 'write only this service; may be repeated', collect, [])
    .option('--accept-loss', 'write a catalog that loses much of the one that is there')
    .option('--cache <dir>', 'keep pages that come over HTTP here')
    .addHelpText(
      'after',
      examples([
        ['lint-policies extract page.md', 'what a page says'],
        ['lint-policies extract page.md --format json', 'every row, as a record'],
        ['lint-policies extract docs/ --out catalog', 'write a catalog'],
      ]),
    )
    .action((pages, options) =>
      act(async (io) => (await import('../commands/extract/extract.js')).run(io, { pages, ...options })),
    );

  program
    .command('explain')
    .summary('say who needs an action, or what an API needs, and where that was read')
    .description(
      'Says which APIs need an action, or which actions an API needs, with the page, the table and the row.',
    )
    .argument(
      '<queries...>',
      'actions, patterns, endpoints, operations, SDK operations, Terraform types; - for the text of a refusal (403) on standard input',
    )
    .option(
      '-p, --policies <path>',
      'for a refusal: policies of who asked; may be repeated (default: those of this folder)',
      collect,
      [],
    )
    .option('--cloud <name>', 'one cloud only')
    .option('--catalog <dir>', 'a catalog folder in place of the shipped one')
    .addOption(
      new Option('-f, --format <format>', 'text or json').choices(['text', 'json']).default('text' as const),
    )
    .addHelpText(
      'after',
      examples([
        ['lint-policies explain "POST /v1/{project_id}/cloudservers"', 'what the API needs'],
        ['lint-policies explain vpc:publicIps:create', 'which APIs need the action'],
        ["lint-policies explain 'ecs:cloudServers:*'", 'what a wildcard opens'],
        ['lint-policies explain EcsClient.listServersDetails', 'what the SDK operation calls and needs'],
        ['lint-policies explain huaweicloud_compute_instance', 'what its provider may call'],
        [
          'lint-policies explain - -p app.json < error.log',
          'why a call was refused, and the edit that mends it',
        ],
      ]),
    )
    .action((queries, options) =>
      act(async (io) => (await import('../commands/explain/explain.js')).run(io, { queries, ...options })),
    );

  program
    .command('reference')
    .summary('write the permission reference, as Markdown or as a site')
    .description(
      'Writes the permission reference of a catalog: by API and by action, as Markdown or as a static site.',
    )
    .requiredOption('-o, --out <dir>', 'the folder to write; what an earlier run wrote there is replaced')
    .option('--html', 'a site in place of Markdown')
    .option('--catalog <dir>', 'a catalog folder in place of the shipped one')
    .option('--cloud <name>', 'one cloud only')
    .addHelpText(
      'after',
      examples([
        ['lint-policies reference --out docs', 'Markdown'],
        ['lint-policies reference --html --out site', 'a site to open or publish'],
      ]),
    )
    .action((options) =>
      act(async (io) => (await import('../commands/reference/reference.js')).run(io, options)),
    );
}

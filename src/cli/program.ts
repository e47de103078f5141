import { Command } from '@commander-js/extra-typings';
import type { OptionValues } from '@commander-js/extra-typings';
import { TOOL } from '../project.js';
import { printable } from '../report/printable.js';
import { declareCalls } from './calls-command.js';
import { declareCatalog } from './catalog-commands.js';
import { declareCheck } from './check-command.js';
import { examples } from './execute.js';
import type { Declaration, Execute } from './execute.js';
import { declareLint } from './lint-command.js';
import { declarePolicies } from './policy-commands.js';
import { declareSetup } from './setup-commands.js';

/** The command line: every command with its options and examples. A command's code is loaded when it is called. */
export function createProgram(execute: Execute): Command<[], OptionValues> {
  const program: Command<[], OptionValues> = new Command('lint-policies')
    .description(
      'Lints IAM policies of Huawei Cloud and Open Telekom Cloud against the APIs that an application calls.',
    )
    .version(TOOL.version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--color', 'write colours, also where it is no terminal')
    .option('--no-color', 'write no colours')
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => {
        write(oneLine(message));
      },
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', CLOSING);
  const declaration: Declaration = {
    program,
    act: (run) =>
      execute(
        program.getOptionValueSource('color') === 'cli' ? program.opts()['color'] === true : undefined,
        run,
      ),
  };
  declareLint(declaration);
  declareCheck(declaration);
  declarePolicies(declaration);
  declareCalls(declaration);
  declareCatalog(declaration);
  declareSetup(declaration);
  return program;
}

const CLOSING = `${examples([
  ['lint-policies', 'lint every policy below this folder'],
  ['lint-policies app.json', 'lint one policy, with app.apis.yaml beside it'],
  ['lint-policies init', 'write a configuration, manifests and a CI workflow'],
])}

Exit codes: 0 clean, 1 findings, 2 wrong usage or nothing was checked, 3 internal error.
${TOOL.url}`;

/** Commander puts its suggestion on a line of its own; a message is one line. */
function oneLine(message: string): string {
  return `${printable(
    message
      .trim()
      .replace(/^error: /, '')
      .replace(/\n\((.*)\)$/s, '; $1')
      .replaceAll('\n', ' '),
  )} (see --help)\n`;
}

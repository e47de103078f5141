import { Command } from '@commander-js/extra-typings';
import type { OptionValues } from '@commander-js/extra-typings';
import { TOOL } from '../project.js';
import { printable } from '../report/printable.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';
import { declareAccess } from './access-commands.js';
import { declareCalls } from './calls-command.js';
import { declareCatalog } from './catalog-commands.js';
import { declareCheck } from './check-command.js';
import { examples } from './execute.js';
import type { Declaration, Execute } from './execute.js';
import { declareLint } from './lint-command.js';
import { declarePolicies } from './policy-commands.js';
import { declareSetup } from './setup-commands.js';

const say = speaker('cli', en);

/** The command line: every command with its options and examples. A command's code is loaded when it is called. */
export function createProgram(execute: Execute): Command<[], OptionValues> {
  const program: Command<[], OptionValues> = new Command('lint-policies')
    .description(say('tool'))
    .version(TOOL.version, '--version', say('version'))
    .helpOption('-h, --help', say('help'))
    .option('--color', say('color'))
    .option('--no-color', say('noColor'))
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => {
        write(oneLine(message));
      },
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', closing());
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
  declareAccess(declaration);
  declarePolicies(declaration);
  declareCalls(declaration);
  declareCatalog(declaration);
  declareSetup(declaration);
  return program;
}

function closing(): string {
  const tries = examples([
    ['lint-policies', say('tryFolder')],
    ['lint-policies check', say('tryCheck')],
    ['lint-policies app.json', say('tryOnePolicy')],
    ['lint-policies init', say('tryInit')],
  ]);
  return [tries, '', say('lintHelp'), say('exitCodes'), TOOL.url].join('\n');
}

/** Commander puts its suggestion on a line of its own; a message is one line. */
function oneLine(message: string): string {
  const line = message
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/s, '; $1')
    .replaceAll('\n', ' ');
  return `${printable(say('seeHelp', { message: line }))}\n`;
}

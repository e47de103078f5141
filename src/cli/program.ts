import { Command, Option } from '@commander-js/extra-typings';
import type { OptionValues } from '@commander-js/extra-typings';
import { TOOL } from '../project.js';
import { printable } from '../report/printable.js';
import { en } from '../wording/en/cli.js';
import { en as help } from '../wording/en/commander.js';
import { LANGUAGES } from '../wording/language-choice.js';
import { speaker } from '../wording/speaker.js';
import { wishesOf } from './asked-language.js';
import { declareAccess } from './access-commands.js';
import { declareCalls } from './calls-command.js';
import { declareCatalog } from './catalog-commands.js';
import { declareCheck } from './check-command.js';
import { complaint } from './complaint.js';
import { examples } from './execute.js';
import type { Declaration, Execute } from './execute.js';
import { HELP } from './help.js';
import { declareLint } from './lint-command.js';
import { declarePolicies } from './policy-commands.js';
import { declareSetup } from './setup-commands.js';

const say = speaker('cli', en);
const sayOfHelp = speaker('commander', help);

/** The command line: every command with its options and examples. A command's code is loaded when it is called. */
export function createProgram(execute: Execute): Command<[], OptionValues> {
  const program: Command<[], OptionValues> = new Command('lint-policies')
    .description(say('tool'))
    .version(TOOL.version, '--version', say('version'))
    .helpOption('-h, --help', say('help'))
    .option('--color', say('color'))
    .option('--no-color', say('noColor'))
    .addOption(new Option('--lang <language>', say('lang')).choices(LANGUAGES))
    .helpCommand('help [command]', sayOfHelp('helpCommand'))
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => {
        write(`${printable(say('seeHelp', { message: complaint(message) }))}\n`);
      },
    })
    .configureHelp(HELP)
    .addHelpText('after', closing());
  const declaration: Declaration = {
    program,
    act: (run) => execute(wishesOf(program.opts(), program.getOptionValueSource('color') === 'cli'), run),
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

import type { Argument, Command, Option, OptionValues } from '@commander-js/extra-typings';
import type { CommandSpec, CompletionSpec, OptionSpec } from '../commands/completion/completion-spec.js';
import { REPORT_FORMATS } from '../report/report.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('cli', en);

/** The declared command line as data, for shell completion. */
export function describeProgram(program: Command<[], OptionValues>): CompletionSpec {
  const help: OptionSpec = { flags: ['-h', '--help'], description: say('help'), value: undefined };
  const shared = [...program.options.map(describeOption), help];
  return {
    name: program.name(),
    defaultCommand: 'lint',
    commands: program.commands.map((command): CommandSpec => ({
      name: command.name(),
      summary: command.summary(),
      options: [...command.options.map(describeOption), ...shared],
      words: command.registeredArguments.flatMap((argument: Argument) => argument.argChoices ?? []),
    })),
  };
}

function describeOption(option: Option): OptionSpec {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: valueOf(option),
  };
}

function valueOf(option: Option): OptionSpec['value'] {
  if (option.isBoolean() || (!option.required && !option.optional)) return undefined;
  if (option.argChoices !== undefined) return option.argChoices;
  if (/[<[](?:file|dir|folder)/.test(option.flags)) return 'file';
  return option.flags.includes('<format>') ? REPORT_FORMATS : 'other';
}

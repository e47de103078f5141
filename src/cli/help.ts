import type { Argument, HelpConfiguration, Option } from '@commander-js/extra-typings';
import { displayWidth, wrapped } from '../report/text/text-width.js';
import { en } from '../wording/en/commander.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('commander', en);

/** Commander's own words in the language that is spoken, and its lines as wide as a terminal shows them. */
export const HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: titleOf,
  styleUsage: usageOf,
  styleSubcommandTerm: usageOf,
  optionDescription: (option) => described(option.description, factsOfOption(option)),
  argumentDescription: (argument) => described(argument.description, factsOf(argument)),
  displayWidth,
  boxWrap: (text, width) =>
    text
      .split('\n')
      .flatMap((line) => wrapped(line, Math.max(width, LEAST_WIDTH)))
      .join('\n'),
};

/** Narrower columns are not worth wrapping; commander's own `minWidthToWrap`. */
const LEAST_WIDTH = 40;

/** Headings as commander writes them (commander, lib/help.js), and what we say for them. */
const TITLES = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'globalOptions',
  'Commands:': 'commands',
} as const;

function titleOf(title: string): string {
  const key = Object.entries(TITLES).find(([heading]) => heading === title)?.[1];
  return key === undefined ? title : say(key);
}

/** `lint [options] [paths...]`: what commander writes in brackets, and no name of ours. */
function usageOf(usage: string): string {
  return usage.replace('[options]', say('usageOptions')).replace('[command]', say('usageCommand'));
}

function described(description: string, facts: string | undefined): string {
  return facts === undefined ? description : say('withFacts', { description, facts });
}

/** What a switch is without being given, its name tells. */
function factsOfOption(option: Option): string | undefined {
  return option.isBoolean() || !(option.required || option.optional) ? undefined : factsOf(option);
}

function factsOf({
  argChoices,
  defaultValue,
}: Pick<Argument | Option, 'argChoices' | 'defaultValue'>): string | undefined {
  const choices = argChoices?.map(quoted).join(', ');
  const value = isNone(defaultValue) ? undefined : quoted(defaultValue);
  if (choices !== undefined && value !== undefined) return say('choicesAndDefault', { choices, value });
  if (choices !== undefined) return say('choices', { choices });
  return value === undefined ? undefined : say('default', { value });
}

function isNone(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}

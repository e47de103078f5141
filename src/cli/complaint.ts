import { en } from '../wording/en/commander.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('commander', en);

/** What commander complains of, in the language that is spoken; as it stands where it has other words than those we know. */
export function complaint(message: string): string {
  const line = message.trim().replace(/^error: /, '');
  for (const [pattern, said] of COMPLAINTS) {
    const found = pattern.exec(line);
    if (found !== null) return said(found.slice(1).map((group: string | undefined) => group ?? ''));
  }
  return line.replaceAll('\n', ' ');
}

type Said = (groups: readonly string[]) => string;

/** Each complaint as commander words it (commander 14, lib/command.js, lib/option.js), and how we do. */
const COMPLAINTS: readonly (readonly [RegExp, Said])[] = [
  [
    /^unknown (?:option|command) '(.*?)'(?:\n\(Did you mean (?:one of )?(.*?)\?\))?$/s,
    ([flag = '', near = '']) => say('unknownOption', { flag, near: near === '' ? [] : near.split(', ') }),
  ],
  [/^missing required argument '(.*)'$/s, ([name = '']) => say('missingArgument', { name })],
  [/^option '(.*)' argument missing$/s, ([flags = '']) => say('optionWithoutValue', { flags })],
  [/^required option '(.*)' not specified$/s, ([flags = '']) => say('missingOption', { flags })],
  [
    /^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    ([flags = '', value = '', fault = '']) =>
      say('wrongOptionValue', { flags, value, fault: faultOf(fault) }),
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
    ([value = '', name = '', fault = '']) => say('wrongArgument', { value, name, fault: faultOf(fault) }),
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/s,
    ([command = '', expected = '', given = '']) =>
      command === ''
        ? say('tooManyArguments', { expected: Number(expected), given })
        : say('tooManyForCommand', { command, expected: Number(expected), given }),
  ],
];

/** What is wrong with a value: commander's choices, or what our own reader of the option says. */
function faultOf(fault: string): string {
  const [, choices] = /^Allowed choices are (.*)\.$/s.exec(fault) ?? [];
  return choices === undefined ? fault : say('allowed', { choices });
}

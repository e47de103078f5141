/** What the reader of the command line says: headings of a help, and what is wrong with options and arguments. */
export const en = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Global Options:',
  commands: 'Commands:',
  usageOptions: '[options]',
  usageCommand: '[command]',
  helpCommand: 'display help for command',
  withFacts: '{description} ({facts})',
  choices: 'choices: {choices}',
  default: 'default: {value}',
  choicesAndDefault: 'choices: {choices}, default: {value}',

  // Complaints.
  unknownOption: `unknown option ''{flag}''{near, plural, =0 {} one {; Did you mean {near, list, plain}?}
    other {; Did you mean one of {near, list, or plain}?}}`,
  missingArgument: `missing required argument ''{name}''`,
  optionWithoutValue: `option ''{flags}'' argument missing`,
  missingOption: `required option ''{flags}'' not specified`,
  wrongOptionValue: `option ''{flags}'' argument ''{value}'' is invalid. {fault}`,
  wrongArgument: `command-argument value ''{value}'' is invalid for argument ''{name}''. {fault}`,
  allowed: 'Allowed choices are {choices}.',
  tooManyArguments: `too many arguments. Expected {expected, plural, one {# argument} other {# arguments}} but got {given}.`,
  tooManyForCommand: `too many arguments for ''{command}''. Expected {expected, plural, one {# argument}
    other {# arguments}} but got {given}.`,
} as const;
